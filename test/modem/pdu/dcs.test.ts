import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type DataCoding, readDataCoding } from '../../../electron/modem/pdu/dcs.ts';

/** The groups of 3GPP TS 23.038 §4: from, to, and what all values between have in common. */
const groups: [string, number, number, Partial<DataCoding>][] = [
  ['general, no class, 7 bits', 0x00, 0x03, { alphabet: 'gsm7', messageClass: null, messageWaiting: false }],
  ['general, no class, 8 bits', 0x04, 0x07, { alphabet: '8bit', messageClass: null }],
  ['general, no class, UCS-2', 0x08, 0x0b, { alphabet: 'ucs2', messageClass: null }],
  ['general, reserved alphabet', 0x0c, 0x0f, { alphabet: 'gsm7' }],
  ['general, class, 7 bits', 0x10, 0x13, { alphabet: 'gsm7' }],
  ['general, class, UCS-2', 0x18, 0x1b, { alphabet: 'ucs2' }],
  ['general, compressed', 0x20, 0x3f, { alphabet: '8bit' }],
  ['to be deleted, UCS-2', 0x48, 0x4b, { alphabet: 'ucs2', messageClass: null }],
  ['to be deleted, compressed', 0x60, 0x7f, { alphabet: '8bit' }],
  ['reserved groups', 0x80, 0xbf, { alphabet: 'gsm7', messageClass: null, messageWaiting: false }],
  ['mail waits, discard', 0xc0, 0xcf, { alphabet: 'gsm7', messageClass: null, messageWaiting: true }],
  ['mail waits, store', 0xd0, 0xdf, { alphabet: 'gsm7', messageClass: null, messageWaiting: true }],
  ['mail waits, UCS-2', 0xe0, 0xef, { alphabet: 'ucs2', messageClass: null, messageWaiting: true }],
  ['data coding, 7 bits', 0xf0, 0xf3, { alphabet: 'gsm7', messageWaiting: false }],
  ['data coding, 8 bits', 0xf4, 0xf7, { alphabet: '8bit' }],
];

describe('what TP-DCS says', () => {
  for (const [name, from, to, expected] of groups) {
    test(name, () => {
      for (let dcs = from; dcs <= to; dcs++)
        assert.deepEqual({ ...readDataCoding(dcs), ...expected }, readDataCoding(dcs));
    });
  }

  test('the class', () => {
    for (const base of [0x10, 0x14, 0x18, 0x50, 0xf0, 0xf4]) {
      for (let number = 0; number < 4; number++) assert.equal(readDataCoding(base | number).messageClass, number);
    }
  });
});
