import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodePdu } from '../../../electron/modem/pdu/decode.ts';
import { encodeDeliver } from '../../../electron/modem/pdu/encode.ts';
import { countSeptets } from '../../../electron/modem/pdu/gsm7.ts';
import { planText } from '../../../electron/modem/pdu/plan.ts';
import { textOf } from '../../../electron/modem/pdu/text.ts';
import type { UserData } from '../../../electron/modem/pdu/types.ts';
import { seededRandom } from './random.ts';

const family = '👨‍👩‍👧';

describe('how many parts, and how full the last one is', () => {
  const cases: [string, string, 'gsm7' | 'ucs2', number[], number][] = [
    ['nothing', '', 'gsm7', [0], 160],
    ['one letter', 'å', 'gsm7', [1], 160],
    ['153', 'x'.repeat(153), 'gsm7', [153], 160],
    ['160', 'x'.repeat(160), 'gsm7', [160], 160],
    ['161', 'x'.repeat(161), 'gsm7', [153, 8], 153],
    ['306', 'x'.repeat(306), 'gsm7', [153, 153], 153],
    ['307', 'x'.repeat(307), 'gsm7', [153, 153, 1], 153],
    ['80 euros', '€'.repeat(80), 'gsm7', [160], 160],
    ['81 euros, one septet left over for none', '€'.repeat(81), 'gsm7', [152, 10], 153],
    ['an extension character over the edge', `${'x'.repeat(152)}[${'x'.repeat(20)}`, 'gsm7', [152, 22], 153],
    ['a line end over the edge', `${'x'.repeat(152)}\r\n${'x'.repeat(20)}`, 'gsm7', [152, 22], 153],
    ['67', 'я'.repeat(67), 'ucs2', [67], 70],
    ['70', 'я'.repeat(70), 'ucs2', [70], 70],
    ['71', 'я'.repeat(71), 'ucs2', [67, 4], 67],
    ['134', 'я'.repeat(134), 'ucs2', [67, 67], 67],
    ['135', 'я'.repeat(135), 'ucs2', [67, 67, 1], 67],
    ['35 emoji', '🎉'.repeat(35), 'ucs2', [70], 70],
    ['36 emoji', '🎉'.repeat(36), 'ucs2', [66, 6], 67],
    ['a family over the edge', `${'я'.repeat(66)}${family}`, 'ucs2', [66, 8], 67],
    ['an accent over the edge', `${'я'.repeat(66)}x\u0301яяяя`, 'ucs2', [66, 6], 67],
    ['a flag over the edge', `${'я'.repeat(65)}🇸🇪яяя`, 'ucs2', [65, 7], 67],
  ];
  for (const [name, text, encoding, used, room] of cases) {
    test(name, () => {
      const plan = planText(text);
      assert.equal(plan.encoding, encoding);
      const units = plan.parts.map((part) => (encoding === 'gsm7' ? countSeptets(part) : part.length));
      assert.deepEqual(units, used);
      assert.equal(plan.usedInLast, used.at(-1));
      assert.equal(plan.roomInLast, room);
      assert.equal(plan.parts.join(''), text);
      assert.equal(plan.tooLong, false);
    });
  }
});

describe('where it is cut', () => {
  const sentence = 'Träningen är flyttad till torsdag klockan 18 i stora hallen. ';

  test('before a word, where that costs no part', () => {
    const { parts } = planText(sentence.repeat(4));
    assert.equal(parts.length, 2);
    assert.ok(parts[0]?.endsWith(' '), parts[0]);
    assert.match(parts[1] ?? '', /^\p{L}/u);
  });

  test('inside a word, where a part more would be needed', () => {
    const text = `${'x'.repeat(100)} ${'y'.repeat(205)}`;
    const { parts } = planText(text);
    assert.deepEqual(
      parts.map((part) => part.length),
      [153, 153],
    );
  });

  test('before a word in one place and inside one in another', () => {
    const text = `${'a'.repeat(140)} ${'b'.repeat(153)}${'c'.repeat(153)}`;
    assert.deepEqual(
      planText(text).parts.map((part) => part.length),
      [141, 153, 153],
    );
  });

  test('after a word that fills its part to the end', () => {
    const { parts } = planText(`${'a'.repeat(100)} ${'b'.repeat(52)} ${'c'.repeat(20)}`);
    assert.equal(parts[0], `${'a'.repeat(100)} ${'b'.repeat(52)}`);
  });

  test('a grapheme longer than a part is cut between code points', () => {
    const text = `e${'\u0323\u0302'.repeat(50)}${'👩\u200d'.repeat(40)}`.normalize('NFC');
    const { parts } = planText(text);
    assert.equal(parts.join(''), text);
    for (const part of parts) {
      assert.ok(part.length <= 67);
      assert.ok(part.isWellFormed());
    }
  });
});

describe('what makes it dear', () => {
  const cases: [string, string[]][] = [
    ['Hej på dig, 100 € [kontant]', []],
    ['”Hej” – det är ”sant”', ['”', '–']],
    [`Välkommen ${family} och ❤️ ${family}`, [family, '❤️']],
    ['ça va, José', ['ç']],
    ['2½ … ™', ['½', '…', '™']],
  ];
  for (const [text, costly] of cases) test(text, () => assert.deepEqual(planText(text).costly, costly));

  test('letters and accents written apart are put together first', () => {
    const plan = planText('Åke på o\u0308n'.normalize('NFD'));
    assert.deepEqual([plan.encoding, plan.parts], ['gsm7', ['Åke på ön']]);
  });

  test('half an emoji goes out as the replacement character', () => {
    assert.deepEqual(planText('a\ud83d').parts, ['a\ufffd']);
  });
});

test('255 parts can be sent and 256 are marked, not refused', () => {
  assert.equal(planText('x'.repeat(255 * 153)).tooLong, false);
  const plan = planText('x'.repeat(255 * 153 + 1));
  assert.equal(plan.tooLong, true);
  assert.equal(plan.parts.length, 256);
  assert.equal(planText('я'.repeat(67 * 255 + 1)).tooLong, true);
});

/** The parts it takes when every one is filled with as many graphemes as it holds: the fewest there can be. */
function countFilled(text: string, unitsOf: (part: string) => number, room: number): number {
  let parts = 1;
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const units = unitsOf(segment);
    if (used + units > room) {
      parts += 1;
      used = 0;
    }
    used += units;
  }
  return parts;
}

test('300 texts of every kind come out of the air as they went in, by the fewest parts', () => {
  const random = seededRandom(2340);
  const plain = [...'abcåäöÅÄÖ 0123,.\n€[]{}~^|\\', '\r\n'];
  const rich = [...plain, '🎉', family, 'e\u0301\u0323', '🇸🇪', 'я', '漢', '’'];
  const capacity = { gsm7: [160, 153], ucs2: [70, 67] } as const;
  for (let round = 0; round < 300; round++) {
    const alphabet = random.pick([plain, rich]);
    const text = Array.from({ length: random.below(700) }, () => random.pick(alphabet)).join('');
    const plan = planText(text);
    const [single, room] = capacity[plan.encoding];
    const unitsOf = (part: string): number => (plan.encoding === 'gsm7' ? (countSeptets(part) ?? 0) : part.length);
    for (const part of plan.parts) assert.ok(unitsOf(part) <= (plan.parts.length === 1 ? single : room));
    if (plan.parts.length > 1) assert.equal(plan.parts.length, countFilled(text.normalize('NFC'), unitsOf, room));
    assert.equal(plan.usedInLast, unitsOf(plan.parts.at(-1) ?? ''));

    const received = plan.parts.map((part, index): UserData => {
      const concat = { reference: 99, bits: 8, total: plan.parts.length, sequence: index + 1 } as const;
      const pdu = encodeDeliver({
        from: '+46701740605',
        sentAt: 0,
        tzQuarters: 0,
        part: { text: part, encoding: plan.encoding, concat: plan.parts.length === 1 ? null : concat },
      });
      const decoded = decodePdu(pdu.hex, pdu.length);
      assert.ok(decoded.ok && decoded.tpdu.kind === 'deliver');
      return decoded.tpdu.userData;
    });
    assert.equal(textOf(received), text.normalize('NFC'));
  }
});
