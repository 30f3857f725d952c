import '../../components/virtual-table.css';
import '../../components/tick.css';
import { useState } from 'react';
import { muteRole, noticeKinds, type Role } from '../../../electron/contract/roles.ts';
import { useCommand } from '../../api/use-live.ts';
import { Note } from '../../components/Note.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useText } from '../../text/use-text.ts';
import { AddRole } from './AddRole.tsx';
import { RemoveRole } from './RemoveRole.tsx';
import { RoleAddress, RoleName, useRoleName } from './RoleWho.tsx';
import { SectionHead } from './SectionHead.tsx';

/** Who is told, by what, and about what: a tick for each kind of notice. */
export function FunctionariesSection({ roles }: { roles: readonly Role[] }) {
  const t = useText('settings');
  const [adding, setAdding] = useState(false);
  return (
    <section className="section">
      <SectionHead
        title={t('functionariesTitle')}
        text={t('functionariesText')}
        action={t('addFunctionary')}
        onAction={() => setAdding(true)}
      />
      {roles.length === 0 ? (
        <Note tone="warn" lamp="needsYou">
          {t('noFunctionary')}
        </Note>
      ) : (
        <table className="plain-table people-table functionary-table">
          <thead>
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('column.via')}</th>
              {noticeKinds.map((kind) => (
                <th key={kind} scope="col" className="tick-column">
                  {t(`notice.${kind}`)}
                </th>
              ))}
              <th scope="col" className="narrow-column">
                <span className="hidden-words">{t('column.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <FunctionaryRow key={role.id} role={role} />
            ))}
          </tbody>
        </table>
      )}
      {adding && (
        <AddRole kind="functionary" title={t('addFunctionary')} taken={roles} onClose={() => setAdding(false)} />
      )}
    </section>
  );
}

function FunctionaryRow({ role }: { role: Role }) {
  const t = useText('settings');
  const name = useRoleName()(role);
  const mute = useCommand(muteRole);
  // A tick moves when it is pressed, and back where the program refuses.
  const [eager, setEager] = useState<{ of: Role; muted: Role['muted'] } | null>(null);
  const muted = eager?.of === role ? eager.muted : role.muted;
  const turn = (kind: Role['muted'][number], on: boolean) => {
    const next = on ? muted.filter((one) => one !== kind) : [...muted, kind];
    setEager({ of: role, muted: next });
    mute.mutate({ id: role.id, muted: next }, { onError: () => setEager(null) });
  };
  return (
    <>
      <tr>
        <td className="name">
          <RoleName role={role} />
        </td>
        <td>
          <RoleAddress role={role} />
        </td>
        {noticeKinds.map((kind) => (
          <td key={kind} className="tick-column">
            <label className="tick-target">
              <span className="tick-words">{t(`notice.${kind}`)}</span>
              <input
                type="checkbox"
                className="tick"
                aria-label={t('noticeFor', { name, kind: t(`notice.${kind}`) })}
                checked={!muted.includes(kind)}
                onChange={({ currentTarget }) => turn(kind, currentTarget.checked)}
              />
            </label>
          </td>
        ))}
        <td>
          <RemoveRole role={role} />
        </td>
      </tr>
      {mute.error && (
        <tr>
          <td colSpan={8}>
            <Refusal error={mute.error} />
          </td>
        </tr>
      )}
    </>
  );
}
