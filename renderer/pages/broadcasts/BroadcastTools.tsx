import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { Trans } from 'react-i18next';
import {
  type Broadcast,
  cancelBroadcast,
  outboxSummary,
  pauseOutbox,
  resumeOutbox,
} from '../../../electron/contract/broadcasts.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useText } from '../../text/use-text.ts';
import { tally } from './tally.ts';

/** Pause and stop, while there is something left to send. */
export function BroadcastTools({ broadcast }: { broadcast: Broadcast }) {
  const t = useText('broadcast');
  const [asking, setAsking] = useState(false);
  const cancel = useCommand(cancelBroadcast);
  const paused = useLive(outboxSummary, {}).data?.paused ?? false;
  const { left, finished } = tally(broadcast.counts);
  if (broadcast.status !== 'sending' || left === 0) return null;
  return (
    <>
      <PauseButton />
      <Button variant="outline" color="ler" onClick={() => setAsking(true)}>
        {t('stop', { count: left })}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('stopTitle')}
        keep={t(paused ? 'stopKeepPaused' : 'stopKeep')}
        onKeep={() => setAsking(false)}
        between={paused ? null : <PauseButton onPaused={() => setAsking(false)} />}
        outcome={t('stopOutcome', { count: left })}
        onConfirm={() => cancel.mutate({ id: broadcast.id }, { onSuccess: () => setAsking(false) })}
        busy={cancel.isPending}
        error={cancel.error}
      >
        <Trans
          t={t}
          i18nKey={paused ? 'stopTextPaused' : 'stopText'}
          values={{ gone: finished, left }}
          components={{ 1: <b /> }}
        />
      </ConfirmDialog>
    </>
  );
}

function PauseButton({ onPaused }: { onPaused?: () => void }) {
  const t = useText('broadcast');
  const summary = useLive(outboxSummary, {});
  const pause = useCommand(pauseOutbox);
  const resume = useCommand(resumeOutbox);
  const paused = summary.data?.paused ?? false;
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Button
      leftSection={<Icon size={18} stroke={1.75} aria-hidden="true" />}
      onClick={() => (paused ? resume.mutate({}) : pause.mutate({}, { onSuccess: () => onPaused?.() }))}
    >
      {paused ? t('resume') : t('pause')}
    </Button>
  );
}
