import { ownAddresses } from '../books/roles-store.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import type { ReadableDb } from '../database/database.ts';
import { readSetting } from '../settings/settings-store.ts';
import { holdsTwoNumbers, parseMail, parsePhone } from './address.ts';
import { memberByAddress, openDepartureOf } from './members-store.ts';

/** Addresses in the form they are kept in. */
export interface Addresses {
  phone: string | null;
  email: string | null;
}

/**
 * The addresses an administrator types for a member of the book (`but`: the one being edited), checked. That somebody has left is
 * said before anything else; then `two-numbers`, `invalid-phone`, `not-mobile`, `invalid-email`, `no-address`, `own-address`,
 * `already-member`, each with the field.
 */
export function checkPerson(
  db: ReadableDb,
  core: Pick<Core, 'addressKey'>,
  bookId: number,
  typed: { phone: string | null; email: string | null },
  but: number | null = null,
): Addresses {
  const country = readSetting(db, 'country');
  const parsed = typed.phone === null ? null : parsePhone(typed.phone, country);
  const phone = parsed?.phone ?? null;
  const email = typed.email === null ? null : parseMail(typed.email);

  for (const [field, address] of Object.entries({ phone, email })) {
    const departure = address === null ? null : openDepartureOf(db, core, bookId, address);
    if (departure) throw new Problem('member-has-left', { field, at: departure.at, memberId: departure.memberId });
  }
  if (typed.phone !== null && !parsed) {
    const two = holdsTwoNumbers(typed.phone, country);
    throw new Problem(two ? 'two-numbers' : 'invalid-phone', { field: 'phone' });
  }
  if (parsed && !parsed.mobile) throw new Problem('not-mobile', { field: 'phone' });
  if (typed.email !== null && email === null) throw new Problem('invalid-email', { field: 'email' });
  if (phone === null && email === null) throw new Problem('no-address', { field: 'phone' });

  const own = ownAddresses(db);
  for (const [field, address] of Object.entries({ phone, email })) {
    if (address === null) continue;
    if (own.has(address)) throw new Problem('own-address', { field });
    const holder = memberByAddress(db, bookId, address);
    if (holder && holder.id !== but) throw new Problem('already-member', { field, memberId: holder.id });
  }
  return { phone, email };
}
