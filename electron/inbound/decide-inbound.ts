import type { DecisionKind } from '../contract/inbound.ts';
import type { TextReading } from './read-text.ts';

/** Why a text was decided as it was; a closed set that the screens have words for. */
export type DecisionReason =
  | 'own-number'
  | 'no-phone'
  | 'stop'
  | 'stop-again'
  | 'start-blocked'
  | 'start'
  | 'came-back'
  | 'asks-again'
  | 'older-than-stop'
  | 'start-active'
  | 'start-pending'
  | 'sign-up-off'
  | 'any-text'
  | 'yes'
  | 'no'
  | 'nothing-asked'
  | 'own-mark'
  | 'near-stop'
  | 'start-with-more'
  | 'empty'
  | 'stale'
  | 'same-text'
  | 'sender-limit'
  | 'book-limit'
  | 'functionary'
  | 'writer'
  | 'member'
  | 'blocked'
  | 'has-left'
  | 'not-writer'
  | 'unknown-number';

export interface Decision {
  decision: DecisionKind;
  reason: DecisionReason;
}

/** Everything about the book, the sender and the time that the rules look at, as it is when the text is judged. */
export interface InboundContext {
  book: {
    signUp: 'off' | 'keyword' | 'anyText';
    approval: boolean;
    membersMayWrite: boolean;
    staleAfterHours: number;
    /** Send-outs let through before one is asked about: from one phone, and in the book. */
    senderLimit: number;
    bookLimit: number;
  };
  sender: {
    /** `address`: a number in E.164 or a mail address. `other`: letters, a short number, none. */
    kind: 'address' | 'other';
    /** A number of this program itself. */
    own: boolean;
    blocked: boolean;
    member: 'pending' | 'active' | 'unsubscribed' | 'blocked' | null;
    /**
     * An open departure from the book; `wasActive` where the person left as an active member, `after` where the words of leaving
     * were sent after this text.
     */
    departure: { wasActive: boolean; after: boolean } | null;
    writer: boolean;
    functionary: boolean;
  };
  /** A question is open that was asked of the sender within six hours. */
  openQuestion: boolean;
  ageHours: number;
  /** The same words came from the same phone as a send-out, within the book's `sameTextHours`. */
  sameTextBefore: boolean;
  /** Send-outs of the last ten minutes. */
  sendOutsOfSender: number;
  sendOutsOfBook: number;
  /** A text was forwarded to the sender, as a functionary, within the last hour. */
  forwardedLastHour: boolean;
}

type Outcome = readonly [DecisionKind, DecisionReason];

interface Rule {
  /** The row of the table of rules it fulfils. */
  row: string;
  when(text: TextReading, context: InboundContext): boolean;
  gives: Outcome | ((context: InboundContext, text: TextReading) => Outcome);
}

/** In this order; the first that fits decides. */
const RULES: readonly Rule[] = [
  { row: '0', when: (_, { sender }) => sender.own, gives: ['stored', 'own-number'] },
  { row: '0', when: (text, { sender }) => sender.kind === 'other' && text.ownMark, gives: ['inbox-only', 'own-mark'] },
  { row: '0', when: (_, { sender }) => sender.kind === 'other', gives: ['forwarded', 'no-phone'] },

  {
    row: '1',
    when: (text) => text.keyword === 'stop',
    gives: ({ sender }) => (sender.departure ? ['left-again', 'stop-again'] : ['left', 'stop']),
  },

  {
    row: '2',
    when: (text, { sender }) => text.keyword === 'start' && sender.blocked,
    gives: ['blocked-start', 'start-blocked'],
  },
  // Networks deliver late: for one sender the order sent holds, and the last word was STOPP.
  {
    row: '3',
    when: (text, { sender }) => text.keyword === 'start' && sender.departure?.after === true,
    gives: ['forwarded', 'older-than-stop'],
  },
  {
    row: '3',
    when: (text, { sender }) => text.keyword === 'start' && sender.departure !== null,
    gives: returnOf,
  },
  {
    row: '4',
    when: (text, { sender }) => text.keyword === 'start' && sender.member === 'active',
    gives: ['already', 'start-active'],
  },
  {
    row: '5',
    when: (text, { sender }) => text.keyword === 'start' && sender.member === 'pending',
    gives: ['pending-again', 'start-pending'],
  },
  {
    row: '3',
    when: (text, { book }) => text.keyword === 'start' && book.signUp !== 'off',
    gives: ({ book }) => [book.approval ? 'pending' : 'joined', 'start'],
  },
  { row: '8', when: (text) => text.keyword === 'start', gives: ['forwarded', 'sign-up-off'] },

  {
    row: '5b',
    when: (text, context) => isAnswer(text) && mayWrite(context),
    gives: ({ openQuestion }, { keyword }) =>
      openQuestion ? ['answered', keyword === 'yes' ? 'yes' : 'no'] : ['nothing-to-answer', 'nothing-asked'],
  },

  // Never a send-out: what another program of this kind hands on are a stranger's words.
  {
    row: '6',
    when: (text, context) => text.ownMark && mayWrite(context),
    gives: ['held', 'own-mark'],
  },
  { row: '6', when: (text, context) => text.empty && mayWrite(context), gives: ['inbox-only', 'empty'] },
  { row: '6', when: (text, context) => text.nearStop && mayWrite(context), gives: ['held', 'near-stop'] },
  { row: '6', when: (text, context) => text.startWithMore && mayWrite(context), gives: ['held', 'start-with-more'] },
  {
    row: '6',
    when: (_, context) => mayWrite(context) && context.ageHours > context.book.staleAfterHours,
    gives: ['held', 'stale'],
  },
  { row: '6', when: (_, context) => mayWrite(context) && context.sameTextBefore, gives: ['held', 'same-text'] },
  {
    row: '6',
    when: (_, context) => mayWrite(context) && context.sender.functionary && context.forwardedLastHour,
    gives: ['held', 'functionary'],
  },
  {
    row: '6',
    when: (_, context) => mayWrite(context) && context.sendOutsOfSender >= context.book.senderLimit,
    gives: ['held', 'sender-limit'],
  },
  {
    row: '6',
    when: (_, context) => mayWrite(context) && context.sendOutsOfBook >= context.book.bookLimit,
    gives: ['held', 'book-limit'],
  },
  {
    row: '6',
    when: (_, context) => mayWrite(context),
    gives: ({ sender }) => ['broadcast', sender.writer ? 'writer' : 'member'],
  },

  { row: '8', when: (text) => text.ownMark, gives: ['inbox-only', 'own-mark'] },
  // Who has left has nothing more to leave.
  {
    row: '8',
    when: (text, { sender }) => text.nearStop && sender.departure === null,
    gives: ['near-stop', 'near-stop'],
  },
  { row: '8', when: (_, { sender }) => sender.blocked, gives: ['inbox-only', 'blocked'] },
  {
    row: '7',
    when: (text, { book, sender }) => book.signUp === 'anyText' && isUnknown(sender) && !text.nearStop,
    gives: ({ book }) => [book.approval ? 'pending' : 'joined', 'any-text'],
  },
  {
    row: '8',
    when: () => true,
    gives: ({ sender }) => [
      'forwarded',
      sender.departure ? 'has-left' : isUnknown(sender) ? 'unknown-number' : 'not-writer',
    ],
  },
];

/**
 * What one received text means for the book. The order is policy: a departure wins over everything, and what is not
 * understood goes to people rather than to members.
 */
export function decideInbound(text: TextReading, context: InboundContext): Decision {
  const rule = RULES.find((candidate) => candidate.when(text, context));
  if (!rule) throw new Error('The last rule takes every text');
  const [decision, reason] = typeof rule.gives === 'function' ? rule.gives(context, text) : rule.gives;
  return { decision, reason };
}

/**
 * Who left as an active member comes straight back. Others ask again where the book asks for approval; and where
 * sign-up is off, for else a stranger would get in by STOPP and START.
 */
function returnOf({ book, sender }: InboundContext): Outcome {
  if (sender.departure?.wasActive) return ['joined', 'came-back'];
  return book.approval || book.signUp === 'off' ? ['pending', 'asks-again'] : ['joined', 'came-back'];
}

function mayWrite({ book, sender }: InboundContext): boolean {
  if (sender.blocked) return false;
  return sender.writer || (book.membersMayWrite && sender.member === 'active');
}

function isAnswer({ keyword }: TextReading): boolean {
  return keyword === 'yes' || keyword === 'no';
}

function isUnknown({ member, departure, blocked, writer, functionary }: InboundContext['sender']): boolean {
  return member === null && departure === null && !blocked && !writer && !functionary;
}
