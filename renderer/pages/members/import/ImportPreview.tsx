import { Button, Group } from '@mantine/core';
import type { Output } from '../../../../electron/contract/index.ts';
import { Lamp } from '../../../components/Lamp.tsx';
import { Refusal } from '../../../components/Refusal.tsx';
import { useText } from '../../../text/use-text.ts';
import { LeftOutRows } from './LeftOutRows.tsx';
import type { ReadList } from './read-list.ts';

/** What the import would do, before anything is done. */
export function ImportPreview(props: {
  list: ReadList;
  outcome: Output<'members.import'>;
  busy: boolean;
  error: Error | null;
  onAgain: () => void;
  onImport: () => void;
}) {
  const { list, outcome, busy, error, onAgain, onImport } = props;
  const t = useText('members');
  const { added, updated, unchanged, leftOut } = outcome;
  const changes = added + updated;
  return (
    <div className="stack gap-3">
      <div className="import-counts" role="status">
        <Lamp kind="works">{t('importAdded', { count: added })}</Lamp>
        <Lamp kind="onItsWay">{t('importUpdated', { count: updated })}</Lamp>
        <Lamp kind="off">{t('importUnchanged', { count: unchanged })}</Lamp>
        {leftOut.length > 0 && <Lamp kind="needsYou">{t('importLeftOut', { count: leftOut.length })}</Lamp>}
      </div>
      <LeftOutRows lines={list.lines} leftOut={leftOut} />
      {changes === 0 && <p>{t('importNothing')}</p>}
      <Refusal error={error} />
      <Group justify="space-between" gap={8}>
        <Button onClick={onAgain}>{t('importAgain')}</Button>
        <Button variant="filled" onClick={onImport} disabled={changes === 0} loading={busy}>
          {t('importDo', { count: changes })}
        </Button>
      </Group>
    </div>
  );
}
