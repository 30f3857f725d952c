import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSeptets } from '../../electron/modem/pdu/gsm7.ts';
import { planText } from '../../electron/modem/pdu/plan.ts';
import { measureSms } from '../../renderer/text/measure-sms.ts';

const texts = [
  '',
  'Samling kl 17 vid Åvallen. Svara STOPP för att lämna.',
  'a'.repeat(160),
  'a'.repeat(161),
  'a'.repeat(306),
  'a'.repeat(307),
  '€'.repeat(80),
  '€'.repeat(81),
  `${'a'.repeat(152)}€b`,
  'Städdag – ta med kratta',
  'Städdag 🧹',
  'å'.repeat(70),
  'ř'.repeat(70),
  'ř'.repeat(71),
  'A\u030Avallen',
];

test('the meter says what the program will send', () => {
  for (const text of texts) {
    const plan = planText(text);
    const { parts, encoding } = measureSms(text);
    assert.deepEqual({ parts, encoding }, { parts: plan.parts.length, encoding: plan.encoding }, JSON.stringify(text));
  }
});

test('every character below U+2100 is cheap here exactly when it is cheap on the wire', () => {
  for (let code = 0; code < 0x2100; code += 1) {
    const character = String.fromCharCode(code);
    if (character.normalize('NFC') !== character) continue;
    assert.equal(measureSms(character).encoding === 'gsm7', countSeptets(character) !== null, `U+${code.toString(16)}`);
  }
});
