import { Button } from '@mantine/core';
import { IconDownload, IconUpload, IconUserPlus } from '@tabler/icons-react';
import { exportMembers, type Member } from '../../../electron/contract/members.ts';
import { call } from '../../api/call.ts';
import { useProgram } from '../../api/Program.tsx';
import { fileName, saveFile } from '../../components/save-file.ts';
import { useBook } from '../../shell/use-book.ts';
import { useText } from '../../text/use-text.ts';
import { AddMember } from './AddMember.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';

export type Tool = 'add' | 'import';

export function MembersTools(props: {
  status: Member['status'];
  tool: Tool | null;
  onTool: (tool: Tool | null) => void;
}) {
  const { status, tool, onTool } = props;
  const t = useText('members');
  const program = useProgram();
  const book = useBook();
  const save = async () => {
    const { csv } = await call(program, exportMembers, { bookId: book.id, status });
    saveFile(`${fileName(`${book.name} ${t(`tabs.${status}`)}`)}.csv`, 'text/csv;charset=utf-8', csv);
  };
  return (
    <>
      <Button
        variant="subtle"
        className="export-button"
        title={t('exportHint')}
        disabled={book.counts[status] === 0}
        onClick={() => void save()}
        leftSection={<IconDownload size={20} stroke={1.75} aria-hidden="true" />}
      >
        {t('export')}
      </Button>
      <Button onClick={() => onTool('import')} leftSection={<IconUpload size={20} stroke={1.75} aria-hidden="true" />}>
        {t('import')}
      </Button>
      <Button onClick={() => onTool('add')} leftSection={<IconUserPlus size={20} stroke={1.75} aria-hidden="true" />}>
        {t('add')}
      </Button>
      {tool === 'add' && <AddMember onClose={() => onTool(null)} />}
      {tool === 'import' && <ImportDialog onClose={() => onTool(null)} />}
    </>
  );
}
