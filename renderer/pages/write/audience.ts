/** Who a message is for. One way of choosing at a time; `none` is what is left when every choice is taken away. */
export type Audience =
  | { kind: 'all' }
  | { kind: 'label'; label: string }
  | { kind: 'search'; search: string }
  | { kind: 'members'; ids: readonly number[] }
  | { kind: 'none' };

/** The page's address with a choice already made, for a button elsewhere ("Skriv till 3"). */
export function writeHref(audience: Audience): string {
  switch (audience.kind) {
    case 'label':
      return `/write/label:${encodeURIComponent(audience.label)}`;
    case 'members':
      return `/write/members:${audience.ids.join(',')}`;
    case 'search':
      return `/write/search:${encodeURIComponent(audience.search)}`;
    case 'all':
    case 'none':
      return '/write';
  }
}

/** The choice in an address; everyone when it says nothing that can be read. */
export function audienceIn(to: string | undefined): Audience {
  const [kind, rest = ''] = splitOnce(decodeURIComponent(to ?? ''));
  if (kind === 'label' && rest !== '') return { kind, label: rest };
  if (kind === 'search' && rest !== '') return { kind, search: rest };
  const ids = rest.split(',').map(Number).filter(Number.isSafeInteger);
  if (kind === 'members' && rest !== '' && ids.length > 0) return { kind, ids };
  return { kind: 'all' };
}

/** The fields a call wants for it. */
export function audienceFields(audience: Audience): { label?: string; search?: string; memberIds?: number[] } {
  switch (audience.kind) {
    case 'label':
      return { label: audience.label };
    case 'search':
      return { search: audience.search };
    case 'members':
      return { memberIds: [...audience.ids] };
    case 'all':
    case 'none':
      return {};
  }
}

function splitOnce(text: string): [string, string?] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
}
