import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Audience, audienceFields, audienceIn, writeHref } from '../../renderer/pages/write/audience.ts';

const choices: Audience[] = [
  { kind: 'all' },
  { kind: 'label', label: 'Föräldrar & ledare: A/B' },
  { kind: 'search', search: '070-17 % 4' },
  { kind: 'members', ids: [3, 1, 2] },
];

describe('who a message is for, in an address', () => {
  for (const choice of choices) {
    it(`${choice.kind} comes back as it went in`, () => {
      const [, , to] = writeHref(choice).split('/');
      assert.deepEqual(audienceIn(to), choice);
    });
  }

  it('is everyone when the address says nothing that can be read', () => {
    for (const to of [undefined, '', 'label:', 'members:', 'members:a,b', 'else:1']) {
      assert.deepEqual(audienceIn(to), { kind: 'all' });
    }
  });

  it('becomes exactly one field of the call', () => {
    assert.deepEqual(audienceFields({ kind: 'all' }), {});
    assert.deepEqual(audienceFields({ kind: 'label', label: 'Ungdom' }), { label: 'Ungdom' });
    assert.deepEqual(audienceFields({ kind: 'members', ids: [1, 2] }), { memberIds: [1, 2] });
  });
});
