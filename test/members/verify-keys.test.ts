import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keysFit, verifyKeys } from '../../electron/members/verify-keys.ts';
import { aClub } from '../support/club.ts';

it('a member whose key was changed is found, shown once and not fit to be sent to', async () => {
  const club = await aClub();
  const good = await club.addMember({ phone: '+46701740601', email: 'anna@example.se' });
  const bad = await club.addMember({ phone: '+46701740602' });
  assert.deepEqual(await verifyKeys(club.core), []);
  club.database.write([], (db) => db.prepare(`UPDATE member SET phone_key = 'x' WHERE id = ?`).run(bad));
  for (let start = 0; start < 2; start++) {
    assert.deepEqual(await verifyKeys(club.core), [{ bookId: club.bookId, memberId: bad }]);
  }
  assert.deepEqual(club.sql(`SELECT kind || ' ' || member_id FROM todo`), [`key-mismatch ${bad}`]);
  assert.deepEqual(
    [good, bad, 999].map((id) => keysFit(club.database.read, club.core, id)),
    [true, false, false],
  );
});
