import { createHash } from 'node:crypto';
import { bookOfLine } from '../books/books-store.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import type { ReceivedPdu } from '../modem/line.ts';
import { decodePdu } from '../modem/pdu/decode.ts';
import { textOf } from '../modem/pdu/text.ts';
import type { Deliver } from '../modem/pdu/types.ts';
import { settleReport } from '../outbox/status-reports.ts';
import { readSetting } from '../settings/settings-store.ts';
import { joinLongPart } from './join-parts.ts';
import { keywordOf } from './keywords.ts';
import { insertMessage } from './messages-store.ts';
import {
  countCopy,
  finishPart,
  insertPart,
  joinPart,
  looseParts,
  type PartRow,
  partByFingerprint,
} from './parts-store.ts';
import { type Sender, senderOfSms } from './sender.ts';

const DUPLICATE_WITHIN_MS = 7 * 24 * 3_600_000;
/** "Stored unsent" and "stored sent" (3GPP TS 27.005 §3.1): drafts of the SIM's owner. */
const FIRST_DRAFT_STAT = 2;
/** A silent SMS (TP-PID of type 0, 3GPP TS 23.040 §9.2.3.9): no person wrote it. */
const SILENT_PID = 0x40;

export function isDraft({ stat }: ReceivedPdu): boolean {
  return stat !== null && stat >= FIRST_DRAFT_STAT;
}

/** What tells one PDU of one SIM from another. */
export function fingerprintOf(lineId: number, { hex }: ReceivedPdu): string {
  return createHash('sha256').update(`${lineId} ${hex.toUpperCase()}`).digest('hex');
}

/**
 * Stores a PDU before anything is made of it; null for one that is here already. Durable after the transaction, so its slot
 * may be emptied whatever comes of it.
 */
export function storePdu(db: WritableDb, lineId: number, pdu: ReceivedPdu, at: number): number | null {
  const fingerprint = fingerprintOf(lineId, pdu);
  // What the modem pushed (+CMT, +CDS) lies in no slot.
  const deletedAt = pdu.slot === null ? at : null;
  const earlier = partByFingerprint(db, fingerprint);
  if (earlier && isDuplicate(earlier, at)) {
    countCopy(db, earlier.id, deletedAt);
    return null;
  }
  return insertPart(db, {
    lineId,
    fingerprint,
    hex: pdu.hex,
    declaredLength: pdu.declaredLength,
    stat: pdu.stat,
    arrivedAt: at,
    deletedAt,
  });
}

/**
 * Networks hand a text over again when they missed the answer, with the same stamp. Without a stamp two equal texts can only be
 * told apart by one of them being gone.
 */
function isDuplicate(earlier: PartRow, at: number): boolean {
  if (earlier.deletedAt === null) return true;
  const decoded = decodePdu(earlier.hex, earlier.declaredLength);
  const stamped = decoded.ok && decoded.tpdu.kind !== 'submit' && decoded.tpdu.sentAt !== null;
  return stamped && at - earlier.arrivedAt <= DUPLICATE_WITHIN_MS;
}

/** What stored PDUs of which nothing was made say together: the messages that are whole by them, in order. */
export function takeLooseParts(core: Core): number[] {
  const whole: number[] = [];
  for (const part of looseParts(core.database.read)) {
    try {
      const id = core.database.write(['inbox', 'todos', 'outbox', 'broadcasts'], (db) => takePart(db, core, part));
      if (id !== null) whole.push(id);
    } catch (error) {
      // Stored it is; the next start tries again, and nothing behind it waits.
      core.log.error(`Part ${part.id} could not be read`, error);
    }
  }
  return whole;
}

/** Makes a message of a stored PDU, or a part of one; returns the message that can be judged now. */
function takePart(db: WritableDb, core: Core, part: PartRow): number | null {
  const decoded = decodePdu(part.hex, part.declaredLength);
  if (!decoded.ok) return keepUnreadable(db, part, { kind: 'other', address: '' }, decoded.error, '');
  const { tpdu } = decoded;
  if (tpdu.kind === 'status-report') {
    settleReport(db, core, part.lineId, tpdu);
    finishPart(db, part.id, null);
    return null;
  }
  if (tpdu.kind === 'submit') return keepUnreadable(db, part, { kind: 'other', address: '' }, 'unsupported-type', '');
  return takeText(db, part, tpdu);
}

function takeText(db: WritableDb, part: PartRow, deliver: Deliver): number | null {
  const { userData } = deliver;
  const sender = senderOfSms(deliver.from, readSetting(db, 'country'));
  const text = textOf([userData]);
  if (deliver.pid === SILENT_PID) return keepUnreadable(db, part, sender, 'silent', text);
  if (userData.header?.ports) return keepUnreadable(db, part, sender, 'binary', '');
  if (userData.alphabet === '8bit' && text === '') return keepUnreadable(db, part, sender, 'binary', '');
  // Who asks to leave is heard, however the octets came; nothing else is made of half a text.
  if (userData.damaged && keywordOf(text) !== 'stop') return keepUnreadable(db, part, sender, 'damaged', text);

  const concat = userData.header?.concat ?? null;
  const bookId = bookOfLine(db, part.lineId)?.id ?? null;
  if (concat !== null && concat.total > 1) return joinLongPart(db, { part, deliver, concat, sender, bookId });
  const id = insertMessage(db, {
    lineId: part.lineId,
    bookId,
    sender,
    text,
    receivedAt: part.arrivedAt,
    sentAt: deliver.sentAt,
    state: 'waiting',
    reason: null,
    concatKey: null,
    concatTotal: null,
  });
  joinPart(db, part.id, id, 1);
  return id;
}

/** Shown to a person and never acted on; what should have been a text is a to-do. */
function keepUnreadable(db: WritableDb, part: PartRow, sender: Sender, reason: string, text: string): null {
  const bookId = bookOfLine(db, part.lineId)?.id ?? null;
  const id = insertMessage(db, {
    lineId: part.lineId,
    bookId,
    sender,
    text,
    receivedAt: part.arrivedAt,
    sentAt: null,
    state: 'unreadable',
    reason,
    concatKey: null,
    concatTotal: null,
  });
  joinPart(db, part.id, id, 1);
  if (reason !== 'binary' && reason !== 'silent')
    db.prepare("INSERT INTO todo (book_id, kind, message_id, created_at) VALUES (?, 'unreadable', ?, ?)").run(
      bookId,
      id,
      part.arrivedAt,
    );
  return null;
}
