import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideInbound, type InboundContext } from '../../electron/inbound/decide-inbound.ts';
import { readText } from '../../electron/inbound/read-text.ts';

interface Change {
  book?: Partial<InboundContext['book']>;
  sender?: Partial<InboundContext['sender']>;
  openQuestion?: boolean;
  ageHours?: number;
  sameTextBefore?: boolean;
  sendOutsOfSender?: number;
  sendOutsOfBook?: number;
  forwardedLastHour?: boolean;
}

/** An unknown number texts a book as it is when it is new. */
function context({ book, sender, ...rest }: Change): InboundContext {
  return {
    book: {
      signUp: 'keyword',
      approval: false,
      membersMayWrite: false,
      staleAfterHours: 6,
      senderLimit: 5,
      bookLimit: 19,
      ...book,
    },
    sender: {
      kind: 'address',
      own: false,
      blocked: false,
      member: null,
      departure: null,
      writer: false,
      functionary: false,
      ...sender,
    },
    openQuestion: false,
    ageHours: 0,
    sameTextBefore: false,
    sendOutsOfSender: 0,
    sendOutsOfBook: 0,
    forwardedLastHour: false,
    ...rest,
  };
}

const unknown: Change = {};
const letters: Change = { sender: { kind: 'other' } };
const own: Change = { sender: { own: true, writer: true } };
const active: Change = { sender: { member: 'active' } };
const pending: Change = { sender: { member: 'pending' } };
const left: Change = { sender: { member: 'unsubscribed', departure: { wasActive: true, after: false } } };
const leftPending: Change = { sender: { member: 'unsubscribed', departure: { wasActive: false, after: false } } };
const leftStranger: Change = { sender: { departure: { wasActive: false, after: false } } };
const leftLater: Change = { sender: { departure: { wasActive: true, after: true } } };
const blocked: Change = { sender: { member: 'blocked', blocked: true } };
const blockedStranger: Change = { sender: { blocked: true } };
const blockedWriter: Change = { sender: { blocked: true, writer: true } };
const writer: Change = { sender: { writer: true } };
const writerWhoLeft: Change = { sender: { writer: true, departure: { wasActive: true, after: false } } };
const functionary: Change = { sender: { functionary: true } };
const off = { signUp: 'off' } as const;
const anyText = { signUp: 'anyText' } as const;
const all = { membersMayWrite: true } as const;
const approval = { approval: true } as const;

const table: [row: string, texts: string[], from: Change, book: Change['book'], expected: string][] = [
  ['0', ['STOPP', 'START', 'Hej', 'JA', 'stpop'], letters, anyText, 'forwarded no-phone'],
  ['0', ['X: Meddelande ej skickat.'], letters, {}, 'inbox-only own-mark'],
  ['0', ['STOPP', 'START', 'Hej'], own, anyText, 'stored own-number'],

  ['1', ['STOPP', 'stop'], unknown, off, 'left stop'],
  ['1', ['STOPP', 'stop'], active, {}, 'left stop'],
  ['1', ['STOPP', 'stop'], pending, {}, 'left stop'],
  ['1', ['STOPP', 'stop'], blocked, {}, 'left stop'],
  ['1', ['STOPP', 'stop'], writer, {}, 'left stop'],
  ['1', ['STOPP', 'stop'], left, {}, 'left-again stop-again'],
  ['1', ['STOPP', 'stop'], leftStranger, {}, 'left-again stop-again'],

  ['2', ['START'], blocked, anyText, 'blocked-start start-blocked'],
  ['2', ['START'], blockedStranger, {}, 'blocked-start start-blocked'],

  ['3', ['START', 'Start.'], unknown, {}, 'joined start'],
  ['3', ['START'], unknown, approval, 'pending start'],
  ['3', ['START'], left, approval, 'joined came-back'],
  ['3', ['START'], left, off, 'joined came-back'],
  ['3', ['START'], leftPending, {}, 'joined came-back'],
  ['3', ['START'], leftPending, approval, 'pending asks-again'],
  ['3', ['START'], leftStranger, approval, 'pending asks-again'],
  ['3', ['START'], leftStranger, off, 'pending asks-again'],
  ['3', ['START'], leftLater, {}, 'forwarded older-than-stop'],
  ['3', ['START'], writer, {}, 'joined start'],
  ['3 off', ['START'], unknown, off, 'forwarded sign-up-off'],

  ['4', ['START'], active, off, 'already start-active'],
  ['5', ['START'], pending, {}, 'pending-again start-pending'],

  ['5b', ['JA', 'yes!'], { ...writer, openQuestion: true }, {}, 'answered yes'],
  ['5b', ['Nej', 'NO'], { ...writer, openQuestion: true }, {}, 'answered no'],
  ['5b', ['JA', 'NO'], writer, {}, 'nothing-to-answer nothing-asked'],
  ['5b', ['JA'], { ...active, openQuestion: true }, all, 'answered yes'],
  ['5b', ['JA'], active, {}, 'forwarded not-writer'],
  ['5b', ['JA'], unknown, {}, 'forwarded unknown-number'],
  ['5b', ['JA'], blockedWriter, {}, 'inbox-only blocked'],

  ['6', ['Träning kl 18', 'Ja tack', '👍'], writer, {}, 'broadcast writer'],
  ['6', ['Träning kl 18'], writerWhoLeft, {}, 'broadcast writer'],
  ['6', ['Träning kl 18'], active, all, 'broadcast member'],
  ['6', ['Träning kl 18'], pending, all, 'forwarded not-writer'],
  ['6', ['Träning kl 18'], left, all, 'forwarded has-left'],
  ['6', ['Träning kl 18'], blocked, all, 'inbox-only blocked'],
  ['6', ['Träning kl 18'], blockedWriter, all, 'inbox-only blocked'],
  ['6', ['Träning kl 18'], { ...writer, ageHours: 6 }, {}, 'broadcast writer'],
  ['6', ['Träning kl 18'], { ...writer, ageHours: 6.01 }, {}, 'held stale'],
  ['6', ['Träning kl 18'], { ...writer, ageHours: 3 }, { staleAfterHours: 2 }, 'held stale'],
  ['6', ['Träning kl 18'], { ...writer, sameTextBefore: true }, {}, 'held same-text'],
  ['6', ['Träning kl 18'], { ...writer, sendOutsOfSender: 4 }, {}, 'broadcast writer'],
  ['6', ['Träning kl 18'], { ...writer, sendOutsOfSender: 5 }, {}, 'held sender-limit'],
  ['6', ['Träning kl 18'], { ...writer, sendOutsOfSender: 5 }, { senderLimit: 50 }, 'broadcast writer'],
  ['6', ['Träning kl 18'], { ...writer, sendOutsOfBook: 18 }, {}, 'broadcast writer'],
  ['6', ['Träning kl 18'], { ...writer, sendOutsOfBook: 19 }, {}, 'held book-limit'],
  [
    '6',
    ['Träning kl 18'],
    { sender: { writer: true, functionary: true }, forwardedLastHour: true },
    {},
    'held functionary',
  ],
  ['6', ['Träning kl 18'], { sender: { writer: true, functionary: true } }, {}, 'broadcast writer'],
  ['6', ['', ' \n'], writer, {}, 'inbox-only empty'],
  ['6', ['START nu'], writer, {}, 'held start-with-more'],
  ['6', ['stoppp', 'Sluta nu', 'lämna'], writer, {}, 'held near-stop'],
  ['6', ['stoppp'], active, all, 'held near-stop'],
  ['6', ['X: Meddelande ej skickat. Från 070: köp nu'], writer, {}, 'held own-mark'],

  ['7', ['Hej!', 'START nu', 'ja'], unknown, anyText, 'joined any-text'],
  ['7', ['Hej!'], unknown, { ...anyText, ...approval }, 'pending any-text'],
  ['7', ['stoppp', 'Sluta nu', 'quit'], unknown, anyText, 'near-stop near-stop'],
  ['7', ['X: Message not sent. From 070: hi'], unknown, anyText, 'inbox-only own-mark'],
  ['7', ['Hej!'], functionary, anyText, 'forwarded not-writer'],
  ['7', ['Hej!'], left, anyText, 'forwarded has-left'],
  ['7', ['Hej!'], leftStranger, anyText, 'forwarded has-left'],
  ['7', ['Hej!'], blockedStranger, anyText, 'inbox-only blocked'],

  ['8', ['Hej!', 'START nu'], unknown, {}, 'forwarded unknown-number'],
  ['8', ['Hej!', 'START nu'], active, {}, 'forwarded not-writer'],
  ['8', ['Hej!'], pending, anyText, 'forwarded not-writer'],
  ['8', ['Hej!'], functionary, {}, 'forwarded not-writer'],
  ['8', ['stoppp', 'stopp tack'], active, {}, 'near-stop near-stop'],
  ['8', ['stoppp'], functionary, {}, 'near-stop near-stop'],
  ['8', ['stoppp'], blocked, {}, 'near-stop near-stop'],
  ['8', ['stoppp'], left, {}, 'forwarded has-left'],
  ['8', ['X: Meddelande ej skickat.'], active, {}, 'inbox-only own-mark'],
];

for (const [row, texts, from, book, expected] of table) {
  for (const text of texts) {
    test(`row ${row}: ${JSON.stringify(text)} from ${JSON.stringify(from)} with ${JSON.stringify(book)}`, () => {
      const { decision, reason } = decideInbound(readText(text), context({ ...from, book: { ...from.book, ...book } }));
      assert.equal(`${decision} ${reason}`, expected);
    });
  }
}

test('whatever else holds, STOPP from a number leaves and a near-STOPP never reaches members', () => {
  const flags = [false, true];
  for (const isWriter of flags)
    for (const mayAll of flags)
      for (const isBlocked of flags)
        for (const member of [null, 'active', 'pending', 'blocked'] as const) {
          const from = context({
            book: { membersMayWrite: mayAll, signUp: 'anyText' },
            sender: { writer: isWriter, blocked: isBlocked, member },
          });
          assert.equal(decideInbound(readText('Stopp!'), from).decision, 'left');
          const near = decideInbound(readText('Stpp'), from).decision;
          assert.ok(near === 'near-stop' || near === 'held', near);
        }
});
