import { Modal } from '@mantine/core';
import { useState } from 'react';
import { importMembers } from '../../../../electron/contract/members.ts';
import { useCommand } from '../../../api/use-live.ts';
import { useBook } from '../../../shell/use-book.ts';
import { useText } from '../../../text/use-text.ts';
import { ChooseList } from './ChooseList.tsx';
import { ImportDone } from './ImportDone.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import type { ReadList } from './read-list.ts';

/** Three views in turn: choose a list, see row by row what would happen, and what happened. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useText('members');
  const common = useText('common');
  const book = useBook();
  const look = useCommand(importMembers);
  const really = useCommand(importMembers);
  const [list, setList] = useState<ReadList | null>(null);

  const tryOut = (chosen: ReadList) => {
    setList(chosen);
    look.mutate({ bookId: book.id, csv: chosen.csv, dryRun: true });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={really.data ? t('importDone') : t('importTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {really.data ? (
        <ImportDone outcome={really.data} onClose={onClose} />
      ) : look.data && list ? (
        <ImportPreview
          list={list}
          outcome={look.data}
          busy={really.isPending}
          error={really.error}
          onAgain={() => look.reset()}
          onImport={() => really.mutate({ bookId: book.id, csv: list.csv })}
        />
      ) : (
        <ChooseList onChosen={tryOut} busy={look.isPending} error={look.error} />
      )}
    </Modal>
  );
}
