import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { septetsOfText } from '../../../electron/modem/pdu/gsm7.ts';
import { emptyHeader } from '../../../electron/modem/pdu/header.ts';
import { textOf } from '../../../electron/modem/pdu/text.ts';
import type { Alphabet, UserData } from '../../../electron/modem/pdu/types.ts';

function part(
  alphabet: Alphabet,
  units: Iterable<number>,
  shift: { single?: number; locking?: number } = {},
): UserData {
  const header = {
    ...emptyHeader(),
    nationalSingleShift: shift.single ?? null,
    nationalLockingShift: shift.locking ?? null,
  };
  return { alphabet, messageClass: null, header, units: Uint8Array.from(units), damaged: false };
}

function ucs2(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((code) => [
    code >> 8,
    code & 0xff,
  ]);
}

const [high = '', low = ''] = '🎉'.split('');

describe('parts are joined before they are read', () => {
  const cases: [string, UserData[], string][] = [
    ['no part', [], ''],
    ['plain parts', [part('gsm7', septetsOfText('Hej ') ?? []), part('gsm7', septetsOfText('då') ?? [])], 'Hej då'],
    ['an escape cut from its letter', [part('gsm7', [0x61, 0x1b]), part('gsm7', [0x65, 0x62])], 'a€b'],
    ['an escape before an empty part', [part('gsm7', [0x1b]), part('gsm7', []), part('gsm7', [0x65])], '€'],
    ['an escape in the last part so far', [part('gsm7', [0x61, 0x1b])], 'a'],
    ['an emoji cut in two', [part('ucs2', ucs2(`a${high}`)), part('ucs2', ucs2(`${low}b`))], 'a🎉b'],
    ['an emoji whose second half is not there yet', [part('ucs2', ucs2(`a${high}`))], 'a\ufffd'],
    ['halves in the wrong order', [part('ucs2', ucs2(low)), part('ucs2', ucs2(high))], '\ufffd\ufffd'],
    ['two alphabets', [part('gsm7', [0x61, 0x1b]), part('ucs2', ucs2('b')), part('gsm7', [0x65])], 'abe'],
    [
      'tables of each part',
      [part('gsm7', [0x1b, 0x69], { single: 1 }), part('gsm7', [0x1b, 0x69], { single: 2 })],
      'ıí',
    ],
    ['an escape read by the part of its letter', [part('gsm7', [0x1b]), part('gsm7', [0x69], { single: 1 })], 'ı'],
    ['a locking table in one part only', [part('gsm7', [0x40], { locking: 1 }), part('gsm7', [0x40])], 'İ¡'],
    ['octets between texts', [part('ucs2', ucs2('a')), part('8bit', [0, 255]), part('ucs2', ucs2('b'))], 'ab'],
  ];
  for (const [name, parts, text] of cases) test(name, () => assert.equal(textOf(parts), text));

  test('255 parts of 67 characters', () => {
    const parts = Array.from({ length: 255 }, (_, at) =>
      part('ucs2', ucs2(String.fromCharCode(0x400 + at).repeat(67))),
    );
    assert.equal(textOf(parts).length, 255 * 67);
  });
});
