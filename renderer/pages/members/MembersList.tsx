import { Button } from '@mantine/core';
import { IconUpload, IconUserPlus } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { listBlocks } from '../../../electron/contract/members.ts';
import { useProgram } from '../../api/Program.tsx';
import { useLive } from '../../api/use-live.ts';
import { EmptyPage } from '../../components/EmptyPage.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { VirtualTable } from '../../components/VirtualTable.tsx';
import { useText } from '../../text/use-text.ts';
import { allIds } from './all-ids.ts';
import { useMemberColumns } from './columns.tsx';
import type { Tool } from './MembersTools.tsx';
import { useSelection } from './selection.ts';
import { type MemberQuery, useMemberRows } from './use-member-rows.ts';

/** The rows of one tab, or what belongs there and how to begin. */
export function MembersList(props: {
  query: MemberQuery;
  openId: number | null;
  onOpen: (id: number) => void;
  onShowAll: () => void;
  onTool: (tool: Tool) => void;
}) {
  const { query, openId, onOpen, onShowAll, onTool } = props;
  const t = useText('members');
  const narrow = useNarrow();
  const program = useProgram();
  const { ids, replace } = useSelection();
  const rows = useMemberRows(query);
  const asked = JSON.stringify(query);
  const tickAll = useCallback(() => {
    // The query as text: a new object each time would draw every row anew.
    void allIds(program, JSON.parse(asked)).then(replace);
  }, [program, asked, replace]);
  const columns = useMemberColumns(query.status, openId !== null, tickAll);
  const listKey = useMemo(() => asked, [asked]);

  if (rows.error) return <Refusal error={rows.error} />;
  if (rows.total === undefined) return null;
  if (rows.total === 0) return <NobodyHere query={query} onShowAll={onShowAll} onTool={onTool} />;
  return (
    <VirtualTable
      label={t(`tabs.${query.status}`)}
      columns={columns}
      count={rows.total}
      rowAt={rows.rowAt}
      rowKey={({ id }) => id}
      listKey={listKey}
      onVisible={rows.onVisible}
      onOpen={({ id }) => onOpen(id)}
      isSelected={({ id }) => ids.has(id)}
      isOpen={({ id }) => id === openId}
      rowHeight={narrow ? 64 : 40}
    />
  );
}

function NobodyHere(props: { query: MemberQuery; onShowAll: () => void; onTool: (tool: Tool) => void }) {
  const { query, onShowAll, onTool } = props;
  const t = useText('members');
  const { status, search, label, bookId } = query;
  const blocks = useLive(listBlocks, { bookId }, { enabled: status === 'blocked' });
  // Addresses that are nobody's are listed below.
  if (blocks.data && blocks.data.length > 0) return null;
  if (search !== '' || label !== null) {
    const words = search !== '' ? t('empty.search.text', { search }) : t('empty.label.text', { label });
    return (
      <EmptyPage title={t('empty.search.title')} action={<Button onClick={onShowAll}>{t('clearSearch')}</Button>}>
        {words}
      </EmptyPage>
    );
  }
  return (
    <EmptyPage
      title={t(`empty.${status}.title`)}
      action={
        status === 'active' && (
          <div className="row wrap">
            <Button
              variant="filled"
              onClick={() => onTool('add')}
              leftSection={<IconUserPlus size={20} stroke={1.75} aria-hidden="true" />}
            >
              {t('add')}
            </Button>
            <Button
              onClick={() => onTool('import')}
              leftSection={<IconUpload size={20} stroke={1.75} aria-hidden="true" />}
            >
              {t('import')}
            </Button>
          </div>
        )
      }
    >
      {t(`empty.${status}.text`)}
    </EmptyPage>
  );
}
