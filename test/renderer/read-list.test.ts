import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeFile, readList } from '../../renderer/pages/members/import/read-list.ts';

const line = 'Namn;Mobil\nÅsa Öhrn;0701740605';

test('a file is read as UTF-8, UTF-16 or Windows-1252, whichever it is', () => {
  assert.equal(decodeFile(new TextEncoder().encode(line)), line);
  assert.equal(decodeFile(new TextEncoder().encode(`\ufeff${line}`)), line);
  assert.equal(decodeFile(Uint8Array.from([...line].map((letter) => letter.charCodeAt(0)))), line);
  assert.equal(decodeFile(new Uint8Array([0xff, 0xfe, ...Buffer.from(line, 'utf16le')])), line);
});

test('what is no text is said to be none', () => {
  assert.equal(decodeFile(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), null);
});

test('a paste from a spreadsheet becomes CSV, with its lines kept by number', () => {
  const { csv, lines } = readList('Namn\tMobil\r\nÅsa Öhrn\t070-174 06 05\r\n');
  assert.equal(csv, 'Namn;Mobil\r\nÅsa Öhrn;070-174 06 05\r\n');
  assert.equal(lines[1], 'Åsa Öhrn;070-174 06 05');
});

test('CSV is left as it is', () => {
  assert.equal(readList('Namn,Mobil\nÅsa,1').csv, 'Namn,Mobil\nÅsa,1');
});

test('contacts become rows: the mobile before other numbers, folded lines joined', () => {
  const card = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Åkesson;Anna;;;',
    'FN:Anna "Annie" Åkes',
    ' son',
    'TEL;TYPE=WORK,VOICE:08-465 004 12',
    'item1.TEL;TYPE=CELL:070-174 06 29',
    'EMAIL;TYPE=INTERNET:anna@example.se',
    'CATEGORIES:Ledare,Föräldrar',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96hrn;Alva;;;',
    'TEL;CELL:0701740608',
    'END:VCARD',
  ].join('\r\n');
  assert.deepEqual(readList(card).lines, [
    'Namn;Mobil;E-post;Etiketter',
    '"Anna ""Annie"" Åkesson";"070-174 06 29";"anna@example.se";"Ledare,Föräldrar"',
    '"Alva Öhrn";"0701740608";"";""',
  ]);
});
