import { broadcastById } from '../broadcasts/broadcasts-store.ts';
import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import { recordEvent } from '../log/events.ts';
import type { SubmitOutcome } from '../modem/line.ts';
import { moveAfterRefusal } from './backoff.ts';
import { claimRest } from './claim.ts';
import { type OutboxRow, outboxById, type PartRow, partsOf } from './outbox-store.ts';
import { forgetPart, settlePart } from './parts-store.ts';
import { partState, settleMessage } from './status-reports.ts';
import type { ClaimedPart } from './submit-part.ts';
import { moveMessage } from './transition.ts';

/**
 * Writes down what became of a part that was handed to the line. Returns the text's next part, already written down as on its way,
 * where there is one.
 */
export function settleOutcome(
  db: WritableDb,
  core: Core,
  part: ClaimedPart,
  outcome: SubmitOutcome,
): ClaimedPart | null {
  const at = core.clock.now();
  const message = outboxById(db, part.outboxId);
  const row = partsOf(db, part.outboxId).find(({ sequence }) => sequence === part.sequence);
  if (!message || !row) throw new Error(`Outbox row ${part.outboxId} is gone`);
  if (outcome.kind === 'accepted') return accepted(db, core, part, row, outcome.reference, at);
  refused(db, part, message, row, outcome, at);
  return null;
}

function accepted(
  db: WritableDb,
  core: Core,
  part: ClaimedPart,
  row: PartRow,
  reference: number | null,
  at: number,
): ClaimedPart | null {
  // A report can overtake the modem's answer; it was about this part only if the modem now tells the same reference.
  const early = reference !== null && row.reference === reference ? row.status : null;
  const state = early === null ? 'sent' : partState('sent', early);
  settlePart(db, part.outboxId, part.sequence, { state, reference, status: early, at });
  const rest = claimRest(db, core, part);
  if (rest) return rest;
  moveMessage(db, part.outboxId, { to: 'sent' }, at);
  settleMessage(db, part.outboxId, at);
  return null;
}

function refused(
  db: WritableDb,
  part: ClaimedPart,
  message: OutboxRow,
  row: PartRow,
  outcome: Exclude<SubmitOutcome, { kind: 'accepted' }>,
  at: number,
): void {
  const move = moveAfterRefusal(outcome, message.attempts, at);
  if (move.to === 'unknown') {
    settlePart(db, part.outboxId, part.sequence, { ...row, state: 'unknown', at });
  } else if (move.to === 'failed') {
    settlePart(db, part.outboxId, part.sequence, { ...row, state: 'failed', at });
  } else {
    forgetPart(db, part.outboxId, part.sequence);
  }
  moveMessage(db, part.outboxId, move, at);
  if (outcome.kind === 'rejected' && outcome.because === 'account') refuseAccount(db, part.lineId, outcome.code, at);
  if (move.to === 'queued') stayCancelled(db, message, at);
}

/** The operator takes nothing from this SIM: asking again for everyone in the queue would only make it worse. */
function refuseAccount(db: WritableDb, lineId: number, code: number | null, at: number): void {
  db.prepare('UPDATE line SET refused_at = ? WHERE id = ?').run(at, lineId);
  recordEvent(db, { at, kind: 'paused', lineId, reason: 'account', ...(code === null ? {} : { detail: { code } }) });
}

/** Its broadcast was cancelled while it was on the wire. */
function stayCancelled(db: WritableDb, message: OutboxRow, at: number): void {
  if (message.broadcastId === null || message.kind !== 'broadcast') return;
  if (broadcastById(db, message.broadcastId)?.status !== 'cancelled') return;
  moveMessage(db, message.id, { to: 'cancelled', error: 'stopped' }, at);
}
