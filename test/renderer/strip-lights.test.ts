import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Output } from '../../electron/contract/index.ts';
import type { LineItem } from '../../electron/contract/lines.ts';
import { numberLight, queueLight, signalWord } from '../../renderer/shell/strip-lights.ts';

const line: LineItem = {
  id: 1,
  port: 'COM4',
  state: 'ready',
  number: '+46701234567',
  operator: 'Telia',
  signal: 20,
  model: null,
  bookId: 1,
  practice: false,
  smsc: null,
  storage: [],
  lastHeardAt: null,
};
const idle: Output<'outbox.summary'> = { paused: false, queued: 0, unknown: 0, finishesAt: null, waitsFor: null };

describe('the light of the number', () => {
  it('works only when the line is ready', () => {
    assert.equal(numberLight(line, true).kind, 'works');
    for (const state of ['no-sim', 'locked', 'unplugged', 'error'] as const) {
      assert.equal(numberLight({ ...line, state }, true).kind, 'stopped');
    }
    for (const state of ['needs-pin', 'no-network'] as const) {
      assert.equal(numberLight({ ...line, state }, true).kind, 'needsYou');
    }
  });

  it('offers the verb that mends whenever something is wrong', () => {
    for (const state of ['no-sim', 'locked', 'unplugged', 'error', 'needs-pin', 'no-network'] as const) {
      assert.ok(numberLight({ ...line, state }, true).mend, state);
    }
    assert.equal(numberLight(line, true).mend, undefined);
  });

  it('tells a modem that is missing from a book without a number', () => {
    assert.equal(numberLight(undefined, false).key, 'none');
    assert.equal(numberLight(undefined, true).key, 'unused');
  });

  it('warns of a weak signal, and says no signal it does not know', () => {
    assert.equal(numberLight({ ...line, signal: 4 }, true).key, 'weak');
    assert.equal(numberLight({ ...line, signal: null }, true).key, 'readyPlain');
    assert.equal(signalWord(20), 'good');
    assert.equal(signalWord(0), 'none');
  });
});

describe('the light of the queue', () => {
  const cases: [what: string, summary: Partial<typeof idle>, held: number, key: string, kind: string][] = [
    ['nothing', {}, 0, 'empty', 'works'],
    ['texts going out', { queued: 34, finishesAt: 1 }, 0, 'left', 'working'],
    ['texts going out while a question waits', { queued: 34, finishesAt: 1, unknown: 1 }, 1, 'left', 'working'],
    ['texts going out, end not known', { queued: 3 }, 0, 'leftPlain', 'working'],
    ['a pause', { queued: 3, paused: true, waitsFor: 'pause' }, 0, 'paused', 'paused'],
    ['a pause with nothing waiting', { paused: true }, 0, 'pausedEmpty', 'paused'],
    ['no modem', { queued: 3, waitsFor: 'line' }, 0, 'modem', 'paused'],
    ['quiet hours', { queued: 3, waitsFor: 'quiet-hours' }, 0, 'quiet', 'waits'],
    ["the day's limit", { queued: 3, waitsFor: 'limit' }, 0, 'limit', 'waits'],
    ['only what a person must answer first', { queued: 1, waitsFor: 'answer' }, 0, 'answer', 'needsYou'],
    ['an operator that refuses', { queued: 3, paused: true, waitsFor: 'account' }, 0, 'account', 'stopped'],
    ['an unknown outcome', { unknown: 1 }, 0, 'unknown', 'unknown'],
    ['a held send-out', {}, 2, 'held', 'needsYou'],
    ['an unknown outcome before a pause', { unknown: 1, queued: 3, paused: true }, 0, 'unknown', 'unknown'],
    ['a clock gone back before all else', { queued: 3, unknown: 1, waitsFor: 'clock' }, 1, 'clock', 'needsYou'],
  ];
  for (const [what, summary, held, key, kind] of cases) {
    it(`${what}: ${key}`, () => {
      const light = queueLight({ ...idle, ...summary }, held);
      assert.deepEqual([light.key, light.kind], [key, kind]);
    });
  }
});
