import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBook, updateBook } from '../../electron/contract/books.ts';
import { updateSettings } from '../../electron/contract/lines.ts';
import { addMember, labelMembers, listMembers, updateMember } from '../../electron/contract/members.ts';
import { addUser, renameUser } from '../../electron/contract/roles.ts';

const cases: [what: string, typed: string, kept: string][] = [
  ['a name as it is', 'Anna Åkesson', 'Anna Åkesson'],
  ['letters with loose rings and dots', 'A\u030Asa O\u0308berg', 'Åsa Öberg'],
  ['control characters', 'An\u0000na\u001b[31m\u007f\u009b Ek\u0085', 'Anna[31m Ek'],
  ['lines and tabs', ' Anna\r\n\tEk\u2028', 'Anna Ek'],
  ['marks that turn the direction', '\u202eannA\u202c \u2066Ek\u2069\u200e\u200f\u061c\u202a\u202d', 'annA Ek'],
  ['half a character', 'Anna \ud83d Ek \ude00', 'Anna \ufffd Ek \ufffd'],
  ['a whole emoji, joined', 'Anna 👩‍🚒', 'Anna 👩‍🚒'],
  ['letters written from the right', 'יעל לוי', 'יעל לוי'],
];

/** What is kept of a text in every field that holds a name or a label. */
const kept = (typed: string) => ({
  added: addMember.input.parse({ bookId: 1, name: typed }).name,
  updated: updateMember.input.parse({ id: 1, patch: { name: typed } }).patch.name,
  labelled: addMember.input.parse({ bookId: 1, labels: [typed] }).labels?.[0],
  relabelled: labelMembers.input.parse({ ids: [1], add: [typed] }).add[0],
  asked: listMembers.input.parse({ bookId: 1, label: typed }).label,
  book: createBook.input.parse({ name: typed }).name,
  renamed: updateBook.input.parse({ id: 1, patch: { name: typed } }).patch.name,
  user: addUser.input.parse({ name: typed }).name,
  otherUser: renameUser.input.parse({ id: 1, patch: { name: typed } }).patch.name,
  club: updateSettings.input.parse({ patch: { club: typed } }).patch.club,
});

describe('a name or a label keeps', () => {
  for (const [what, typed, expected] of cases) {
    it(what, () => {
      for (const [field, found] of Object.entries(kept(typed))) assert.equal(found, expected, field);
    });
  }

  it('no more than its length, counted after what cannot be seen is gone', () => {
    assert.equal(addMember.input.parse({ bookId: 1, name: `${'\u200e'.repeat(300)}Anna` }).name, 'Anna');
    assert.equal(addMember.input.safeParse({ bookId: 1, name: 'a'.repeat(201) }).success, false);
  });
});

it('a label or a name that must be there is not one that nobody sees', () => {
  const unseen = '\u202e \u0000\t';
  assert.equal(addMember.input.safeParse({ bookId: 1, labels: [unseen] }).success, false);
  assert.equal(createBook.input.safeParse({ name: unseen }).success, false);
  assert.equal(addUser.input.safeParse({ name: unseen }).success, false);
  assert.equal(addMember.input.parse({ bookId: 1, name: unseen }).name, '');
});
