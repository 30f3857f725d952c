import type { Role } from '../../../electron/contract/roles.ts';
import { TelephoneNumber } from '../../components/TelephoneNumber.tsx';
import { useFormat, useText } from '../../text/use-text.ts';

/** What to call who has a role: the name where one is known, else the address. */
export function useRoleName(): (role: Role) => string {
  const format = useFormat();
  const common = useText('common');
  return ({ name, address }) => name || (address ? format.address(address) : common('noName'));
}

export function RoleName({ role }: { role: Role }) {
  const common = useText('common');
  return role.name ? role.name : <span className="quiet">{common('noName')}</span>;
}

export function RoleAddress({ role }: { role: Role }) {
  const t = useText('settings');
  return role.address === null ? t('inSamband') : <TelephoneNumber address={role.address} />;
}
