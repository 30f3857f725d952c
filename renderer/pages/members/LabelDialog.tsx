import { Button, Group, Modal, MultiSelect, TagsInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { labelMembers, listLabels } from '../../../electron/contract/members.ts';
import { call } from '../../api/call.ts';
import { useProgram } from '../../api/Program.tsx';
import { useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useText } from '../../text/use-text.ts';
import { inCalls } from './all-ids.ts';

/** Adds and takes away labels on everyone ticked. */
export function LabelDialog(props: { bookId: number; ids: ReadonlySet<number>; onClose: () => void }) {
  const { bookId, ids, onClose } = props;
  const t = useText('members');
  const common = useText('common');
  const program = useProgram();
  const known = useLive(listLabels, { bookId }).data?.map(({ label }) => label) ?? [];
  const [add, setAdd] = useState<string[]>([]);
  const [take, setTake] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const count = ids.size;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      for (const some of inCalls(ids)) await call(program, labelMembers, { ids: some, add, take });
      onClose();
    } catch (refused) {
      if (!(refused instanceof Error)) throw refused;
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('labelTitle', { count })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form className="stack gap-3" onSubmit={(event) => void save(event)}>
        <TagsInput
          label={t('labelsAdd')}
          placeholder={t('labelsHint')}
          data={known}
          value={add}
          onChange={setAdd}
          data-autofocus
        />
        {known.length > 0 && <MultiSelect label={t('labelsTake')} data={known} value={take} onChange={setTake} />}
        <Refusal error={error} />
        <Group justify="flex-end" gap={8}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={add.length === 0 && take.length === 0}>
            {t('labelSave', { count })}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
