import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconTag, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import {
  approveMembers,
  blockMembers,
  declineMembers,
  listMembers,
  removeMembers,
  unblockMembers,
} from '../../../electron/contract/members.ts';
import { call } from '../../api/call.ts';
import { useProgram } from '../../api/Program.tsx';
import { useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useText } from '../../text/use-text.ts';
import { writeHref } from '../write/audience.ts';
import { allIds } from './all-ids.ts';
import { LabelDialog } from './LabelDialog.tsx';
import { SureDialog, type SureKind } from './SureDialog.tsx';
import { useSelection } from './selection.ts';
import { useForAll } from './use-for-all.ts';
import { askFor, type MemberQuery } from './use-member-rows.ts';

const icon = { size: 20, stroke: 1.75, 'aria-hidden': true } as const;

/** What can be done with those ticked; docked under the list so that it never covers a row. */
export function SelectionBar({ query }: { query: MemberQuery }) {
  const t = useText('members');
  const program = useProgram();
  const { ids, replace, clear } = useSelection();
  const list = useLive(listMembers, askFor(query, 0));
  const [dialog, setDialog] = useState<SureKind | 'label' | null>(null);
  const approve = useForAll((some) => call(program, approveMembers, { ids: some }));
  const decline = useForAll((some) => call(program, declineMembers, { ids: some }));
  const remove = useForAll((some) => call(program, removeMembers, { ids: some }));
  const block = useForAll((some) => call(program, blockMembers, { ids: some }));
  const unblock = useForAll((some) => call(program, unblockMembers, { ids: some }));
  const commands = { approve, decline, remove, block, unblock };
  const count = ids.size;
  const total = list.data?.total ?? count;
  const { status } = query;
  const doFor = (command: keyof typeof commands) =>
    void commands[command].run(ids).then((done) => {
      if (!done) return;
      setDialog(null);
      clear();
    });
  return (
    <>
      <b className="num" role="status">
        {t('selected', { count })}
      </b>
      {count < total && (
        <Button variant="subtle" onClick={() => void allIds(program, query).then(replace)}>
          {t('selectAll', { total })}
        </Button>
      )}
      <span className="push" />
      {status === 'active' && (
        <Button
          variant="filled"
          component={Link}
          href={hrefFor(query, ids, total)}
          leftSection={<IconPencil {...icon} />}
        >
          {t('writeTo', { count })}
        </Button>
      )}
      {status === 'pending' && (
        <Button variant="filled" onClick={() => doFor('approve')} loading={approve.busy}>
          {t('approveSome', { count })}
        </Button>
      )}
      {status === 'blocked' && (
        <Button variant="filled" onClick={() => doFor('unblock')} loading={unblock.busy}>
          {t('unblockSome', { count })}
        </Button>
      )}
      <Button onClick={() => setDialog('label')} leftSection={<IconTag {...icon} />}>
        {t('setLabel')}
      </Button>
      {(status === 'active' || status === 'pending') && (
        <Button className="wide-button" variant="outline" color="ler" onClick={() => setDialog('block')}>
          {t('blockSome', { count })}
        </Button>
      )}
      <Button
        variant="outline"
        color="ler"
        onClick={() => setDialog(status === 'pending' ? 'decline' : 'remove')}
        leftSection={<IconTrash {...icon} />}
      >
        {status === 'pending' ? t('declineSome', { count }) : t('removeSome', { count })}
      </Button>
      <ActionIcon aria-label={t('clear')} onClick={clear}>
        <IconX {...icon} />
      </ActionIcon>
      <Refusal error={approve.error ?? unblock.error} />
      {dialog === 'label' && <LabelDialog bookId={query.bookId} ids={ids} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'label' && (
        <SureDialog
          kind={dialog}
          status={status}
          count={count}
          progress={commands[dialog]}
          onKeep={() => setDialog(null)}
          onConfirm={() => doFor(dialog)}
        />
      )}
    </>
  );
}

/** A whole list is named by what it is, so that who joins before it is sent is with it too. */
function hrefFor({ search, label }: MemberQuery, ids: ReadonlySet<number>, total: number): string {
  if (ids.size < total || (search !== '' && label !== null)) return writeHref({ kind: 'members', ids: [...ids] });
  if (search !== '') return writeHref({ kind: 'search', search });
  return writeHref(label === null ? { kind: 'all' } : { kind: 'label', label });
}
