import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePdu, decodeSubmitPdu } from '../../../electron/modem/pdu/decode.ts';
import { textOf } from '../../../electron/modem/pdu/text.ts';
import type { Decoded } from '../../../electron/modem/pdu/types.ts';
import { deliverCases, reportCases, submitCases } from './cases.ts';
import { type Random, seededRandom } from './random.ts';

const originals = [...deliverCases, ...reportCases, ...submitCases].map(({ hex }) => hex);
const notices = ['\r\n^RSSI: 17\r\n', '+CMTI: "SM",3', 'OK', 'RING', '^BOOT:1234,0', '+CREG: 1', ' ', '\0', '>', 'ÿ'];

function declared(hex: string): number {
  return hex.length / 2 - 1 - Number.parseInt(hex.slice(0, 2), 16);
}

function flipBit(hex: string, random: Random): string {
  const at = random.below(hex.length);
  const nibble = Number.parseInt(hex.charAt(at), 16) ^ (1 << random.below(4));
  return hex.slice(0, at) + nibble.toString(16).toUpperCase() + hex.slice(at + 1);
}

function mutate(hex: string, random: Random): string {
  const at = random.below(hex.length + 1);
  const kind = random.below(5);
  if (kind === 0) return hex.slice(0, at);
  if (kind === 1) return hex.slice(0, at) + random.pick(notices) + hex.slice(at);
  if (kind === 2) return hex.slice(0, at) + hex.slice(at + 1 + random.below(8));
  if (kind === 3) return hex.slice(0, at) + random.pick(originals);
  return flipBit(kind === 4 && random.below(2) === 0 ? flipBit(hex, random) : hex, random);
}

/** What must hold of any answer, and of the text in it. */
function checkSound(decoded: Decoded, hex: string, length: number | null): void {
  if (!decoded.ok) {
    assert.equal(decoded.hex, hex, 'a refused line comes back as it was');
    return;
  }
  assert.match(hex, /^([0-9A-Fa-f]{2})+$/, 'only hex is read');
  const { tpdu } = decoded;
  if (length !== null) {
    const lengths = tpdu.kind === 'status-report' ? [declared(hex), hex.length / 2] : [declared(hex)];
    assert.ok(lengths.includes(length), 'only the declared length is read');
  }
  for (const time of tpdu.kind === 'submit' ? [] : [tpdu.sentAt]) assert.ok(time === null || Number.isInteger(time));
  if (tpdu.kind === 'status-report') return;
  const text = textOf([tpdu.userData]);
  assert.ok(text.isWellFormed());
  assert.ok(!text.includes('\0'));
  assert.ok(!text.includes('undefined'));
}

function checkBoth(hex: string, length: number | null): { accepted: boolean } {
  const received = decodePdu(hex, length);
  const drafted = decodeSubmitPdu(hex, length);
  checkSound(received, hex, length);
  checkSound(drafted, hex, length);
  return { accepted: received.ok || drafted.ok };
}

test('cut after any digit it is refused, whatever it is', () => {
  for (const hex of originals) {
    const length = declared(hex);
    if (length < 1 || hex.length / 2 === length) continue;
    for (let at = 0; at < hex.length; at++) {
      const cut = hex.slice(0, at);
      const { accepted } = checkBoth(cut, length);
      assert.ok(!accepted, `${cut} with ${length}`);
      checkBoth(cut, null);
    }
  }
});

test('with a notice run into it anywhere it is refused', () => {
  const hex = originals[0] ?? '';
  for (const notice of notices) {
    for (let at = 0; at <= hex.length; at++) {
      const { accepted } = checkBoth(hex.slice(0, at) + notice + hex.slice(at), declared(hex));
      assert.ok(!accepted, `${notice} at ${at}`);
    }
  }
});

test('2,000 lines damaged at random neither throw nor pass with a wrong length', () => {
  const random = seededRandom(20_260_314);
  for (let round = 0; round < 2000; round++) {
    const hex = random.pick(originals);
    let mutant = mutate(hex, random);
    if (random.below(4) === 0) mutant = mutate(mutant, random);
    checkBoth(mutant, declared(hex));
    checkBoth(mutant, null);
  }
});

test('2,000 lines of any octets', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 2000; round++) {
    const octets = Array.from({ length: random.below(180) }, () => random.below(256).toString(16).padStart(2, '0'));
    checkBoth(octets.join(''), null);
    checkBoth(octets.join(''), octets.length - 1);
  }
});
