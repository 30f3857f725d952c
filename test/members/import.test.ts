import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Output } from '../../electron/contract/index.ts';
import { applyImport, resumeImports } from '../../electron/members/import/apply-import.ts';
import { insertImport, setApplying, stage } from '../../electron/members/import/staging-store.ts';
import { aClub, type Club } from '../support/club.ts';

type Outcome = Output<'members.import'>;

const read = (club: Club, csv: string, dryRun = false): Promise<Outcome> =>
  club.call('members.import', { bookId: club.bookId, csv, dryRun });
const shown = (club: Club) =>
  club.sql(`SELECT name || '|' || coalesce(phone, '') || '|' || coalesce(email, '') FROM member ORDER BY id`);

describe('a file of members', () => {
  const files: [what: string, csv: string][] = [
    ['with semicolons', 'Namn;Mobil;E-post;Etiketter\nAnna Ek;070-174 06 01;anna@example.se;kör, styrelse\n'],
    [
      'with commas and quotes',
      'Name,Mobile,Email,Labels\r\n"Anna Ek","070-174 06 01",ANNA@example.se,"kör,styrelse"\r\n',
    ],
    [
      'with tabs, from a spreadsheet',
      'Namn\tTelefon\tE-postadress\tEtiketter\nAnna Ek\t+46701740601\tanna@example.se\tkör|styrelse',
    ],
    [
      'with a byte order mark and capitals',
      '\ufeffNAMN;MOBILNUMMER;E-POST;LABELS\nAnna Ek;0046701740601;anna@example.se;kör;\n'.replace(
        'kör;',
        'kör,styrelse',
      ),
    ],
    [
      'with the columns in another order',
      'Labels;Phone;Email;Name\n"kör;styrelse";0701740601;anna@example.se;Anna Ek\n',
    ],
    [
      'with first and last name apart',
      'Förnamn;Efternamn;Mobil;E-post;Grupper\nAnna;Ek;0701740601;anna@example.se;kör,styrelse\n',
    ],
    ['without headings', 'Anna Ek;0701740601;anna@example.se;kör,styrelse\n'],
    [
      'with blank lines and blank cells',
      '\n\nNamn;Mobil;E-post;Etiketter;\n;;;;\nAnna Ek;0701740601;anna@example.se;kör,styrelse;\n;;;;\n',
    ],
  ];
  for (const [what, csv] of files) {
    it(`is read ${what}`, async () => {
      const club = await aClub();
      assert.deepEqual(await read(club, csv), { added: 1, updated: 0, unchanged: 0, leftOut: [] });
      assert.deepEqual(shown(club), ['Anna Ek|+46701740601|anna@example.se']);
      assert.deepEqual(club.sql('SELECT label FROM member_label ORDER BY label'), ['kör', 'styrelse']);
      assert.deepEqual(await read(club, csv), { added: 0, updated: 0, unchanged: 1, leftOut: [] });
    });
  }

  it('keeps names and labels as if they had been typed', async () => {
    const club = await aClub();
    const [long, longLabel] = [`${'a'.repeat(199)}😀`, `${'b'.repeat(59)}😀`];
    await read(
      club,
      `Namn;Mobil;Etiketter\n\u202eAn\u001bna\u202c Ek;0701740601;\u2066kör\u2069\n${long};0701740602;${longLabel}\n`,
    );
    assert.deepEqual(club.sql('SELECT name FROM member ORDER BY id'), ['Anna Ek', 'a'.repeat(199)]);
    assert.deepEqual(club.sql('SELECT label FROM member_label ORDER BY label DESC'), ['kör', 'b'.repeat(59)]);
  });

  it('says of each row left out why, by its line in the file', async () => {
    const club = await aClub();
    await club.addMember({ name: 'Ett', phone: '+46701740611' });
    await club.addMember({ name: 'Två', email: 'tva@example.se' });
    await club.addMember({ name: 'Borta', phone: '+46701740612', email: 'borta@example.se' });
    club.stopp('+46701740612');
    const csv = [
      'Namn;Mobil;E-post',
      'Borta;;borta@example.se',
      'Borta;070-174 06 12;nonsense',
      'Fel;0701;',
      'Fel;;fel@',
      'Fast;08-123 456 78;',
      'Flera;070-174 06 20, 070-174 06 21;',
      'Båda;070-174 06 11;tva@example.se',
      'Ny;070-174 06 30;',
      '"Nys\nsyster";070-174 06 30;ny@example.se',
      'Själv;070-174 06 99;',
      'Ingen;;',
    ].join('\n');
    const expected: Outcome = {
      added: 1,
      updated: 0,
      unchanged: 0,
      leftOut: [
        { row: 2, reason: 'has-left' },
        { row: 3, reason: 'has-left' },
        { row: 4, reason: 'invalid-phone' },
        { row: 5, reason: 'invalid-email' },
        { row: 6, reason: 'not-mobile' },
        { row: 7, reason: 'two-numbers' },
        { row: 8, reason: 'two-members' },
        { row: 10, reason: 'shares-address' },
        { row: 12, reason: 'own-address' },
        { row: 13, reason: 'no-address' },
      ],
    };
    const before = shown(club);
    const announced = club.announced.length;
    assert.deepEqual(await read(club, csv, true), expected);
    assert.deepEqual(shown(club), before);
    assert.equal(club.announced.length, announced);
    assert.deepEqual(club.sql('SELECT id FROM import'), []);
    assert.deepEqual(await read(club, csv), expected);
    assert.deepEqual(shown(club), [...before, 'Ny|+46701740630|']);
  });

  it('gives a member a name, labels and the address that was missing, and takes nothing away', async () => {
    const club = await aClub();
    await club.addMember({ name: '', phone: '+46701740601', labels: ['kör'] });
    await club.addMember({ name: 'Bo', phone: '+46701740602', email: 'bo@example.se' });
    const csv = 'Mobil;Namn;E-post;Etiketter\n0701740601;Anna;anna@example.se;ny\n0701740602;;annan@example.se;\n';
    assert.deepEqual(await read(club, csv), { added: 0, updated: 1, unchanged: 1, leftOut: [] });
    assert.deepEqual(shown(club), ['Anna|+46701740601|anna@example.se', 'Bo|+46701740602|bo@example.se']);
    assert.deepEqual(club.sql('SELECT label FROM member_label ORDER BY label'), ['kör', 'ny']);
  });

  it('keeps the blocked blocked and the waiting waiting', async () => {
    const club = await aClub({ book: { approval: true } });
    club.start('+46701740601');
    await club.call('members.block', { bookId: club.bookId, address: '+46701740602' });
    await read(club, 'Namn;Mobil\nAnna;0701740601\nBo;0701740602\n');
    assert.deepEqual(club.sql(`SELECT name || ' ' || status FROM member ORDER BY id`), ['Anna pending', 'Bo blocked']);
  });

  it('never brings back one who leaves while it is read, whenever that is', async () => {
    for (let turns = 0; turns < 12; turns++) {
      const club = await aClub();
      const rows = Array.from({ length: 40 }, (_, index) => `N${index};07017406${10 + index}`);
      const reading = read(club, `Namn;Mobil\n${rows.join('\n')}`);
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
      club.stopp('+46701740649');
      const { added, leftOut } = await reading;
      const [status] = club.sql('SELECT status FROM member WHERE phone = ?', '+46701740649');
      assert.ok(status === undefined || status === 'unsubscribed', String(status));
      assert.equal(added + leftOut.length, 40);
    }
  });

  it('and another at the same time make one of each person', async () => {
    const club = await aClub();
    const csv = `Namn;Mobil\n${Array.from({ length: 60 }, (_, index) => `N;07017406${10 + index}`).join('\n')}`;
    const [one, two] = await Promise.all([read(club, csv), read(club, csv)]);
    assert.equal(one.added + two.added, 60);
    assert.equal(one.unchanged + two.unchanged, 60);
    assert.deepEqual(club.sql('SELECT count(*) FROM member'), [60]);
  });

  it('is taken over to its end after a kill, once it was in; before that not at all', async () => {
    const club = await aClub();
    const candidate = { name: 'Anna', phone: '+46701740601', email: null, labels: [], flaw: null };
    const staged = club.database.write([], (db) => {
      const id = insertImport(db, club.bookId, club.caller.userId, 1);
      stage(db, id, 0, { ...candidate, row: 2 });
      return id;
    });
    await resumeImports(club.core);
    assert.deepEqual([shown(club), club.sql('SELECT count(*) FROM import_row')], [[], [0]]);

    const applying = club.database.write([], (db) => {
      const id = insertImport(db, club.bookId, club.caller.userId, 1);
      stage(db, id, 0, { ...candidate, row: 2 });
      setApplying(db, id);
      return id;
    });
    assert.notEqual(staged, applying);
    await resumeImports(club.core);
    assert.deepEqual([shown(club), club.sql('SELECT count(*) FROM import')], [['Anna|+46701740601|'], [0]]);
    assert.equal((await applyImport(club.core, applying)).added, 0);
  });

  it('lets other work through while thousands of rows are read', async () => {
    const club = await aClub();
    let turns = 0;
    let reading = true;
    const count = () => {
      turns++;
      if (reading) setImmediate(count);
    };
    setImmediate(count);
    const rows = Array.from({ length: 5000 }, (_, index) => `N${index};0720${String(index).padStart(6, '0')}`);
    assert.equal((await read(club, `Namn;Mobil\n${rows.join('\n')}`)).added, 5000);
    reading = false;
    assert.ok(turns > 10, String(turns));
  });
});
