import { Button } from '@mantine/core';
import { type Broadcast, cancelBroadcast } from '../../../electron/contract/broadcasts.ts';
import { useCommand } from '../../api/use-live.ts';
import { Note } from '../../components/Note.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useFormat, useText } from '../../text/use-text.ts';
import { tally } from './tally.ts';

/** While a send-out waits for its time (her own choice, or the moment in which she may think again) it can be undone. */
export function UndoNote({ broadcast }: { broadcast: Broadcast }) {
  const t = useText('broadcast');
  const format = useFormat();
  const cancel = useCommand(cancelBroadcast);
  if (broadcast.at === null) return null;
  // Who it is for is settled when it goes; until then nobody stands in the queue.
  const count = tally(broadcast.counts).total;
  const time = format.moment(broadcast.at);
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
        {count > 0 ? t('undoText', { count, time }) : t('undoTextPlain', { time })}
      </Note>
      <Refusal error={cancel.error} />
    </div>
  );
}
