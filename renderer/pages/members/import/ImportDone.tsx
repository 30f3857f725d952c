import { Button, Group } from '@mantine/core';
import type { Output } from '../../../../electron/contract/index.ts';
import { Lamp } from '../../../components/Lamp.tsx';
import { useText } from '../../../text/use-text.ts';

export function ImportDone({ outcome, onClose }: { outcome: Output<'members.import'>; onClose: () => void }) {
  const t = useText('members');
  const common = useText('common');
  return (
    <div className="stack gap-3">
      <div className="import-counts" role="status">
        <Lamp kind="works">{t('importDoneAdded', { count: outcome.added })}</Lamp>
        <Lamp kind="works">{t('importDoneUpdated', { count: outcome.updated })}</Lamp>
        {outcome.leftOut.length > 0 && (
          <Lamp kind="needsYou">{t('importLeftOut', { count: outcome.leftOut.length })}</Lamp>
        )}
      </div>
      <Group justify="flex-end">
        <Button variant="filled" onClick={onClose} data-autofocus>
          {common('close')}
        </Button>
      </Group>
    </div>
  );
}
