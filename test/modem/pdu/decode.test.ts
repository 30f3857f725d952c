import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodePdu, decodeSubmitPdu } from '../../../electron/modem/pdu/decode.ts';
import { hexOfOctets } from '../../../electron/modem/pdu/octets.ts';
import { textOf } from '../../../electron/modem/pdu/text.ts';
import type { Decoded, Deliver, StatusReport, Submit } from '../../../electron/modem/pdu/types.ts';
import { deliverCases, reportCases, submitCases } from './cases.ts';

/** What a modem would declare: the octets after the centre's address. */
function declared(hex: string): number {
  return hex.length / 2 - 1 - Number.parseInt(hex.slice(0, 2), 16);
}

function tpduOf(decoded: Decoded): Deliver | StatusReport | Submit {
  assert.ok(decoded.ok, JSON.stringify(decoded));
  return decoded.tpdu;
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

describe('a delivered text', () => {
  for (const { name, hex, expected } of deliverCases) {
    test(name, () => {
      const decoded = decodePdu(hex, declared(hex));
      const tpdu = tpduOf(decoded);
      assert.ok(tpdu.kind === 'deliver' && decoded.ok);
      const { userData } = tpdu;
      const seen: Required<typeof expected> = {
        text: textOf([userData]),
        from: tpdu.from,
        smsc: decoded.smsc,
        sentAt: iso(tpdu.sentAt),
        alphabet: userData.alphabet,
        messageClass: userData.messageClass,
        concat: userData.header?.concat ?? null,
        ports: userData.header?.ports ?? { destination: -1, source: -1 },
        elements: (userData.header?.elements ?? []).map(({ id, data }) => ({ id, data: hexOfOctets(data) })),
        singleShift: userData.header?.nationalSingleShift ?? -1,
        lockingShift: userData.header?.nationalLockingShift ?? -1,
        units: hexOfOctets(userData.units),
        damaged: userData.damaged,
        moreToSend: tpdu.moreToSend,
        pid: tpdu.pid,
      };
      const looked = Object.fromEntries(Object.entries(seen).filter(([key]) => key in expected));
      assert.deepEqual(looked, expected);
      assert.equal(userData.damaged, expected.damaged ?? false);
      assert.deepEqual(decodePdu(hex, null), decoded, 'the same without a declared length');
    });
  }
});

describe('a status report', () => {
  for (const { name, hex, expected } of reportCases) {
    test(name, () => {
      const tpdu = tpduOf(decodePdu(hex, name.startsWith('without') ? hex.length / 2 : declared(hex)));
      assert.ok(tpdu.kind === 'status-report');
      const { kind: _, ...fields } = tpdu;
      assert.deepEqual({ ...fields, sentAt: iso(tpdu.sentAt), dischargedAt: iso(tpdu.dischargedAt) }, expected);
    });
  }

  test('without its centre is not believed where a time is none', () => {
    for (const times of ['FFFFFFFFFFFFFF62304191505540', '62304191505540FFFFFFFFFFFFFF']) {
      const hex = `06090B916407710406F5${times}00`;
      assert.deepEqual(decodePdu(hex, hex.length / 2), { ok: false, error: 'wrong-length', hex });
    }
  });
});

describe('a text to be sent', () => {
  for (const { name, hex, expected } of submitCases) {
    test(name, () => {
      const tpdu = tpduOf(decodeSubmitPdu(hex, declared(hex)));
      assert.ok(tpdu.kind === 'submit');
      assert.deepEqual(tpdu.to, { kind: 'number', value: '+46701740605', ton: 1 });
      assert.equal(textOf([tpdu.userData]), expected.text);
      assert.deepEqual(tpdu.validity, expected.validity);
      assert.equal(tpdu.statusReportRequested, expected.statusReportRequested);
      assert.equal(tpdu.reference, expected.reference ?? 0);
      assert.deepEqual(tpdu.userData.header?.concat ?? null, expected.concat ?? null);
    });
  }
});

describe('what is no PDU', () => {
  const good = deliverCases[0]?.hex ?? '';
  const cases: [string, string, number | null, string][] = [
    ['nothing', '', 0, 'too-short'],
    ['a centre and no TPDU', '00', 0, 'too-short'],
    ['a centre longer than the line', '0791', null, 'too-short'],
    ['a letter', good.replace('F', 'G'), declared(good), 'not-hex'],
    ['a space at the end', `${good} `, declared(good), 'not-hex'],
    ['a notice run into the line', `${good.slice(0, 20)}^RSSI: 17${good.slice(20)}`, declared(good), 'not-hex'],
    ['half an octet', good.slice(0, -1), declared(good), 'odd-length'],
    ['an octet short', good.slice(0, -2), declared(good), 'wrong-length'],
    ['an octet long', `${good}00`, declared(good), 'wrong-length'],
    ['as long as the TPDU alone', good.slice(0, 2 * declared(good)), declared(good), 'wrong-length'],
    ['the sender cut', good.slice(0, 30), null, 'bad-header'],
    ['no text length', good.slice(0, 52), null, 'bad-header'],
    ['a sender longer than the line', `0004FF91${good.slice(24)}`, null, 'bad-header'],
    ['SMS-SUBMIT-REPORT', '000100', 2, 'unsupported-type'],
  ];
  for (const [name, hex, length, error] of cases) {
    test(name, () => assert.deepEqual(decodePdu(hex, length), { ok: false, error, hex }));
  }

  test('a delivery where a submit should be', () => {
    assert.deepEqual(decodeSubmitPdu(good, declared(good)), { ok: false, error: 'unsupported-type', hex: good });
  });

  test('a submit that ends before its text length', () => {
    const hex = '0001000B916407710406F50000';
    assert.deepEqual(decodeSubmitPdu(hex, 12), { ok: false, error: 'bad-header', hex });
  });
});
