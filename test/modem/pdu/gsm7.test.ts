import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  BASIC_TABLE,
  countSeptets,
  EXTENSION_TABLE,
  packSeptets,
  septetsOfText,
  unpackSeptets,
} from '../../../electron/modem/pdu/gsm7.ts';
import { lockingShiftTable, singleShiftTable } from '../../../electron/modem/pdu/national.ts';
import { seededRandom } from './random.ts';

test('every table of letters has 128 places and the escape in its own', () => {
  for (const table of [BASIC_TABLE, lockingShiftTable(1), lockingShiftTable(3)]) {
    assert.equal(table.length, 128);
    assert.equal(table.indexOf('\u001b'), 0x1b);
    assert.equal(new Set(table).size, 128);
  }
});

test('every national extension keeps the default one', () => {
  for (const language of [1, 2, 3]) {
    const table = singleShiftTable(language);
    assert.ok(table.size > EXTENSION_TABLE.size);
    for (const [septet, character] of EXTENSION_TABLE) assert.equal(table.get(septet), character);
  }
});

describe('what a text costs', () => {
  const cases: [string, number | null][] = [
    ['', 0],
    ['Åäö', 3],
    ['€', 2],
    ['[a]', 5],
    ['é', 1],
    ['e\u0301', null],
    ['ç', null],
    ['’', null],
    ['`', null],
    ['\u001b', null],
    ['🎉', null],
  ];
  for (const [text, septets] of cases) {
    test(JSON.stringify(text), () => {
      assert.equal(countSeptets(text), septets);
      assert.equal(septetsOfText(text)?.length ?? null, septets);
    });
  }
});

test('septets are packed and unpacked at every fill', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 500; round++) {
    const fill = random.below(7);
    const septets = Uint8Array.from({ length: random.below(161) }, () => random.below(128));
    const octets = packSeptets(septets, fill);
    assert.equal(octets.length, Math.ceil((fill + 7 * septets.length) / 8));
    assert.deepEqual(unpackSeptets(octets, septets.length, fill), septets);
  }
});

test('unpacking gives whole septets only', () => {
  assert.equal(unpackSeptets(new Uint8Array(7), 20).length, 8);
  assert.equal(unpackSeptets(new Uint8Array(7), 20, 1).length, 7);
  assert.equal(unpackSeptets(new Uint8Array(0), 20, 6).length, 0);
  assert.equal(unpackSeptets(new Uint8Array(7), -3).length, 0);
});
