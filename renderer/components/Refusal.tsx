import type { ReactNode } from 'react';
import { useProblemText } from '../text/use-problem-text.ts';
import { Note } from './Note.tsx';

/** The program said no, in words, with the way on. Nothing while there is no refusal. */
export function Refusal({ error, actions }: { error: Error | null; actions?: ReactNode }) {
  const say = useProblemText();
  if (!error) return null;
  return (
    <Note tone="warn" lamp="needsYou" announce actions={actions}>
      {say(error)}
    </Note>
  );
}
