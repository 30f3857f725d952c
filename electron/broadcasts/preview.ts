import type { BookRow } from '../books/books-store.ts';
import { isWriter } from '../books/roles-store.ts';
import type { Output } from '../contract/index.ts';
import type { ReadableDb } from '../database/database.ts';
import { cheaperText } from '../modem/pdu/cheaper.ts';
import { planText } from '../modem/pdu/plan.ts';
import { allowanceLeft } from '../outbox/limits.ts';
import { queueFinishesAt } from '../outbox/summary.ts';
import { readSetting } from '../settings/settings-store.ts';
import { audienceOf } from './audience.ts';
import type { BroadcastChannel, Selection } from './broadcasts-store.ts';
import { composeText, isPersonal, type Written } from './compose.ts';

type Preview = Output<'broadcasts.preview'>;

export interface Asked extends Written {
  channel: BroadcastChannel;
  selection: Selection;
  /** The chosen time. */
  at: number | null;
}

/** Everything a person wants to know before it goes; nothing is written. */
export function previewBroadcast(db: ReadableDb, book: BookRow, asked: Asked, userId: number, now: number): Preview {
  const audience = audienceOf(db, book, { ...asked, senders: [], at: now });
  const waiting = new Set(audience.leftOut.map(({ memberId }) => memberId));
  const recipients = audience.recipients.filter(({ memberId }) => !waiting.has(memberId));
  const bySms = recipients.filter(({ channel }) => channel === 'sms');
  const smsTo = (written: Written, name: string) => planText(composeText(written, book, 'sms', name));
  const plan = smsTo(asked, bySms[0]?.name ?? '');
  const each = isPersonal(asked) ? partsByName(bySms, (name) => smsTo(asked, name).parts.length) : null;
  const parts = each === null ? plan.parts.length * bySms.length : each.total;
  return {
    recipients: new Set(recipients.map(({ memberId }) => memberId)).size,
    sms: bySms.length,
    mail: recipients.length - bySms.length,
    parts,
    partsEach: each === null ? plan.parts.length : Math.max(each.most, 1),
    allowanceLeft: allowanceLeft(db, book, now),
    encoding: plan.encoding,
    costly: plan.costly,
    leftOut: audience.leftOut,
    finishesAt: finishesAt(db, book, asked, parts, now),
    partTexts: plan.parts,
    usedInLast: plan.usedInLast,
    roomInLast: plan.roomInLast,
    cheaper: cheaperOf(asked, plan.parts.length, (written) => smsTo(written, bySms[0]?.name ?? '').parts.length),
    sentTo: isWriter(db, book.id, { userId }) ? 'members' : 'functionaries',
  };
}

/** With `{namn}` in it a long name can take one SMS more than a short one. */
function partsByName(
  recipients: readonly { name: string }[],
  partsOf: (name: string) => number,
): { total: number; most: number } {
  const known = new Map<string, number>();
  let total = 0;
  for (const { name } of recipients) {
    const parts = known.get(name) ?? partsOf(name);
    known.set(name, parts);
    total += parts;
  }
  return { total, most: Math.max(0, ...known.values()) };
}

function cheaperOf(asked: Written, partsNow: number, partsOf: (written: Written) => number): Preview['cheaper'] {
  const { text, replaced } = cheaperText(asked.text);
  if (replaced.length === 0) return null;
  const partsEach = partsOf({ text, subject: asked.subject });
  return partsEach < partsNow ? { text, partsEach, replaced } : null;
}

/** Without a line nothing is ever sent by SMS; what the preview says then is that nobody gets it. */
function finishesAt(db: ReadableDb, book: BookRow, asked: Asked, parts: number, now: number): number {
  const from = asked.at ?? now + readSetting(db, 'undoSeconds') * 1000;
  if (parts === 0) return from;
  return queueFinishesAt(db, book.id, now, { parts, from, ignoresQuietHours: asked.at !== null }) ?? from;
}
