import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../electron/contract/problems.ts';
import { aClub, type Club } from '../support/club.ts';

const PHONES = Array.from({ length: 6 }, (_, index) => `+467017406${10 + index}`);
const MAILS = ['a@example.se', 'b@example.se', 'c@example.se'];
const ADDRESSES = [...PHONES, ...MAILS];
const STEPS = 150;

/** Mulberry32: the same walk for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One thing an administrator can do, on people and addresses taken by chance. Refusals are fine. */
async function administer(club: Club, below: (limit: number) => number): Promise<string> {
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T; // never empty here
  const ids = club.sql('SELECT id FROM member').map(Number);
  const books = club.sql('SELECT id FROM book WHERE removed_at IS NULL').map(Number);
  const bookId = pick(books);
  const phone = pick(PHONES);
  const email = pick(MAILS);
  const id = ids.length > 0 ? pick(ids) : 1;
  const verb = pick(['approve', 'decline', 'remove', 'block', 'unblock'] as const);
  const acts: Record<string, () => Promise<unknown>> = {
    add: () => club.call('members.add', { bookId, ...(below(3) ? { phone } : {}), ...(below(3) ? { email } : {}) }),
    edit: () =>
      club.call('members.update', {
        id,
        patch: {
          ...(below(2) ? { phone: below(4) ? phone : null } : {}),
          ...(below(2) ? { email: below(4) ? email : null } : {}),
          ...(below(2) ? { name: `Namn ${below(9)}` } : {}),
        },
      }),
    change: () => club.call(`members.${verb}`, { ids: [id, pick(ids.length > 0 ? ids : [1])] }),
    blockAddress: () => club.call(below(2) ? 'members.block' : 'members.unblock', { bookId, address: pick(ADDRESSES) }),
    import: () =>
      club.call('members.import', {
        bookId,
        csv: `Namn;Mobil;E-post\nA;${phone};${email}\nB;${pick(PHONES)};\nC;;${pick(MAILS)}\n`,
        ...(below(4) ? {} : { dryRun: true }),
      }),
    role: () => club.call('roles.add', { bookId, role: 'writer', address: pick(ADDRESSES) }),
    settings: () => club.call('books.update', { id: bookId, patch: { approval: below(2) === 0 } }),
    relink: () => club.call('books.update', { id: bookId, patch: { lineId: below(2) ? club.lineId : null } }),
  };
  const [name, act] = pick(Object.entries(acts));
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  return name;
}

/** Who has left which book and not come back, as the persons themselves know it. */
function stillGone(club: Club, gone: Set<string>): string[] {
  const members = club.database.read
    .prepare<[], { book_id: number; phone: string | null; email: string | null }>(
      `SELECT book_id, phone, email FROM member WHERE status IN ('active', 'pending')`,
    )
    .all();
  return members
    .flatMap(({ book_id, phone, email }) => [`${book_id} ${phone}`, `${book_id} ${email}`])
    .filter((known) => gone.has(known));
}

describe('whatever the administrator does, in whatever order', () => {
  for (let seed = 1; seed <= 12; seed++) {
    it(`nobody who left is brought back (walk ${seed})`, async () => {
      const club = await aClub({ book: { approval: seed % 2 === 0 } });
      await club.call('books.create', { name: 'Styrelsen' });
      const below = random(seed);
      const gone = new Set<string>();
      let most = 0;
      for (let step = 0; step < STEPS; step++) {
        const address = ADDRESSES[below(ADDRESSES.length)] ?? '';
        const bookId = 1 + below(2);
        const chance = below(10);
        if (chance === 0) {
          const own = club.sql(
            `SELECT coalesce(phone, '') || ' ' || coalesce(email, '') FROM member
             WHERE book_id = ? AND ? IN (phone, email)`,
            bookId,
            address,
          );
          club.stopp(address, bookId);
          for (const each of [address, ...String(own[0] ?? '').split(' ')])
            if (each !== '') gone.add(`${bookId} ${each}`);
        } else if (chance === 1) {
          const blocked = club.sql(
            `SELECT 1 FROM block WHERE lifted_at IS NULL AND book_id = ? AND address = ?
             UNION SELECT 1 FROM member WHERE book_id = ? AND ? IN (phone, email) AND status = 'blocked'`,
            bookId,
            address,
            bookId,
            address,
          );
          if (blocked.length === 0) {
            const { memberId } = club.start(address, bookId);
            const [own] = club.sql(
              `SELECT coalesce(phone, '') || ' ' || coalesce(email, '') FROM member WHERE id = ?`,
              memberId,
            );
            for (const each of [address, ...String(own).split(' ')]) gone.delete(`${bookId} ${each}`);
          }
        } else {
          const act = await administer(club, below);
          assert.deepEqual(stillGone(club, gone), [], `after ${act}, step ${step}`);
          most = Math.max(most, club.sql(`SELECT id FROM member WHERE status = 'active'`).length);
        }
      }
      assert.ok(club.sql('SELECT id FROM departure').length > 3, 'people left on the way');
      assert.ok(most > 1, 'and there were members');
    });
  }
});
