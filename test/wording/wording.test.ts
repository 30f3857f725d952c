import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeKinds } from '../../electron/contract/roles.ts';
import { readText } from '../../electron/inbound/read-text.ts';
import { planText } from '../../electron/modem/pdu/plan.ts';
import { unsentMark } from '../../electron/wording/marks.ts';
import { testText, wordingOf } from '../../electron/wording/wording.ts';
import { heldReasons } from '../../electron/wording/words.ts';

const book = 'Rödd IF Fotboll P12';
const who = 'Åke Bergström-Wåhlin +46701740631';
const to = { sms: 103, mail: 18 };

for (const language of ['sv', 'en'] as const) {
  const wording = wordingOf(language);
  const all = [
    wording.receipt(to, null),
    wording.receipt(to, '07:00'),
    wording.receipt({ sms: 0, mail: 0 }, null),
    wording.question(to, null),
    ...heldReasons.map((reason) => wording.question(to, reason)),
    wording.nothingToAnswer,
    wording.dropped,
    ...Object.values(wording.keptRoles),
    wording.forward({ book, from: who, text: '', incomplete: true, asksNext: false }),
    wording.blockedStart({ book, from: who }),
    wording.joined({ book, who }),
    wording.left({ book, who }),
    wording.pending({ book, who }),
    wording.broadcast({ book, from: who, to, text: 'Träning kl 18' }),
    ...noticeKinds.map((kind) => wording.digest[kind]({ book, count: 12 })),
    wording.hiddenSender,
    testText({ name: book, language }),
  ];

  test(`every text in ${language} is one SMS in the cheap alphabet`, () => {
    for (const text of all) {
      const plan = planText(text);
      assert.equal(plan.encoding, 'gsm7', `${text}: ${plan.costly.join()}`);
      assert.equal(plan.parts.length, 1, text);
      assert.doesNotMatch(text, /undefined|null|NaN/);
    }
    assert.equal(new Set(all).size, all.length - 1, 'only the two limits are told alike');
  });

  test(`nothing the program says in ${language} is read as a keyword, and what it hands on is known again`, () => {
    for (const text of all) assert.equal(readText(text).keyword, null, text);
    const forwarded = wording.forward({ book, from: who, text: 'hej', incomplete: false, asksNext: true });
    assert.ok(forwarded.includes(unsentMark[language]));
    assert.ok(readText(forwarded).ownMark);
    assert.ok(readText(wording.digest.forward({ book, count: 3 })).ownMark);
  });
}

test('the words of the rules', () => {
  assert.equal(wordingOf('sv').receipt(to, null), 'Skickas nu till 121: 103 SMS, 18 mejl');
  assert.match(wordingOf('sv').question(to, 'stale'), /^Skicka till 121\? Svara JA/);
  assert.equal(wordingOf('sv').nothingToAnswer, 'Inget väntar på svar.');
  assert.equal(unsentMark.sv, 'Meddelande ej skickat');
});
