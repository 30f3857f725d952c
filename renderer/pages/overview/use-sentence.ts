import { outboxSummary } from '../../../electron/contract/broadcasts.ts';
import { listTodos } from '../../../electron/contract/inbound.ts';
import { listLines } from '../../../electron/contract/lines.ts';
import { useLive } from '../../api/use-live.ts';
import { numberLight } from '../../shell/strip-lights.ts';
import { useBook } from '../../shell/use-book.ts';
import { capital } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';

/** The overview in one sentence: is it working, is anything waiting for me. Null until both are known. */
export function useSentence(): string | null {
  const t = useText('overview');
  const state = useStateSentence();
  const count = useNumberWord();
  const book = useBook();
  const todos = useLive(listTodos, { bookId: book.id });
  if (!todos.data || state === null) return null;
  const questions = todos.data.length;
  const signUps = book.counts.pending;
  if (questions === 0 && signUps === 0) return `${state} ${t('nothingWaits')}`;
  if (signUps === 0) return `${state} ${capital(t('questionsWait', { count: questions, word: count(questions) }))}`;
  if (questions === 0) return `${state} ${capital(t('signUpsWait', { count: signUps, word: count(signUps) }))}`;
  const both = t('bothWait', {
    questions: t('questions', { count: questions, word: count(questions) }),
    signUps: t('signUps', { count: signUps, word: count(signUps) }),
  });
  return `${state} ${capital(both)}`;
}

/** What stands still comes first; a queue that waits by plan is no trouble. */
function useStateSentence(): string | null {
  const t = useText('overview');
  const shell = useText('shell');
  const book = useBook();
  const lines = useLive(listLines, {});
  const summary = useLive(outboxSummary, {});
  if (!lines.data || !summary.data) return null;
  const line = lines.data.find(({ id }) => id === book.lineId);
  const light = numberLight(line, lines.data.length > 0);
  if (light.kind === 'works') {
    const { paused, queued } = summary.data;
    if (!paused) return t('allWorks');
    return `${queued > 0 ? shell('queueState.paused', { count: queued }) : shell('queueState.pausedEmpty')}.`;
  }
  const words = shell(`line.${light.key}`);
  return /[.…]$/.test(words) ? words : `${words}.`;
}

/** Small counts as words, since they stand in a sentence; larger ones in digits. */
function useNumberWord(): (count: number) => string {
  const t = useText('overview');
  return (count) => (isWordy(count) ? t(`words.n${count}`) : String(count));
}

type Wordy = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

function isWordy(count: number): count is Wordy {
  return count >= 1 && count <= 12;
}
