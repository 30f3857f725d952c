import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aClub } from '../support/club.ts';

const PHONE = '+46701740601';

describe('members.add', () => {
  const refused: [what: string, typed: { phone?: string; email?: string }, code: string][] = [
    ['a number that is none', { phone: '0701' }, 'invalid-phone'],
    ['a mail address that is none', { email: 'anna@' }, 'invalid-email'],
    ['a landline', { phone: '08-123 456 78' }, 'not-mobile'],
    ['two numbers', { phone: '070-174 06 01 / 070-174 06 02' }, 'two-numbers'],
    ['the own number', { phone: '+46701740699' }, 'own-address'],
    ['nothing', {}, 'no-address'],
    ['a number that is taken', { phone: '0046 70-174 06 05' }, 'already-member'],
    ['one who left, whatever else is wrong', { phone: '070-174 06 04', email: 'nonsense' }, 'member-has-left'],
    ['one who left, and another taken', { phone: '070-174 06 05', email: 'gone@example.se' }, 'member-has-left'],
  ];
  for (const [what, typed, code] of refused) {
    it(`refuses ${what}: ${code}`, async () => {
      const club = await aClub();
      await club.addMember({ phone: '+46701740605' });
      await club.addMember({ phone: '+46701740604', email: 'gone@example.se' });
      club.stopp('+46701740604');
      assert.equal(await club.refusal('members.add', { bookId: club.bookId, ...typed }), code);
    });
  }

  it('takes a number however it is written', async () => {
    for (const phone of [
      '070-174 06 01',
      '0701740601',
      '+46 (0)70 174 06 01',
      '0046701740601',
      '０７０‑１７４ ０６ ０１',
    ]) {
      const club = await aClub();
      const added = await club.call('members.add', { bookId: club.bookId, phone });
      assert.equal(added.status, 'active');
      assert.deepEqual(club.sql('SELECT phone FROM member'), [PHONE], phone);
    }
  });
});

describe('members.list', () => {
  it('is in Swedish order, without a name last', async () => {
    const club = await aClub();
    for (const [index, name] of ['Örn', 'Zorn', 'Ärlig', 'Ek', '', 'Åsa', 'Éva'].entries())
      await club.addMember({ name, phone: `+4670174061${index}` });
    const { items, total } = await club.call('members.list', { bookId: club.bookId, limit: 50, offset: 0 });
    assert.deepEqual([total, ...items.map(({ name }) => name)], [7, 'Ek', 'Éva', 'Zorn', 'Åsa', 'Ärlig', 'Örn', '']);
    const page = await club.call('members.list', { bookId: club.bookId, limit: 2, offset: 2 });
    assert.deepEqual([page.total, ...page.items.map(({ name }) => name)], [7, 'Zorn', 'Åsa']);
  });

  const found: [search: string, names: string[]][] = [
    ['anna', ['Anna Öberg']],
    ['ÖBERG', ['Anna Öberg']],
    ['öberg anna', ['Anna Öberg']],
    ['berg', ['Anna Öberg', 'Bo Berg']],
    ['070-174 06 0', ['Anna Öberg', 'Bo Berg']],
    ['0701740602', ['Bo Berg']],
    ['+46 70 174 06 02', ['Bo Berg']],
    ['0046701740602', ['Bo Berg']],
    ['40602', ['Bo Berg']],
    ['bo@ex', ['Bo Berg']],
    ['%', []],
    ['_', []],
    ["'", []],
    ['  ', ['Anna Öberg', 'Bo Berg']],
  ];
  for (const [search, names] of found) {
    it(`finds ${JSON.stringify(search)}`, async () => {
      const club = await aClub();
      await club.addMember({ name: 'Anna Öberg', phone: PHONE });
      await club.addMember({ name: 'Bo Berg', phone: '+46701740602', email: 'bo@example.se' });
      const { items, total } = await club.call('members.list', { bookId: club.bookId, search, limit: 50, offset: 0 });
      assert.deepEqual([total, items.map(({ name }) => name)], [names.length, names]);
    });
  }

  it('tells labels and status apart', async () => {
    const club = await aClub();
    const anna = await club.addMember({ name: 'Anna', phone: PHONE, labels: ['kör', 'Styrelse'] });
    await club.addMember({ name: 'Bo', phone: '+46701740602', labels: ['kör'] });
    await club.call('members.label', { ids: [anna], add: ['ny'], take: ['kör'] });
    const asked = { bookId: club.bookId, limit: 50, offset: 0 };
    assert.deepEqual(
      (await club.call('members.list', { ...asked, label: 'kör' })).items.map(({ name }) => name),
      ['Bo'],
    );
    assert.deepEqual((await club.call('members.list', { ...asked, label: 'ny' })).items[0]?.labels, ['Styrelse', 'ny']);
    club.stopp(PHONE);
    assert.equal(
      (await club.call('members.list', { ...asked, status: 'unsubscribed' })).items[0]?.leftAt,
      club.clock.now(),
    );
    assert.equal((await club.call('members.list', { ...asked, status: 'active' })).total, 1);
    assert.deepEqual(await club.call('members.labels', { bookId: club.bookId }), [
      { label: 'Styrelse', members: 1 },
      { label: 'kör', members: 1 },
      { label: 'ny', members: 1 },
    ]);
  });
});

describe('members.update', () => {
  it('takes what is queued along to the new number', async () => {
    const club = await aClub({ book: { approval: true } });
    const id = club.start(PHONE).memberId;
    await club.call('members.approve', { ids: [id] });
    await club.call('members.update', { id, patch: { phone: '070-174 06 02' } });
    assert.deepEqual(club.sql(`SELECT recipient || ' ' || state FROM outbox`), ['+46701740602 queued']);
    await club.call('members.update', { id, patch: { phone: null, email: 'a@example.se' } });
    assert.deepEqual(club.sql(`SELECT recipient || ' ' || state FROM outbox`), ['+46701740602 cancelled']);
  });

  it('leaves one who left the addresses, and may correct the name', async () => {
    const club = await aClub();
    const id = await club.addMember({ name: 'Ana', phone: PHONE });
    club.stopp(PHONE);
    assert.equal(await club.refusal('members.update', { id, patch: { phone: '+46701740602' } }), 'member-has-left');
    assert.equal(await club.refusal('members.update', { id, patch: { email: 'a@example.se' } }), 'member-has-left');
    await club.call('members.update', { id, patch: { name: 'Anna', phone: '070-174 06 01' } });
    assert.equal((await club.call('members.get', { id })).name, 'Anna');
  });

  it('refuses the address of one who left, also for one who is blocked', async () => {
    const club = await aClub();
    const id = await club.addMember({ phone: PHONE });
    club.stopp('+46701740602');
    for (const prepare of [async () => {}, () => club.call('members.block', { ids: [id] })]) {
      await prepare();
      assert.equal(await club.refusal('members.update', { id, patch: { phone: '+46701740602' } }), 'member-has-left');
    }
  });

  it('blocks the new number of one who is blocked, and lets the old one go', async () => {
    const club = await aClub();
    const id = await club.addMember({ phone: PHONE });
    await club.call('members.block', { ids: [id] });
    await club.call('members.update', { id, patch: { phone: '+46701740602' } });
    assert.deepEqual(club.sql('SELECT address FROM block WHERE lifted_at IS NULL'), ['+46701740602']);
  });
});

describe('members.export', () => {
  it('opens in a spreadsheet without running anything, and comes back in', async () => {
    const club = await aClub();
    await club.addMember({ name: '=HYPERLINK("http://x")', phone: PHONE, labels: ['kör', '+ny'] });
    await club.addMember({ name: 'Ström; Åsa "Å"', phone: '+4740000000', email: 'asa@example.se' });
    const { csv } = await club.call('members.export', { bookId: club.bookId });
    assert.equal(csv.slice(0, 43), '\ufeffNamn;Mobil;E-post;Etiketter;Status;Gick med'.slice(0, 43));
    assert.ok(!/(^|;|\n)"?[=+@-]/.test(csv.slice(1)), csv);
    const again = await aClub();
    const result = await again.call('members.import', { bookId: again.bookId, csv });
    assert.deepEqual(result, { added: 2, updated: 0, unchanged: 0, leftOut: [] });
    assert.deepEqual(again.sql('SELECT name FROM member ORDER BY id'), ['=HYPERLINK("http://x")', 'Ström; Åsa "Å"']);
    assert.deepEqual(again.sql('SELECT label FROM member_label ORDER BY label'), ['+ny', 'kör']);
  });
});
