import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodePdu, decodeSubmitPdu } from '../../../electron/modem/pdu/decode.ts';
import {
  encodeDeliver,
  encodeStatusReport,
  encodeSubmit,
  type SubmitRequest,
} from '../../../electron/modem/pdu/encode.ts';
import { BASIC_TABLE, EXTENSION_TABLE } from '../../../electron/modem/pdu/gsm7.ts';
import { textOf } from '../../../electron/modem/pdu/text.ts';
import type { Concat } from '../../../electron/modem/pdu/types.ts';
import { seededRandom } from './random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function submit(change: Partial<SubmitRequest>, text = 'Hej', concat: Concat | null = null): SubmitRequest {
  const part = { text, encoding: 'gsm7', concat } as const;
  return { to: '+46701740605', part, validity: null, statusReport: false, ...change };
}

describe('an SMS-SUBMIT, octet by octet', () => {
  const concat: Concat = { reference: 0x2a, bits: 8, total: 3, sequence: 2 };
  const cases: [string, SubmitRequest, string][] = [
    ['plain', submit({}), '0001000B916407710406F5000003C8B21A'],
    ['a report asked', submit({ statusReport: true }), '0021000B916407710406F5000003C8B21A'],
    ['valid for an hour', submit({ validity: { relativeMs: HOUR } }), '0011000B916407710406F500000B03C8B21A'],
    ['a flash', submit({ flash: true }), '0001000B916407710406F5001003C8B21A'],
    ['to a short number', submit({ to: '71850' }), '00010005811758F0000003C8B21A'],
    ['to a code', submit({ to: '*100#' }), '0001000581' + '1A00FB' + '000003C8B21A'],
    // 6 octets of header are 48 bits; one fill bit brings the text to the 7th septet.
    ['a part', submit({}, 'Hej', concat), '0041000B916407710406F500000A0500032A0302906535'],
    [
      'a part with a 16-bit reference',
      // 7 octets of header are 8 septets: no fill.
      submit({}, 'Hej', { reference: 0x1234, bits: 16, total: 2, sequence: 1 }),
      '0041000B916407710406F500000B06080412340201C8B21A',
    ],
    [
      'a part in UCS-2',
      submit({ part: { text: 'å⚽', encoding: 'ucs2', concat } }),
      '0041000B916407710406F500080A0500032A030200E526BD',
    ],
  ];
  for (const [name, request, hex] of cases) {
    test(name, () => assert.deepEqual(encodeSubmit(request), { hex, length: hex.length / 2 - 1 }));
  }
});

describe('a sender, octet by octet', () => {
  const cases: [string, string, string][] = [
    ['a number in E.164', '+46701740605', '0B916407710406F5'],
    ['a short number', '71850', '05811758F0'],
    // Seven letters are 49 bits: 13 semi-octets, so that nobody reads an eighth letter.
    ['seven letters', 'Klubben', '0DD04B765D2C2EBB01'],
    ['none', '', '0081'],
  ];
  for (const [name, from, octets] of cases) {
    test(name, () => {
      const part = { text: '', encoding: 'gsm7', concat: null } as const;
      const { hex } = encodeDeliver({ from, sentAt: Date.UTC(2026, 2, 14, 18, 5, 42), tzQuarters: -24, part });
      assert.equal(hex, `0004${octets}00006230412150244A00`);
    });
  }
});

describe('the validity is the nearest that is not longer than asked', () => {
  const cases: [string, number, number][] = [
    ['nothing', 0, 0],
    ['a minute: the least there is', MINUTE, 0],
    ['five minutes', 5 * MINUTE, 0],
    ['9 min 59 s', 10 * MINUTE - 1000, 0],
    ['12 hours', 12 * HOUR, 143],
    ['12 h 29 min', 12 * HOUR + 29 * MINUTE, 143],
    ['12 h 30 min', 12 * HOUR + 30 * MINUTE, 144],
    ['24 hours', DAY, 167],
    ['2 days', 2 * DAY, 168],
    ['6 days and a half', 6.5 * DAY, 172],
    ['30 days', 30 * DAY, 196],
    ['5 weeks', 35 * DAY, 197],
    ['63 weeks', 441 * DAY, 255],
    ['ten years', 3650 * DAY, 255],
  ];
  for (const [name, relativeMs, octet] of cases) {
    test(name, () => {
      const { hex } = encodeSubmit(submit({ validity: { relativeMs } }));
      assert.equal(Number.parseInt(hex.slice(26, 28), 16), octet);
    });
  }
});

describe('what cannot be encoded is refused', () => {
  const cases: [string, SubmitRequest][] = [
    ['161 septets', submit({}, 'a'.repeat(161))],
    ['81 characters of two septets', submit({}, '€'.repeat(81))],
    ['154 septets in a part', submit({}, 'a'.repeat(154), { reference: 1, bits: 8, total: 2, sequence: 1 })],
    [
      '153 septets beside a 16-bit reference',
      submit({}, 'a'.repeat(153), { reference: 1, bits: 16, total: 2, sequence: 1 }),
    ],
    ['71 characters', submit({ part: { text: 'я'.repeat(71), encoding: 'ucs2', concat: null } })],
    ['a character that GSM-7 lacks', submit({}, 'hej ⚽')],
    ['the escape itself', submit({}, '\u001b')],
    ['a number with spaces', submit({ to: '+46 70 174 06 05' })],
    ['letters for a number', submit({ to: 'Klubben' })],
    ['no number', submit({ to: '' })],
    ['21 digits', submit({ to: '1'.repeat(21) })],
  ];
  for (const [name, request] of cases) test(name, () => assert.throws(() => encodeSubmit(request), RangeError));

  test('a full part is not', () => {
    for (const [text, concat] of [
      ['a'.repeat(160), null],
      ['€'.repeat(80), null],
      ['a'.repeat(153), { reference: 1, bits: 8, total: 2, sequence: 1 }],
      ['a'.repeat(152), { reference: 1, bits: 16, total: 2, sequence: 1 }],
    ] as const) {
      const { length } = encodeSubmit(submit({}, text, concat));
      assert.equal(length, 13 + 140);
    }
  });
});

describe('what is written is read back', () => {
  const random = seededRandom(38);
  const gsm7 = [...BASIC_TABLE.replace('\u001b', ''), ...EXTENSION_TABLE.values()];
  const ucs2 = [...'abcåäö €[]", 🎉👩я漢\u0301\u200d⚽'];
  const letters = [...'ABCabcåäöÅÄÖ 019'];

  function randomText(alphabet: readonly string[], longest: number): string {
    return Array.from({ length: random.below(longest + 1) }, () => random.pick(alphabet)).join('');
  }
  function randomNumber(): string {
    const digits = Array.from({ length: 1 + random.below(20) }, () => random.below(10)).join('');
    return random.below(2) === 0 ? digits : `+${digits}`;
  }
  function randomConcat(): Concat | null {
    if (random.below(3) === 0) return null;
    const bits = random.pick([8, 16] as const);
    const total = 1 + random.below(255);
    return { reference: random.below(2 ** bits), bits, total, sequence: 1 + random.below(total) };
  }
  function randomPart() {
    const encoding = random.pick(['gsm7', 'ucs2'] as const);
    const text = encoding === 'gsm7' ? randomText(gsm7, 76) : randomText(ucs2, 33);
    return { text, encoding, concat: randomConcat() };
  }

  test('500 texts to be sent', () => {
    for (let round = 0; round < 500; round++) {
      const request: SubmitRequest = {
        to: randomNumber(),
        part: randomPart(),
        validity: random.pick([null, { relativeMs: random.pick([5 * MINUTE, 13 * HOUR, 3 * DAY, 70 * DAY]) }]),
        statusReport: random.below(2) === 0,
        flash: random.below(2) === 0,
      };
      const { hex, length } = encodeSubmit(request);
      const decoded = decodeSubmitPdu(hex, length);
      assert.ok(decoded.ok && decoded.tpdu.kind === 'submit', hex);
      const { tpdu } = decoded;
      assert.equal(tpdu.to.value, request.to);
      assert.equal(textOf([tpdu.userData]), request.part.text);
      assert.equal(tpdu.userData.alphabet, request.part.encoding);
      assert.equal(tpdu.userData.messageClass, request.flash ? 0 : null);
      assert.deepEqual(tpdu.userData.header?.concat ?? null, request.part.concat);
      assert.deepEqual(tpdu.validity, request.validity);
      assert.equal(tpdu.statusReportRequested, request.statusReport);
      assert.ok(!tpdu.userData.damaged);
    }
  });

  test('500 delivered texts', () => {
    for (let round = 0; round < 500; round++) {
      const from = random.pick([randomNumber(), randomText(letters, 11), '']);
      const sentAt = Date.UTC(2026, 0, 1) + 1000 * random.below(60 * 60 * 24 * 365 * 20);
      const smsc = random.pick([null, '+46701740699']);
      const moreToSend = random.below(2) === 0;
      const part = randomPart();
      const pdu = encodeDeliver({ smsc, from, sentAt, tzQuarters: random.below(105) - 48, part, moreToSend });
      const decoded = decodePdu(pdu.hex, pdu.length);
      assert.ok(decoded.ok && decoded.tpdu.kind === 'deliver', pdu.hex);
      assert.equal(decoded.smsc.value, smsc ?? '');
      assert.equal(decoded.tpdu.from.value, from);
      assert.equal(decoded.tpdu.sentAt, sentAt);
      assert.equal(decoded.tpdu.moreToSend, moreToSend);
      assert.equal(textOf([decoded.tpdu.userData]), part.text);
      assert.deepEqual(decoded.tpdu.userData.header?.concat ?? null, part.concat);
    }
  });

  test('a status report', () => {
    const [sentAt, dischargedAt] = [Date.UTC(2026, 2, 14, 18), Date.UTC(2026, 2, 14, 19)];
    const report = { reference: 17, recipient: '+46701740605', sentAt, dischargedAt, status: 0x46 };
    const pdu = encodeStatusReport({ ...report, tzQuarters: 4 });
    const decoded = decodePdu(pdu.hex, pdu.length);
    assert.ok(decoded.ok);
    const recipient = { kind: 'number', value: '+46701740605', ton: 1 };
    assert.deepEqual(decoded.tpdu, { kind: 'status-report', ...report, recipient });
  });
});
