import assert from 'node:assert/strict';
import { it } from 'node:test';
import { composeText, isPersonal } from '../../electron/broadcasts/compose.ts';

const frame = { header: '*Kåren* ', footer: '\nSvara STOPP för att lämna' };
const plain = { header: '', footer: '' };

for (const [text, name, expected] of [
  ['Hej {namn}!', 'Anna', 'Hej Anna!'],
  ['Hej {namn}!', '', 'Hej!'],
  ['{namn}, kom', 'Bo', 'Bo, kom'],
  ['Hi {Name}', 'Bo', 'Hi Bo'],
  ['{namn} {namn}', 'Bo', 'Bo Bo'],
  ['{namnet}', 'Bo', '{namnet}'],
  ['Hej {namn}', 'A$&B', 'Hej A$&B'],
] as const) {
  it(`"${text}" to "${name}" is "${expected}"`, () => {
    assert.equal(composeText({ text, subject: null }, plain, 'sms', name), expected);
  });
}

it('puts header and footer around, and the subject first in an SMS only', () => {
  const written = { text: 'Kom kl 18', subject: 'Möte' };
  assert.equal(composeText(written, frame, 'sms', ''), '*Kåren* Möte\nKom kl 18\nSvara STOPP för att lämna');
  assert.equal(composeText(written, frame, 'mail', ''), '*Kåren* Kom kl 18\nSvara STOPP för att lämna');
});

it('knows which texts differ between people', () => {
  assert.equal(isPersonal({ text: 'Hej {namn}', subject: null }), true);
  assert.equal(isPersonal({ text: 'Hej', subject: 'Till {namn}' }), true);
  assert.equal(isPersonal({ text: 'Hej', subject: null }), false);
});
