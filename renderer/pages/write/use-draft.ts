import { useEffect, useState } from 'react';
import { useProgram } from '../../api/Program.tsx';
import { useBook } from '../../shell/use-book.ts';

export interface Draft {
  text: string;
  subject: string;
  /** Epoch milliseconds; null while nothing has been written. */
  savedAt: number | null;
}

const empty: Draft = { text: '', subject: '', savedAt: null };

/** What is being written, kept in this browser for each book, so that leaving the page or a power cut loses nothing. */
export function useDraft() {
  const { side } = useProgram();
  const { id } = useBook();
  const key = `samband-draft-${side}-${id}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft(localStorage.getItem(key)));
  useEffect(() => {
    if (draft.savedAt === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  }, [draft, key]);
  return {
    draft,
    write(change: Partial<Pick<Draft, 'text' | 'subject'>>) {
      setDraft((before) => ({ ...before, ...change, savedAt: Date.now() }));
    },
    drop() {
      // Also at once: the page that sends leaves before an effect could run.
      localStorage.removeItem(key);
      setDraft(empty);
    },
  };
}

function readDraft(stored: string | null): Draft {
  const kept: unknown = stored === null ? null : JSON.parse(stored);
  if (typeof kept !== 'object' || kept === null) return empty;
  const { text, subject, savedAt } = { ...empty, ...kept };
  if (typeof text !== 'string' || typeof subject !== 'string' || typeof savedAt !== 'number') return empty;
  return text === '' && subject === '' ? empty : { text, subject, savedAt };
}
