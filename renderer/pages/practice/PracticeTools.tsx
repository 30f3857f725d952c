import { Button } from '@mantine/core';
import { IconPlug, IconPlugOff } from '@tabler/icons-react';
import { useState } from 'react';
import { practiceReset, practiceUnplug } from '../../../electron/contract/inbound.ts';
import { listLines } from '../../../electron/contract/lines.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Note } from '../../components/Note.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useText } from '../../text/use-text.ts';

/** Pulls the practice modem out and puts it back, and begins the practice anew. */
export function PracticeTools() {
  const t = useText('practice');
  const lines = useLive(listLines, {});
  const unplug = useCommand(practiceUnplug);
  const reset = useCommand(practiceReset);
  const [asking, setAsking] = useState(false);
  const away = lines.data?.some(({ practice, state }) => practice && state === 'unplugged') ?? false;
  const Icon = away ? IconPlug : IconPlugOff;
  return (
    <div className="stack practice-tools">
      <div className="row wrap">
        <Button
          size="sm"
          onClick={() => unplug.mutate({ unplugged: !away })}
          loading={unplug.isPending}
          leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t(away ? 'plug' : 'unplug')}
        </Button>
        <Button size="sm" variant="subtle" onClick={() => setAsking(true)}>
          {t('reset')}
        </Button>
      </div>
      {away && (
        <Note lamp="paused" announce>
          {t('unplugged')}
        </Note>
      )}
      <Refusal error={unplug.error} />
      <ConfirmDialog
        opened={asking}
        title={t('resetTitle')}
        keep={t('resetKeep')}
        onKeep={() => setAsking(false)}
        outcome={t('resetDo')}
        // The practice book is another one afterwards; the start finds it.
        onConfirm={() => reset.mutate({}, { onSuccess: () => window.location.reload() })}
        busy={reset.isPending}
        error={reset.error}
      >
        {t('resetText')}
      </ConfirmDialog>
    </div>
  );
}
