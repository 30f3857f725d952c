import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEmpty, isStartWithMore, type Keyword, keywordOf } from '../../electron/inbound/keywords.ts';
import { isNearStop } from '../../electron/inbound/near-stop.ts';
import { readText } from '../../electron/inbound/read-text.ts';

const keywords: [text: string, expected: Keyword | null][] = [
  ['STOPP', 'stop'],
  ['Stop', 'stop'],
  ['stopp!', 'stop'],
  ['”STOPP!”', 'stop'],
  ['  «Stopp»…\r\n', 'stop'],
  ['STOPP 🙏🏽', 'stop'],
  ['STOPP ❤️', 'stop'],
  ['1️⃣', null],
  ['ＳＴＯＰＰ', 'stop'],
  ['S\u00adTO\u200bPP', 'stop'],
  ['\ufeffstopp\u200f', 'stop'],
  ['STOPP´', 'stop'],
  ['¨STOPP¨', 'stop'],
  ['STOPP\u0000\u001a', 'stop'],
  ['STOPP \uf8ff', 'stop'],
  ['Start.', 'start'],
  ['START', 'start'],
  ['*start*', 'start'],
  ['Ja!', 'yes'],
  ['YES', 'yes'],
  ['nej.', 'no'],
  ['No', 'no'],
  ['stopp tack', null],
  ['sto pp', null],
  ['stoppa', null],
  ['stöpp', null],
  ['start 1', null],
  ['', null],
  ['!!!', null],
];
for (const [text, expected] of keywords) {
  test(`${JSON.stringify(text)} is ${expected ?? 'no keyword'}`, () => assert.equal(keywordOf(text), expected));
}

test('START with more words is told from words that begin like it', () => {
  for (const text of ['START Anna', 'start: Anna Berg', '”Start” nu', 'start/Anna', 'start-up'])
    assert.ok(isStartWithMore(text), text);
  for (const text of ['START', 'Start!', 'Starta bilen', 'vi startar', 'start2', 'Ny start'])
    assert.ok(!isStartWithMore(text), text);
});

const near = [
  'stoppp',
  'stpop',
  'tsop',
  'sopp',
  'slopp',
  'sto pp',
  'st.opp',
  'S T O P P',
  's.t.o.p.',
  'stops',
  'stoppa',
  'Stop p',
  'STOPP tack',
  'tack stopp',
  'Snälla ni, sluta',
  'sluta',
  'Avsluta!',
  'vill avregistrera',
  'Unsubscribe please',
  'stopp stopp',
  'stopp/tack',
  'lämna',
  'la\u0308mna',
  'Lämna listan',
  'end',
  'Quit it',
];
const notNear = [
  'stopp',
  'STOP!',
  'topp',
  'Top!',
  'stor',
  'shop',
  'step',
  'stod',
  'hopp',
  'Bussen stannar vid stopp fem',
  'Kan ni sluta skicka så mycket',
  'lämna inte listan',
  'Vi stoppar bilen',
  'week end plans',
  'start',
  '',
];
test('almost STOPP is seen, and plain words are not', () => {
  for (const text of near) assert.ok(isNearStop(text), text);
  for (const text of notNear) assert.ok(!isNearStop(text), text);
});

test('a text of forty thousand spaces or marks is read at once', () => {
  const started = performance.now();
  for (const filler of [' ', '!', 'a ', '\u0301'])
    readText(`${filler.repeat(40_000 / filler.length)}x${filler.repeat(10)}`);
  assert.ok(performance.now() - started < 1000);
});

test('our own mark is known in both languages, however it was broken up', () => {
  assert.ok(readText('Simklubben: meddelande  ej\nskickat. Från +4670').ownMark);
  assert.ok(readText('Club: MESSAGE NOT SENT. From').ownMark);
  assert.ok(!readText('Meddelandet är skickat').ownMark);
});

test('nothing readable is empty', () => {
  for (const text of ['', ' \n', '\u200b', '\ufe0f']) assert.ok(isEmpty(text));
  for (const text of ['?', '👍', '.']) assert.ok(!isEmpty(text));
});
