import { Switch } from '@mantine/core';
import { listRoles } from '../../../electron/contract/roles.ts';
import { useLive } from '../../api/use-live.ts';
import { useBook } from '../../shell/use-book.ts';
import { useText } from '../../text/use-text.ts';
import { AccessSection } from './AccessSection.tsx';
import { FunctionariesSection } from './FunctionariesSection.tsx';
import { Saved } from './Saved.tsx';
import { useBookPatch } from './use-book-patch.ts';
import { WritersSection } from './WritersSection.tsx';

/** Who may write to the members, who is told what happens, and who may open the book in Samband. */
export function PeopleTab() {
  const { id } = useBook();
  const roles = useLive(listRoles, { bookId: id });
  if (!roles.data) return null;
  const of = (kind: 'writer' | 'functionary' | 'access') => roles.data.filter(({ role }) => role === kind);
  return (
    <div className="settings-tab stack gap-4">
      <section>
        <WritersSection roles={of('writer')} />
        <MembersMayWrite />
      </section>
      <FunctionariesSection roles={of('functionary')} />
      <AccessSection roles={of('access')} />
    </div>
  );
}

function MembersMayWrite() {
  const t = useText('settings');
  const { book, patch, saved, error } = useBookPatch();
  const on = book.membersMayWrite;
  return (
    <div className="stack">
      <Switch
        mt={12}
        checked={on}
        onChange={({ currentTarget }) => patch({ membersMayWrite: currentTarget.checked })}
        label={
          <>
            <b>{t('membersMayWrite')}</b>{' '}
            <span className="muted">
              {on ? t('membersMayWriteOn', { count: book.counts.active }) : t('membersMayWriteOff')}
            </span>
          </>
        }
      />
      <Saved saved={saved} error={error} />
    </div>
  );
}
