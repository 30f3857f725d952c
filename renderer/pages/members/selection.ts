import { createContext, useContext, useMemo, useState } from 'react';

/** Which members are ticked. Rows read it by themselves, so that ticking one draws only that row anew. */
export interface Selection {
  ids: ReadonlySet<number>;
  toggle(id: number): void;
  replace(ids: Iterable<number>): void;
  clear(): void;
}

export const SelectionContext = createContext<Selection | null>(null);

export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error('No selection above this component');
  return selection;
}

/** A selection that is empty again when `of` changes: what is ticked in one list says nothing in another. */
export function useNewSelection(of: string): Selection {
  const [kept, setKept] = useState<{ of: string; ids: ReadonlySet<number> }>({ of, ids: new Set() });
  return useMemo(() => {
    const ids = kept.of === of ? kept.ids : new Set<number>();
    const keep = (next: Iterable<number>) => setKept({ of, ids: new Set(next) });
    return {
      ids,
      toggle: (id) => keep(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id]),
      replace: keep,
      clear: () => keep([]),
    };
  }, [kept, of]);
}
