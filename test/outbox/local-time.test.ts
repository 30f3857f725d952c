process.env.TZ = 'Europe/Stockholm';

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayBegins, dayEnds, isQuiet, quietBegins, quietBetween, quietEnds } from '../../electron/outbox/local-time.ts';

const night = { from: '21:00', to: '08:00' };
const noon = { from: '12:00', to: '13:00' };
const local = (text: string) => new Date(text).getTime();
const HOUR = 3_600_000;

describe('quiet hours', () => {
  for (const [time, hours, quiet] of [
    ['2026-06-01T20:59:59', night, false],
    ['2026-06-01T21:00:00', night, true],
    ['2026-06-02T03:00:00', night, true],
    ['2026-06-02T07:59:59', night, true],
    ['2026-06-02T08:00:00', night, false],
    ['2026-06-01T11:59:59', noon, false],
    ['2026-06-01T12:00:00', noon, true],
    ['2026-06-01T13:00:00', noon, false],
    ['2026-06-01T12:00:00', { from: '12:00', to: '12:00' }, false],
  ] as const) {
    it(`${hours.from}–${hours.to}: ${time} is ${quiet ? 'quiet' : 'not'}`, () => {
      assert.equal(isQuiet(local(time), hours), quiet);
    });
  }

  it('end at the next morning, and begin the next evening', () => {
    assert.equal(quietEnds(local('2026-06-01T22:30:00'), night), local('2026-06-02T08:00:00'));
    assert.equal(quietEnds(local('2026-06-02T01:00:00'), night), local('2026-06-02T08:00:00'));
    assert.equal(quietEnds(local('2026-06-02T09:00:00'), night), local('2026-06-02T09:00:00'));
    assert.equal(quietBegins(local('2026-06-02T09:00:00'), night), local('2026-06-02T21:00:00'));
    assert.equal(quietBegins(local('2026-06-02T21:00:00'), night), local('2026-06-03T21:00:00'));
  });

  it('follow the clock on the wall when summer time begins and ends', () => {
    // 29 March 2026: 02:00 becomes 03:00, so the night is an hour shorter.
    assert.equal(quietEnds(local('2026-03-28T21:00:00'), night) - local('2026-03-28T21:00:00'), 10 * HOUR);
    // 25 October 2026: 03:00 becomes 02:00 again.
    assert.equal(quietEnds(local('2026-10-24T21:00:00'), night) - local('2026-10-24T21:00:00'), 12 * HOUR);
    assert.equal(new Date(quietEnds(local('2026-10-24T23:00:00'), night)).getHours(), 8);
  });

  it('that end in the hour that does not exist end when it would have begun', () => {
    const early = { from: '22:00', to: '02:30' };
    const end = quietEnds(local('2026-03-28T23:00:00'), early);
    assert.equal(isQuiet(end, early), false);
    assert.ok(end - local('2026-03-28T23:00:00') <= 4 * HOUR);
  });

  it('are counted within a stretch of time', () => {
    assert.equal(quietBetween(local('2026-06-01T20:00:00'), local('2026-06-02T09:00:00'), night), 11 * HOUR);
    assert.equal(quietBetween(local('2026-06-01T22:00:00'), local('2026-06-01T23:00:00'), night), HOUR);
    assert.equal(quietBetween(local('2026-06-01T09:00:00'), local('2026-06-04T09:00:00'), night), 33 * HOUR);
    assert.equal(quietBetween(local('2026-06-01T09:00:00'), local('2026-06-01T09:00:00'), night), 0);
    assert.equal(
      quietBetween(local('2026-06-01T09:00:00'), local('2026-06-03T09:00:00'), { from: '08:00', to: '08:00' }),
      0,
    );
  });
});

it('a day begins and ends at midnight on the wall, also when it has 23 hours', () => {
  const at = local('2026-03-29T12:00:00');
  assert.equal(dayBegins(at), local('2026-03-29T00:00:00'));
  assert.equal(dayEnds(at) - dayBegins(at), 23 * HOUR);
});
