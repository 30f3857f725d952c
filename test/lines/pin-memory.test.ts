import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openDatabase } from '../../electron/database/database.ts';
import { createPinMemory } from '../../electron/lines/pin-memory.ts';
import { createAddressKey } from '../../electron/members/address.ts';
import type { PinMemory } from '../../electron/modem/line.ts';
import { createSecrets } from '../../electron/secrets.ts';
import { createManualClock } from '../support/manual-clock.ts';

const SIM = '8946070000000000017';
const OTHER_SIM = '8946070000000000025';
/** Long enough to be found in a file by nothing but itself. */
const PIN = '83164257';

describe('what is known of PINs given', () => {
  let folder: string;
  let close: () => void;
  let pins: PinMemory;
  const clock = createManualClock();

  function open(sealingKey = 1): void {
    const database = openDatabase(join(folder, 'samband.sqlite'), () => {});
    const core = {
      database,
      clock,
      addressKey: createAddressKey(new Uint8Array(32).fill(7)),
      log: { info() {}, warn() {}, error() {} },
    };
    pins = createPinMemory(core, createSecrets(new Uint8Array(32).fill(sealingKey)));
    close = () => database.close();
  }
  function reopen(sealingKey?: number): void {
    close();
    open(sealingKey);
  }
  function give(pin: string, outcome: 'taken' | 'refused' | null, simKey = SIM): void {
    pins.recordGiven(simKey, pin);
    if (outcome) pins.recordOutcome(simKey, pin, outcome);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samband-pin-'));
    open();
  });
  afterEach(() => {
    close();
    rmSync(folder, { recursive: true });
  });

  for (const outcome of ['refused', null] as const) {
    it(`never gives again what was ${outcome ?? 'never answered'}, also after a restart`, () => {
      assert.equal(pins.mayGive(SIM, '9999'), true);
      give('9999', outcome);
      assert.equal(pins.mayGive(SIM, '9999'), false);
      reopen();
      assert.equal(pins.mayGive(SIM, '9999'), false);
      assert.equal(pins.mayGive(SIM, '9998'), true);
      assert.equal(pins.mayGive(OTHER_SIM, '9999'), true);
      assert.equal(pins.remembered(SIM), null);
    });
  }

  it('remembers the one that was taken, for that SIM alone', () => {
    give(PIN, 'taken');
    reopen();
    assert.equal(pins.remembered(SIM), PIN);
    assert.equal(pins.mayGive(SIM, PIN), true);
    assert.equal(pins.remembered(OTHER_SIM), null);
  });

  it('has it in no file, given, taken or refused', () => {
    give(PIN, 'taken');
    give('83164250', 'refused');
    const found = () =>
      readdirSync(folder).filter((name) => /8316425[07]/.test(readFileSync(join(folder, name), 'latin1')));
    assert.deepEqual(found(), []);
    reopen();
    assert.deepEqual(found(), []);
  });

  it('forgets it with the key it was sealed with', () => {
    give(PIN, 'taken');
    reopen(2);
    assert.equal(pins.remembered(SIM), null);
  });

  it('forgets it when the SIM refuses it, and only then', () => {
    give(PIN, 'taken');
    give('9999', 'refused');
    assert.equal(pins.remembered(SIM), PIN);
    give(PIN, 'refused');
    assert.equal(pins.remembered(SIM), null);
    assert.equal(pins.mayGive(SIM, PIN), false);
  });

  it('counts what was refused or never answered until one is taken', async () => {
    assert.equal(pins.failures(SIM), 0);
    give('1111', 'refused');
    give('2222', null);
    reopen();
    assert.equal(pins.failures(SIM), 2);
    assert.equal(pins.failures(OTHER_SIM), 0);
    give(PIN, 'taken');
    assert.equal(pins.failures(SIM), 0);
    give('3333', 'refused');
    assert.equal(pins.failures(SIM), 1);
  });

  it('counts without asking the clock, which a power cut may set back', async () => {
    await clock.advance(86_400_000);
    give(PIN, 'taken');
    close();
    const early = createManualClock(0);
    const database = openDatabase(join(folder, 'samband.sqlite'), () => {});
    const core = {
      database,
      clock: early,
      addressKey: createAddressKey(new Uint8Array(32).fill(7)),
      log: { info() {}, warn() {}, error() {} },
    };
    const later = createPinMemory(core, createSecrets(new Uint8Array(32).fill(1)));
    close = () => database.close();
    later.recordGiven(SIM, '1111');
    later.recordOutcome(SIM, '1111', 'refused');
    assert.equal(later.failures(SIM), 1);
  });

  it('lets the right one through again when the program was killed while it was given, and counts that try', () => {
    give('1111', 'refused');
    give(PIN, 'taken');
    give(PIN, null);
    reopen();
    assert.equal(pins.failures(SIM), 1);
    assert.equal(pins.mayGive(SIM, PIN), true);
    give(PIN, 'refused');
    assert.equal(pins.mayGive(SIM, PIN), false);
    give(PIN, null);
    assert.equal(pins.mayGive(SIM, PIN), false);
  });
});
