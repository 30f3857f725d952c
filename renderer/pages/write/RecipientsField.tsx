import { Button, Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { getMember, listLabels, listMembers } from '../../../electron/contract/members.ts';
import { useLive } from '../../api/use-live.ts';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import type { Audience } from './audience.ts';

/** Beyond this many, names say less than their number. */
const NAMED = 5;

/** Who gets it: everyone, a label, what a search finds, or single members. */
export function RecipientsField(props: { id: string; audience: Audience; onChange: (audience: Audience) => void }) {
  const { id, audience, onChange } = props;
  const t = useText('write');
  const { id: bookId } = useBook();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const labels = useLive(listLabels, { bookId });
  const choose = (choice: string) => {
    setTyped('');
    combobox.closeDropdown();
    onChange(chosen(choice, audience));
  };
  return (
    <div className="stack">
      <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} size="md">
        <Combobox.DropdownTarget>
          <PillsInput onClick={() => combobox.openDropdown()} size="md">
            <Pill.Group>
              <Chips audience={audience} onChange={onChange} />
              <Combobox.EventsTarget>
                <PillsInput.Field
                  id={id}
                  placeholder={t('addTo')}
                  value={typed}
                  onFocus={() => combobox.openDropdown()}
                  onBlur={() => combobox.closeDropdown()}
                  onChange={(event) => {
                    setTyped(event.currentTarget.value);
                    combobox.openDropdown();
                    combobox.updateSelectedOptionIndex();
                  }}
                  onKeyDown={(event) => {
                    if (event.key === 'Backspace' && typed === '') onChange({ kind: 'none' });
                  }}
                />
              </Combobox.EventsTarget>
            </Pill.Group>
          </PillsInput>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown>
          <Found typed={typed} labels={labels.data ?? []} />
        </Combobox.Dropdown>
      </Combobox>
      {labels.data && labels.data.length > 0 && (
        <div className="row wrap">
          <span className="sm quiet">{t('onlyLabel')}</span>
          {labels.data.slice(0, 6).map(({ label, members }) => (
            <Button key={label} size="sm" className="write-label" onClick={() => onChange({ kind: 'label', label })}>
              {label} {members}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function Found({ typed, labels }: { typed: string; labels: readonly { label: string; members: number }[] }) {
  const t = useText('write');
  const format = useFormat();
  const { id: bookId, counts } = useBook();
  const search = typed.trim();
  const people = useLive(
    listMembers,
    { bookId, status: 'active', search, limit: 8 },
    { enabled: search !== '', keepPrevious: true },
  );
  const fitting = labels.filter(({ label }) => label.toLocaleLowerCase().includes(search.toLocaleLowerCase()));
  const found = search === '' ? [] : (people.data?.items ?? []);
  return (
    <Combobox.Options aria-label={t('addTo')} mah={320} style={{ overflowY: 'auto' }}>
      {search === '' && <Combobox.Option value="all">{t('all', { count: counts.active })}</Combobox.Option>}
      {fitting.length > 0 && (
        <Combobox.Group label={t('foundLabels')}>
          {fitting.map(({ label, members }) => (
            <Combobox.Option key={label} value={`label:${label}`}>
              {label} <span className="quiet num">{members}</span>
            </Combobox.Option>
          ))}
        </Combobox.Group>
      )}
      {found.length > 0 && (
        <Combobox.Group label={t('foundPeople')}>
          {found.map((member) => (
            <Combobox.Option key={member.id} value={`member:${member.id}`}>
              {member.name} <span className="quiet num">{format.address(member.phone ?? member.email ?? '')}</span>
            </Combobox.Option>
          ))}
          {(people.data?.total ?? 0) > 1 && (
            <Combobox.Option value={`search:${search}`}>
              {t('searchChip', { search })} <span className="quiet num">{people.data?.total}</span>
            </Combobox.Option>
          )}
        </Combobox.Group>
      )}
      {search !== '' && fitting.length === 0 && found.length === 0 && (
        <Combobox.Empty>{t('foundNothing')}</Combobox.Empty>
      )}
    </Combobox.Options>
  );
}

/** A person is added to the persons chosen; anything else takes the place of what was chosen. */
function chosen(choice: string, before: Audience): Audience {
  const value = choice.slice(choice.indexOf(':') + 1);
  if (choice.startsWith('label:')) return { kind: 'label', label: value };
  if (choice.startsWith('search:')) return { kind: 'search', search: value };
  if (!choice.startsWith('member:')) return { kind: 'all' };
  const ids = before.kind === 'members' ? before.ids : [];
  return { kind: 'members', ids: [...new Set([...ids, Number(value)])] };
}

function Chips({ audience, onChange }: { audience: Audience; onChange: (audience: Audience) => void }) {
  const t = useText('write');
  const { counts } = useBook();
  const clear = () => onChange({ kind: 'none' });
  switch (audience.kind) {
    case 'all':
      return <Chip words={t('all', { count: counts.active })} onRemove={clear} />;
    case 'label':
      return <Chip words={t('labelChip', { label: audience.label })} onRemove={clear} />;
    case 'search':
      return <Chip words={t('searchChip', { search: audience.search })} onRemove={clear} />;
    case 'members': {
      const { ids } = audience;
      if (ids.length > NAMED) return <Chip words={t('membersChip', { count: ids.length })} onRemove={clear} />;
      const without = (id: number) => {
        const rest = ids.filter((other) => other !== id);
        onChange(rest.length > 0 ? { kind: 'members', ids: rest } : { kind: 'none' });
      };
      return ids.map((id) => <MemberChip key={id} id={id} onRemove={() => without(id)} />);
    }
    case 'none':
      return null;
  }
}

function MemberChip({ id, onRemove }: { id: number; onRemove: () => void }) {
  const format = useFormat();
  const member = useLive(getMember, { id });
  const { name, phone, email } = member.data ?? { name: '…', phone: null, email: null };
  return <Chip words={name || format.address(phone ?? email ?? '')} onRemove={onRemove} />;
}

function Chip({ words, onRemove }: { words: string; onRemove: () => void }) {
  const t = useText('write');
  return (
    <Pill
      className="write-chip"
      size="md"
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': t('takeAway', { what: words }), tabIndex: 0, 'aria-hidden': false }}
    >
      {words}
    </Pill>
  );
}
