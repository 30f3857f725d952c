process.env.TZ = 'Europe/Stockholm';

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { finishTime } from '../../electron/outbox/pace.ts';

const local = (text: string) => new Date(text).getTime();
const base = { paceMs: 60_000, quiet: null, limit: null, leftToday: null };

it('adds up the parts at the pace of the line', () => {
  const from = local('2026-06-01T12:00:00');
  assert.equal(finishTime({ ...base, parts: 30, from }), local('2026-06-01T12:30:00'));
  assert.equal(finishTime({ ...base, parts: 0, from }), from);
});

it('rests in quiet hours', () => {
  const quiet = { from: '21:00', to: '08:00' };
  const from = local('2026-06-01T20:30:00');
  assert.equal(finishTime({ ...base, parts: 60, from, quiet }), local('2026-06-02T08:30:00'));
  assert.equal(
    finishTime({ ...base, parts: 1, from: local('2026-06-01T23:00:00'), quiet }),
    local('2026-06-02T08:01:00'),
  );
});

it('goes on the next day when the limit of one is reached', () => {
  const from = local('2026-06-01T12:00:00');
  assert.equal(finishTime({ ...base, parts: 25, from, limit: 20, leftToday: 10 }), local('2026-06-02T00:15:00'));
  assert.equal(
    finishTime({ ...base, parts: 25, from, limit: 20, leftToday: 10, quiet: { from: '21:00', to: '08:00' } }),
    local('2026-06-02T08:15:00'),
  );
});

it('answers also where a limit of none lets nothing go', () => {
  const from = local('2026-06-01T12:00:00');
  assert.ok(finishTime({ ...base, parts: 5, from, limit: 0, leftToday: 0 }) > from);
});
