import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  formatAddress,
  formatClock,
  formatDate,
  formatDay,
  formatMoment,
  formatPhone,
  formatShort,
  formatWallClock,
  formatWeekday,
  type Language,
} from '../../renderer/text/format.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-05-12T19:34');

describe('times as the reader writes them', () => {
  const days: [when: string, sv: string, en: string][] = [
    ['2026-05-12T00:00', 'i dag', 'today'],
    ['2026-05-12T23:59', 'i dag', 'today'],
    ['2026-05-11T23:59', 'i går', 'yesterday'],
    ['2026-05-13T00:01', 'i morgon', 'tomorrow'],
    ['2026-05-03T12:00', '3 maj 2026', '3 May 2026'],
    ['2025-09-03T12:00', '3 sep 2025', '3 Sept 2025'],
  ];
  for (const [when, sv, en] of days) {
    it(`${when} is "${sv}" and "${en}"`, () => {
      assert.equal(formatDay(at(when), now, 'sv'), sv);
      assert.equal(formatDay(at(when), now, 'en'), en);
    });
  }

  it('counts days and not hours when the clocks change', () => {
    const afterChange = at('2026-03-29T12:00');
    assert.equal(formatDay(at('2026-03-28T23:30'), afterChange, 'sv'), 'i går');
    assert.equal(formatDay(at('2026-10-24T23:30'), at('2026-10-25T23:30'), 'sv'), 'i går');
  });

  it('writes the clock with a full stop in Swedish', () => {
    assert.equal(formatClock(now, 'sv'), '19.34');
    assert.equal(formatClock(now, 'en'), '19:34');
    assert.equal(formatClock(at('2026-05-12T00:05'), 'sv'), '00.05');
    assert.equal(formatWallClock('21:00', 'sv'), '21.00');
  });

  it('says a moment, a short time and a weekday', () => {
    assert.equal(formatMoment(now, now, 'sv'), 'i dag 19.34');
    assert.equal(formatMoment(at('2026-05-03T21:14'), now, 'sv'), '3 maj 2026 21.14');
    assert.equal(formatShort(at('2026-05-12T08:00'), now, 'sv'), '08.00');
    assert.equal(formatShort(at('2026-05-11T08:00'), now, 'sv'), 'i går');
    assert.equal(formatWeekday(now, 'sv'), 'Tisdag 12 maj');
    assert.equal(formatWeekday(now, 'en'), 'Tuesday 12 May');
  });

  it('has no full stops after shortened months in any language', () => {
    for (const language of ['sv', 'en'] satisfies Language[]) {
      for (let month = 0; month < 12; month++) {
        assert.doesNotMatch(formatDate(new Date(2026, month, 3).getTime(), language), /\./);
      }
    }
  });
});

describe('telephone numbers', () => {
  const numbers: [e164: string, country: string, written: string][] = [
    ['+46701234567', 'SE', '070-123 45 67'],
    ['+46846500412', 'SE', '08-465 004 12'],
    ['+4520123456', 'SE', '+45 20 12 34 56'],
    ['+46701234567', 'FI', '+46 70 123 45 67'],
    ['Telia', 'SE', 'Telia'],
    ['72345', 'SE', '72345'],
  ];
  for (const [e164, country, written] of numbers) {
    it(`${e164} read in ${country} is ${written}`, () => assert.equal(formatPhone(e164, country), written));
  }

  it('leaves a mail address as it is', () => {
    assert.equal(formatAddress('anna@example.se', 'SE'), 'anna@example.se');
  });
});
