import type { WritableDb } from '../database/database.ts';
import { decodePdu } from '../modem/pdu/decode.ts';
import { hexOfOctets } from '../modem/pdu/octets.ts';
import { textOf } from '../modem/pdu/text.ts';
import type { Concat, Deliver } from '../modem/pdu/types.ts';
import { insertMessage, updateParts } from './messages-store.ts';
import {
  type Candidate,
  finishPart,
  type JoinedPart,
  joinPart,
  messagesOfConcat,
  type PartRow,
  partsOfMessage,
} from './parts-store.ts';
import type { Sender } from './sender.ts';

/** Parts of one message are stamped close together; the same reference much later is another message. */
const WINDOW_MS = 3_600_000;
/** Stands where a part is missing, for people to see. */
const GAP = ' [...] ';

/** One part of a long text, whose sender is already told. */
export interface LongPart {
  part: PartRow;
  deliver: Deliver;
  concat: Concat;
  sender: Sender;
  bookId: number | null;
}

/**
 * Puts a part where it belongs (3GPP TS 23.040 §9.2.3.24.1): by line, sender with type of number, reference, total and time.
 * The same part again is left; one of the same number with other words begins a new message. Returns the message that this
 * part made whole, or null.
 */
export function joinLongPart(db: WritableDb, long: LongPart): number | null {
  const { part, deliver, concat } = long;
  const key = concatKeyOf(deliver, concat);
  const near = messagesOfConcat(db, part.lineId, key)
    .map((message) => ({ ...message, parts: partsOfMessage(db, message.id) }))
    .filter((message) => isNear(message, message.parts, deliver, part));

  const again = near.filter(({ parts }) => parts.some((other) => isSame(other, concat.sequence, deliver)));
  const lacking = near
    .filter(({ state, parts }) => state === 'incomplete' && parts.every(({ sequence }) => sequence !== concat.sequence))
    .toSorted((a, b) => distance(a, deliver) - distance(b, deliver));
  // Two long texts may share a reference and end alike: a part with a stamp of its own fills the gap before it counts as a copy.
  const copied = again.find(({ parts }) => parts.some((other) => deliverOf(other)?.sentAt === deliver.sentAt));
  const copy = copied ?? (lacking.length === 0 ? again[0] : undefined);
  if (copy) {
    finishPart(db, part.id, copy.id);
    return null;
  }
  const [home] = lacking;
  if (!home) return begin(db, long, key);
  joinPart(db, part.id, home.id, concat.sequence);
  return refresh(db, home.id, concat.total) ? home.id : null;
}

function begin(db: WritableDb, { part, deliver, concat, sender, bookId }: LongPart, concatKey: string): number | null {
  const id = insertMessage(db, {
    lineId: part.lineId,
    bookId,
    sender,
    text: '',
    receivedAt: part.arrivedAt,
    sentAt: deliver.sentAt,
    state: 'incomplete',
    reason: null,
    concatKey,
    concatTotal: concat.total,
  });
  joinPart(db, part.id, id, concat.sequence);
  return refresh(db, id, concat.total) ? id : null;
}

/** Writes what the parts say together; true when none is missing. */
function refresh(db: WritableDb, messageId: number, total: number): boolean {
  const parts = partsOfMessage(db, messageId);
  const whole = parts.length === total;
  const stamps = parts.map((part) => deliverOf(part)?.sentAt ?? null).filter((stamp) => stamp !== null);
  updateParts(db, messageId, {
    text: textOfParts(parts, total),
    sentAt: stamps.length > 0 ? Math.min(...stamps) : null,
    state: whole ? 'waiting' : 'incomplete',
  });
  return whole;
}

/** Neighbours are joined before they become text: senders cut between an escape and its letter, and through an emoji. */
function textOfParts(parts: readonly JoinedPart[], total: number): string {
  const runs: JoinedPart[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run?.at(-1)?.sequence === part.sequence - 1) run.push(part);
    else runs.push([part]);
  }
  const texts = runs.map((run) => textOf(run.flatMap((part) => deliverOf(part)?.userData ?? [])));
  const before = parts[0]?.sequence === 1 ? '' : GAP.trimStart();
  const after = parts.at(-1)?.sequence === total ? '' : GAP.trimEnd();
  return before + texts.join(GAP) + after;
}

function concatKeyOf({ from }: Deliver, { bits, reference, total }: Concat): string {
  return JSON.stringify([from.kind, from.ton, from.value, bits, reference, total]);
}

/** By the centre's stamps; by arrival where one of the two is broken. */
function isNear(candidate: Candidate, here: readonly JoinedPart[], deliver: Deliver, part: PartRow): boolean {
  if (candidate.sentAt !== null && deliver.sentAt !== null)
    return Math.abs(candidate.sentAt - deliver.sentAt) <= WINDOW_MS;
  return here.some(({ arrivedAt }) => Math.abs(arrivedAt - part.arrivedAt) <= WINDOW_MS);
}

function isSame(other: JoinedPart, sequence: number, deliver: Deliver): boolean {
  const before = other.sequence === sequence ? deliverOf(other) : null;
  return (
    before !== null &&
    before.userData.alphabet === deliver.userData.alphabet &&
    hexOfOctets(before.userData.units) === hexOfOctets(deliver.userData.units)
  );
}

function distance({ sentAt }: Candidate, deliver: Deliver): number {
  return sentAt === null || deliver.sentAt === null ? WINDOW_MS : Math.abs(sentAt - deliver.sentAt);
}

function deliverOf({ hex, declaredLength }: JoinedPart): Deliver | null {
  const decoded = decodePdu(hex, declaredLength);
  return decoded.ok && decoded.tpdu.kind === 'deliver' ? decoded.tpdu : null;
}
