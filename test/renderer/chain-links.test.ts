import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineStates } from '../../electron/contract/lines.ts';
import { chainOf } from '../../renderer/pages/program/modem/chain-links.ts';

test('the way is whole up to the break, and unknown after it', () => {
  const lamps = (state: (typeof lineStates)[number]) => chainOf(state).map(({ lamp }) => lamp);
  assert.deepEqual(lamps('ready'), ['works', 'works', 'works', 'works', 'works']);
  assert.deepEqual(lamps('unplugged'), ['works', 'stopped', 'off', 'off', 'off']);
  assert.deepEqual(lamps('needs-pin'), ['works', 'works', 'needsYou', 'off', 'off']);
  assert.deepEqual(lamps('no-network'), ['works', 'works', 'works', 'needsYou', 'off']);
});

test('every trouble has exactly one break', () => {
  for (const state of lineStates) {
    const broken = chainOf(state).filter(({ lamp }) => lamp !== 'works' && lamp !== 'off');
    assert.equal(broken.length, state === 'ready' ? 0 : 1, state);
  }
});
