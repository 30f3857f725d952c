import '../../components/virtual-table.css';
import { useState } from 'react';
import type { Role } from '../../../electron/contract/roles.ts';
import { Note } from '../../components/Note.tsx';
import { useText } from '../../text/use-text.ts';
import { AddRole } from './AddRole.tsx';
import { RemoveRole } from './RemoveRole.tsx';
import { RoleAddress, RoleName } from './RoleWho.tsx';
import { SectionHead } from './SectionHead.tsx';

export function WritersSection({ roles }: { roles: readonly Role[] }) {
  const t = useText('settings');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <SectionHead
        title={t('writersTitle')}
        text={t('writersText')}
        action={t('addWriter')}
        onAction={() => setAdding(true)}
      />
      {roles.length === 0 ? (
        <Note tone="warn" lamp="needsYou">
          {t('noWriters')}
        </Note>
      ) : (
        <table className="plain-table people-table">
          <thead>
            <tr>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('column.from')}</th>
              <th scope="col" className="narrow-column">
                <span className="hidden-words">{t('column.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role.id}>
                <td className="name">
                  <RoleName role={role} />
                </td>
                <td>
                  <RoleAddress role={role} />
                </td>
                <td>
                  <RemoveRole role={role} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && <AddRole kind="writer" title={t('addWriter')} taken={roles} onClose={() => setAdding(false)} />}
    </>
  );
}
