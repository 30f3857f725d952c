import type { Core } from '../core.ts';
import type { WritableDb } from '../database/database.ts';
import type { EncodedPdu } from '../modem/line.ts';
import { encodeSubmit } from '../modem/pdu/encode.ts';
import { planText } from '../modem/pdu/plan.ts';
import { type OutboxRow, type PartRow, partsOf } from './outbox-store.ts';
import { insertPart, latestConcatReference } from './parts-store.ts';

/** One part that is written down as on its way; whoever holds this hands it to the line next. */
export interface ClaimedPart {
  outboxId: number;
  lineId: number;
  sequence: number;
  pdu: EncodedPdu;
}

/**
 * Writes down the next part of a text that has no row yet and gives what to submit; null when every part has gone. Throws RangeError
 * for a text that no SMS can carry (see `encodeSubmit`); nothing is written then.
 */
export function beginNextPart(
  db: WritableDb,
  core: Pick<Core, 'addressKey'>,
  message: OutboxRow,
  lineId: number,
  at: number,
): ClaimedPart | null {
  const plan = planText(message.text);
  const total = plan.parts.length;
  if (plan.tooLong) throw new RangeError('The text has more parts than can be counted');
  const gone = partsOf(db, message.id);
  const sequence = firstMissing(gone);
  const text = plan.parts[sequence - 1];
  if (text === undefined) return null;
  const reference = total === 1 ? null : referenceOf(db, core, message, gone);
  const pdu = encodeSubmit({
    to: message.recipient,
    part: {
      text,
      encoding: plan.encoding,
      concat: reference === null ? null : { reference, bits: 8, total, sequence },
    },
    // The centre's own limit of two or three days: a telephone that is off over a weekend still gets it.
    validity: null,
    statusReport: true,
  });
  insertPart(db, { outboxId: message.id, sequence, lineId, concatReference: reference, at });
  return { outboxId: message.id, lineId, sequence, pdu };
}

/** Not simply the next: of a text said again, a part in the middle may be the one that did not arrive. */
function firstMissing(gone: readonly PartRow[]): number {
  const taken = new Set(gone.map(({ sequence }) => sequence));
  let sequence = 1;
  while (taken.has(sequence)) sequence += 1;
  return sequence;
}

/** A text that is said again keeps its reference: a telephone that has a part of it already then drops the second copy. */
function referenceOf(
  db: WritableDb,
  core: Pick<Core, 'addressKey'>,
  message: OutboxRow,
  gone: readonly PartRow[],
): number {
  const earlier = gone.length > 0 || message.resendOf === null ? gone : partsOf(db, message.resendOf);
  return earlier[0]?.concatReference ?? nextReference(db, core, message.recipient);
}

/** Counts on per recipient, over restarts too; it begins anywhere, for other programs may have used this SIM before. */
function nextReference(db: WritableDb, core: Pick<Core, 'addressKey'>, recipient: string): number {
  const latest = latestConcatReference(db, recipient);
  return latest === null ? Number.parseInt(core.addressKey(recipient).slice(0, 2), 16) : (latest + 1) & 0xff;
}
