import { Button } from '@mantine/core';
import { type Broadcast, cancelBroadcast } from '../../../electron/contract/broadcasts.ts';
import { useCommand } from '../../api/use-live.ts';
import { Note } from '../../components/Note.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useFormat, useText } from '../../text/use-text.ts';
import { tally } from './tally.ts';
import { useUndoSeconds } from './use-undo.ts';

/** While a send-out waits (for the time she chose, or the seconds she has to think again) it can be undone. */
export function UndoNote({ broadcast }: { broadcast: Broadcast }) {
  const t = useText('broadcast');
  const words = useUndoWords(broadcast);
  const cancel = useCommand(cancelBroadcast);
  if (words === null) return null;
  return (
    <div className="broadcast-note stack">
      <Note
        lamp="waits"
        actions={
          <Button onClick={() => cancel.mutate({ id: broadcast.id })} loading={cancel.isPending}>
            {t('undo')}
          </Button>
        }
      >
        {words}
      </Note>
      <Refusal error={cancel.error} />
    </div>
  );
}

function useUndoWords(broadcast: Broadcast): string | null {
  const t = useText('broadcast');
  const format = useFormat();
  const seconds = useUndoSeconds(broadcast);
  if (seconds !== null) return t('undoSoon', { count: seconds });
  if (broadcast.status !== 'scheduled' || broadcast.at === null) return null;
  // Who it is for is settled when it goes; until then nobody stands in the queue.
  const count = tally(broadcast.counts).total;
  const time = format.moment(broadcast.at);
  return count > 0 ? t('undoText', { count, time }) : t('undoTextPlain', { time });
}
