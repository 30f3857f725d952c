import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import type { StatusReport } from '../modem/pdu/types.ts';
import { type OutboxRow, outboxById, type PartRow, type PartState, partsOf } from './outbox-store.ts';
import { type Move, moveMessage } from './transition.ts';

const DAY = 86_400_000;
/** Centres keep trying for days, so a report may be that late. */
const LATEST_REPORT = 7 * DAY;
/** The centre's clock against ours, for parts whose reference was never told. */
const CLOCK_SKEW = 5 * 60_000;
const SUBMITTED_WITHIN = 60 * 60_000;

interface Candidate {
  outbox_id: number;
  sequence: number;
  state: PartState;
  submitted_at: number;
}

/**
 * What a TP-ST says (3GPP TS 23.040 §9.2.3.15): on the phone, with the centre, given up, or nothing. From 0x80 on the values are
 * reserved, and reading only their low bits would call failures what are none.
 */
export function meaningOf(status: number): 'delivered' | 'accepted' | 'failed' | 'nothing' {
  if (status === 0x00 || status === 0x02) return 'delivered';
  if (status <= 0x3f) return 'accepted';
  if (status <= 0x6f) return 'failed';
  return 'nothing';
}

/**
 * Applies a status report to the part it is about, found by line, reference, recipient and time; `unknown` texts are settled by it.
 * Returns false for a report of nothing this program sent.
 */
export function settleReport(db: WritableDb, core: Pick<Core, 'clock'>, lineId: number, report: StatusReport): boolean {
  const at = core.clock.now();
  const part = byReference(db, lineId, report, at) ?? withoutReference(db, lineId, report, at);
  if (!part) return false;
  // Still on the wire: whether the report is about this part is known when the modem has told the reference.
  const waiting = part.state === 'sending';
  db.prepare(
    'UPDATE part_out SET status = ?, reference = coalesce(reference, ?), state = ?, settled_at = ? WHERE outbox_id = ? AND sequence = ?',
  ).run(
    report.status,
    report.reference,
    waiting ? 'sending' : partState(part.state, report.status),
    at,
    part.outbox_id,
    part.sequence,
  );
  if (!waiting) settleMessage(db, part.outbox_id, at);
  return true;
}

/** What a report makes of a part; what has been delivered stays so whatever comes later. */
export function partState(before: PartState, status: number): PartState {
  if (before === 'delivered') return before;
  switch (meaningOf(status)) {
    case 'delivered':
      return 'delivered';
    case 'failed':
      return 'failed';
    case 'accepted':
      return before === 'unknown' || before === 'sending' ? 'sent' : before;
    case 'nothing':
      return before;
  }
}

/** Brings a text that is out of our hands to what its parts say together. */
export function settleMessage(db: WritableDb, outboxId: number, at: number): void {
  const message = outboxById(db, outboxId);
  if (!message || (message.state !== 'sent' && message.state !== 'unknown')) return;
  const move = movedByParts(message, partsOf(db, outboxId));
  if (move) moveMessage(db, outboxId, move, at);
}

function movedByParts(message: OutboxRow, parts: readonly PartRow[]): Move | null {
  const whole = parts.length === message.parts;
  if (parts.some(({ state }) => state === 'failed')) return { to: 'failed', error: 'undelivered' };
  if (whole && parts.every(({ state }) => state === 'delivered')) return { to: 'delivered' };
  if (message.state !== 'unknown' || parts.some(({ state }) => state === 'unknown' || state === 'sending')) return null;
  // The part that was in doubt arrived, but the ones after it were never sent: nobody has read the whole text.
  return whole ? { to: 'sent' } : { to: 'failed', error: 'incomplete' };
}

/** The reference wraps at 256: of several the one submitted nearest to the centre's own time stamp. */
function byReference(db: WritableDb, lineId: number, report: StatusReport, at: number): Candidate | undefined {
  return db
    .prepare<[Record<string, unknown>], Candidate>(
      `SELECT part_out.outbox_id, part_out.sequence, part_out.state, part_out.submitted_at
       FROM part_out JOIN outbox ON outbox.id = part_out.outbox_id
       WHERE part_out.line_id = @lineId AND part_out.reference = @reference AND part_out.submitted_at > @since
         AND ${sameNumber}
       ORDER BY abs(part_out.submitted_at - @sentAt), part_out.submitted_at DESC LIMIT 1`,
    )
    .get(matching(lineId, report, at));
}

/** A part in doubt, or one that the modem took without telling the reference. */
function withoutReference(db: WritableDb, lineId: number, report: StatusReport, at: number): Candidate | undefined {
  const sentAt = report.sentAt ?? at;
  return db
    .prepare<[Record<string, unknown>], Candidate>(
      `SELECT part_out.outbox_id, part_out.sequence, part_out.state, part_out.submitted_at
       FROM outbox JOIN part_out ON part_out.outbox_id = outbox.id
       WHERE part_out.line_id = @lineId AND part_out.reference IS NULL AND part_out.state IN ('sending', 'sent', 'unknown')
         AND part_out.submitted_at BETWEEN @earliest AND @latest AND ${sameNumber}
       ORDER BY abs(part_out.submitted_at - @sentAt), part_out.sequence LIMIT 1`,
    )
    .get({ ...matching(lineId, report, at), earliest: sentAt - SUBMITTED_WITHIN, latest: sentAt + CLOCK_SKEW });
}

/** Centres may tell the number nationally although it was dialled internationally. */
const sameNumber = `(outbox.recipient = @recipient
  OR (@national <> '' AND length(@national) >= 6 AND substr(outbox.recipient, -length(@national)) = @national))`;

function matching(lineId: number, report: StatusReport, at: number) {
  const { value } = report.recipient;
  return {
    lineId,
    reference: report.reference,
    recipient: value,
    national: value.startsWith('+') ? '' : value.replace(/^0+/, ''),
    since: at - LATEST_REPORT,
    sentAt: report.sentAt ?? at,
  };
}
