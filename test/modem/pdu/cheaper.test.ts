import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cheaperText } from '../../../electron/modem/pdu/cheaper.ts';
import { BASIC_TABLE, EXTENSION_TABLE } from '../../../electron/modem/pdu/gsm7.ts';
import { planText } from '../../../electron/modem/pdu/plan.ts';

describe('typographic characters become plain ones', () => {
  const cases: [string, string, string][] = [
    ['quotation marks', '”Hej”, “hi”, „hallo“, »nej», ‘ja’, det’s', `"Hej", "hi", "hallo", "nej", 'ja', det's`],
    ['dashes and minus', 'kl. 18–20 — 5 − 3, e‑post', 'kl. 18-20 - 5 - 3, e-post'],
    ['dots', 'vänta…', 'vänta...'],
    ['spaces', '100\u00a0000\u202fkr\u2009\tnu\u3000', '100 000 kr  nu '],
    ['line ends', 'a\u2028b\u0085c', 'a\nb\nc'],
    ['what is not seen', 'a\u200bb\u00adc\ufeffd\u200ee\u0007', 'abcde'],
    ['bullets', '• mjölk\n· bröd', '- mjölk\n- bröd'],
    ['signs', '→ 5 × 5 ™', '-> 5 x 5 (TM)'],
    ['accents that GSM-7 lacks', 'Zoë, ça va? Šárka Żółw', 'Zoe, ca va? Sarka Zolw'],
    ['an accent on å', 'ǻǺ', 'åÅ'],
    ['a key cap', '1️⃣', '1'],
  ];
  for (const [name, dear, cheap] of cases) {
    test(name, () => {
      const { text } = cheaperText(dear);
      assert.equal(text, cheap);
      assert.equal(planText(text).encoding, 'gsm7');
    });
  }
});

describe('what stays', () => {
  const all = BASIC_TABLE.replace('\u001b', '') + [...EXTENSION_TABLE.values()].join('');
  const cases: [string, string][] = [
    ['everything in GSM-7', all],
    ['Swedish', 'Åäö ÅÄÖ é ü à ñ æ ø ß'],
    ['emoji, with what joins them', '👨‍👩‍👧 ❤️ 🇸🇪'],
    ['numbers that would change', '2½ 10² 20°'],
    ['other scripts', 'Привет й 漢字 हिन्दी'],
  ];
  for (const [name, text] of cases) test(name, () => assert.deepEqual(cheaperText(text), { text, replaced: [] }));
});

test('each replacement is told once, in order', () => {
  assert.deepEqual(cheaperText('”a” – ”b” 🎉 – \u200b').replaced, [
    { from: '”', to: '"' },
    { from: '–', to: '-' },
    { from: '\u200b', to: '' },
  ]);
});

test('letters and accents written apart are put together, not taken apart', () => {
  assert.equal(cheaperText('A\u030ake a\u0308r'.normalize('NFD')).text, 'Åke är');
});
