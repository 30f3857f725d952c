import { Button } from '@mantine/core';
import { useState } from 'react';
import { Trans } from 'react-i18next';
import {
  type Broadcast,
  dropBroadcast,
  previewBroadcast,
  releaseBroadcast,
} from '../../../electron/contract/broadcasts.ts';
import { listMembers } from '../../../electron/contract/members.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Note } from '../../components/Note.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useHeldWords } from '../../text/use-outcome-words.ts';
import { useText } from '../../text/use-text.ts';
import { tally } from './tally.ts';

/** Why a send-out is held, how many it would reach, and the two answers. */
export function HeldNote({ broadcast }: { broadcast: Broadcast }) {
  const t = useText('broadcast');
  const heldWords = useHeldWords();
  const [asking, setAsking] = useState(false);
  const release = useCommand(releaseBroadcast);
  const drop = useCommand(dropBroadcast);
  const { left, finished } = tally(broadcast.counts);
  const fresh = useFreshCount(broadcast, left === 0);
  const count = left > 0 ? left : fresh;
  return (
    <div className="broadcast-note stack">
      <Note
        tone="warn"
        lamp="paused"
        actions={
          <>
            <Button
              variant="filled"
              loading={release.isPending}
              disabled={count === 0}
              onClick={() => release.mutate({ id: broadcast.id })}
            >
              {t('release', { count })}
            </Button>
            <Button variant="outline" color="ler" onClick={() => setAsking(true)}>
              {t('dropIt')}
            </Button>
          </>
        }
      >
        <b>{t('heldTitle')}</b> {heldWords(broadcast.heldBecause)}{' '}
        {finished > 0 ? t('heldRest', { count }) : t('heldText', { count })}
      </Note>
      <Refusal error={release.error} />
      <ConfirmDialog
        opened={asking}
        title={t('dropTitle')}
        keep={t('dropKeep')}
        onKeep={() => setAsking(false)}
        outcome={t('dropOutcome')}
        onConfirm={() => drop.mutate({ id: broadcast.id }, { onSuccess: () => setAsking(false) })}
        busy={drop.isPending}
        error={drop.error}
      >
        <Trans t={t} i18nKey="dropText" components={{ 1: <b /> }} />
      </ConfirmDialog>
    </div>
  );
}

/**
 * How many a send-out that has not begun would reach: before it is let go nobody stands in the queue, so it is asked
 * as for a new one. Who wrote it from an own phone or mail does not get it.
 */
function useFreshCount({ bookId, text, author, origin }: Broadcast, enabled: boolean): number {
  const preview = useLive(previewBroadcast, { bookId, text }, { enabled });
  const byMember = enabled && origin !== 'toolbox' && author !== null;
  const authors = useLive(
    listMembers,
    { bookId, status: 'active', search: author ?? '', limit: 5 },
    { enabled: byMember },
  );
  if (!preview.data || (byMember && !authors.data)) return 0;
  const isMember = byMember && authors.data?.items.some(({ phone, email }) => phone === author || email === author);
  return preview.data.recipients - (isMember ? 1 : 0);
}
