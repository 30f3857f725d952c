import { describe } from 'node:test';
import { type Attack, itRefuses } from './attacks.ts';

const leftDeparture = "(SELECT departure_id FROM departure_address WHERE address = '{left}')";

const departures: Attack[] = [
  ['deletes', 'DELETE FROM departure', /departure-kept/],
  ['deletes one', `DELETE FROM departure WHERE id = ${leftDeparture}`, /departure-kept/],
  ['deletes the addresses', 'DELETE FROM departure_address', /departure-kept/],
  ['writes another address', `UPDATE departure_address SET address = '{nobody}'`, /departure-kept/],
  [
    'fills in an erased address',
    `UPDATE departure_address SET address = '{nobody}' WHERE address IS NULL`,
    /departure-kept/,
  ],
  ['changes the key', `UPDATE departure_address SET address_key = 'x'`, /departure-kept/],
  [
    'moves an address to another departure',
    `UPDATE OR REPLACE departure_address SET departure_id = 1`,
    /departure-kept/,
  ],
  ['moves its row', `UPDATE departure_address SET rowid = rowid + 100`, /departure-kept/],
  ['moves it to another book', `UPDATE departure SET book_id = {other}`, /departure-kept/],
  ['gives it to another member', `UPDATE departure SET member_id = NULL`, /departure-kept/],
  ['gives it another id', `UPDATE departure SET id = id + 100`, /departure-kept/],
  ['gives it another rowid', `UPDATE OR REPLACE departure SET rowid = 1 WHERE id > 1`, /departure-kept/],
  ['makes it older', 'UPDATE departure SET at = 0', /departure-kept/],
  ['makes its words older', 'UPDATE departure SET after_message = 0', /departure-kept/],
  ['makes room for more addresses', 'UPDATE departure SET addresses = 9', /departure-kept/],
  [
    'replaces it by an ended one',
    `REPLACE INTO departure (id, book_id, was_active, at, after_message, addresses, via, ended_by) VALUES (${leftDeparture}, {book}, 1, 1, 0, 1, 'sms', 1)`,
    /departure-/,
  ],
  [
    'replaces it by another',
    `INSERT OR REPLACE INTO departure (id, book_id, was_active, at, after_message, addresses, via) VALUES (${leftDeparture}, {other}, 1, 1, 0, 1, 'sms')`,
    /departure-exists/,
  ],
  [
    'replaces an address by rowid',
    `INSERT OR REPLACE INTO departure_address (rowid, departure_id, address, address_key) VALUES (1, 1, NULL, 'y')`,
    /departure-exists|member-has-left/,
  ],
  [
    'adds an address that could end it',
    `INSERT INTO departure_address (departure_id, address, address_key) VALUES (${leftDeparture}, '{nobody}', 'n')`,
    /member-has-left/,
  ],
  ['ends it without words', `UPDATE departure SET ended_by = 999 WHERE id = ${leftDeparture}`, /departure-kept/],
  [
    'ends it with the words that left',
    `UPDATE departure SET ended_by = message_id WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    'ends it with words that were no return',
    `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in WHERE text = 'Hej') WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    "ends it with another person's START",
    `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in WHERE sender = '{returned}') WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    'ends it with a START to another book',
    `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in WHERE sender = '{left}' AND decision = 'joined') WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    'ends it by its rowid and words at once',
    `UPDATE departure SET ended_by = (SELECT max(id) FROM message_in WHERE sender = '{returned}'), rowid = 77 WHERE id = ${leftDeparture}`,
    /departure-kept/,
  ],
  [
    'opens one that ended, to write it anew',
    'UPDATE departure SET ended_by = NULL WHERE ended_by IS NOT NULL',
    /departure-kept/,
  ],
  [
    'gives the words another sender',
    `UPDATE message_in SET sender = '{left}' WHERE sender = '{returned}'`,
    /message-forged/,
  ],
  [
    'gives the words another key',
    `UPDATE message_in SET sender_key = '{erasedKey}' WHERE sender = '{returned}' AND decision = 'pending' OR sender = '{returned}' AND decision = 'joined'`,
    /message-forged/,
  ],
  ['stamps words anew', `UPDATE message_in SET sent_at = 9 WHERE sender = '{returned}'`, /message-forged/],
  ['decides words anew', `UPDATE message_in SET decision = 'joined' WHERE sender = '{left}'`, /message-decided/],
  ['gives words another id', `UPDATE OR REPLACE message_in SET id = 500 WHERE sender = '{left}'`, /message-forged/],
  [
    'replaces the words',
    `REPLACE INTO message_in (id, channel, book_id, sender, sender_kind, text, received_at, state, decision, decided_at) VALUES (1, 'sms', {book}, '{left}', 'phone', 'START', 1, 'decided', 'joined', 1)`,
    /message-exists/,
  ],
  [
    'takes the line without what was left behind',
    'UPDATE book SET line_id = NULL WHERE id = {book}; UPDATE book SET line_id = {line} WHERE id = {other}',
    /departures-left-behind/,
  ],
  [
    'takes the line from under the other book',
    'UPDATE OR REPLACE book SET line_id = {line} WHERE id = {other}',
    /departures-left-behind|line-taken/,
  ],
  [
    'founds a book on the line',
    `UPDATE book SET line_id = NULL; INSERT INTO book (name, header, footer, created_at, line_id) VALUES ('Ny', '', '', 1, {line})`,
    /departures-left-behind/,
  ],
  [
    'founds a book under the old id',
    `REPLACE INTO book (id, name, header, footer, created_at) VALUES ({book}, 'Ny', '', '', 1)`,
    /book-exists/,
  ],
  ['renumbers the book', 'UPDATE book SET id = 77 WHERE id = {book}', /book-moved/],
  ['renumbers the book by rowid', 'UPDATE book SET rowid = 77 WHERE id = {book}', /book-moved/],
  ['deletes the book', 'DELETE FROM book', /book-kept/],
  ['forgets who had the line', 'DELETE FROM book_reach', /reach-kept/],
  ['rewrites who had the line', 'UPDATE book_reach SET line_id = {freeLine}', /reach-kept/],
  [
    'replaces who had the line',
    'REPLACE INTO book_reach (rowid, book_id, line_id, since) VALUES (1, {other}, {freeLine}, 1)',
    /reach-kept/,
  ],
  ['deletes the line', 'DELETE FROM line', /line-kept/],
  ['renumbers the line', 'UPDATE line SET id = 77 WHERE id = {line}', /line-kept/],
  ['says that it is another SIM', `UPDATE line SET sim_key = 'x' WHERE id = {line}`, /line-kept/],
  [
    'forgets which SIM it is',
    `INSERT INTO line (sim_key, first_seen_at) VALUES ('imei:1', 1); UPDATE line SET sim_key = NULL WHERE sim_key = 'imei:1'`,
    /line-kept/,
  ],
  [
    'gives the SIM a new line',
    `REPLACE INTO line (sim_key, first_seen_at) SELECT sim_key, 1 FROM line WHERE id = {line}`,
    /line-exists/,
  ],
];

describe('the database itself refuses to lose or rewrite a departure', () => itRefuses(departures));
