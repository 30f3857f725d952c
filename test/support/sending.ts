import { broadcastHandlers } from '../../electron/broadcasts/handlers.ts';
import type { Input, Output } from '../../electron/contract/index.ts';
import type { EncodedPdu, LineState, SubmitOutcome } from '../../electron/modem/line.ts';
import { decodeSubmitPdu } from '../../electron/modem/pdu/decode.ts';
import { textOf } from '../../electron/modem/pdu/text.ts';
import { outboxHandlers } from '../../electron/outbox/handlers.ts';
import { type NewMessage, queueMessage } from '../../electron/outbox/queue.ts';
import { createOutboxWorker, type OutboxWorker } from '../../electron/outbox/worker.ts';
import type { Club } from './club.ts';

/** One part as the network would see it. */
export interface Handed {
  to: string;
  text: string;
  sequence: number;
  total: number;
  concat: number | null;
  at: number;
}

export type Script = (handed: Handed) => SubmitOutcome | Promise<SubmitOutcome>;

/** A line that answers as a test says, and keeps what it was handed. */
export interface FakeLine {
  state: LineState;
  handed: Handed[];
  script: Script;
  submit(pdu: EncodedPdu): Promise<SubmitOutcome>;
  health(): { state: LineState };
}

let reference = 0;
export const taken = (): SubmitOutcome => ({ kind: 'accepted', reference: reference++ & 0xff });
export const never = (): Promise<SubmitOutcome> => new Promise(() => {});
export const rejected = (
  because: 'recipient' | 'account' | 'message' | 'transient' | 'sim',
  code: number | null = null,
) => ({ kind: 'rejected', code, because, text: 'no' }) as const;

export function aFakeLine(club: Pick<Club, 'clock'>, script: Script = taken): FakeLine {
  const line: FakeLine = {
    state: 'ready',
    handed: [],
    script,
    async submit(pdu) {
      const handed = readSubmit(pdu, club.clock.now());
      line.handed.push(handed);
      return line.script(handed);
    },
    health: () => ({ state: line.state }),
  };
  return line;
}

function readSubmit(pdu: EncodedPdu, at: number): Handed {
  const decoded = decodeSubmitPdu(pdu.hex, pdu.length);
  if (!decoded.ok || decoded.tpdu.kind !== 'submit') throw new Error('That was no SMS-SUBMIT');
  const { to, userData, statusReportRequested } = decoded.tpdu;
  if (!statusReportRequested) throw new Error('Every text asks for a status report');
  const concat = userData.header?.concat ?? null;
  return {
    to: to.value,
    text: textOf([userData]),
    sequence: concat?.sequence ?? 1,
    total: concat?.total ?? 1,
    concat: concat?.reference ?? null,
    at,
  };
}

export interface Sending {
  worker: OutboxWorker;
  line: FakeLine;
  /** Lets what was queued go, and time pass. */
  run(ms?: number): Promise<void>;
  send(input: Partial<Input<'broadcasts.send'>> & { text: string }): Output<'broadcasts.send'>;
  broadcast(id: number): Output<'broadcasts.get'>;
  queue(message: Partial<NewMessage> & Pick<NewMessage, 'kind' | 'recipient'>): number;
  broadcasts: ReturnType<typeof broadcastHandlers>;
  outbox: ReturnType<typeof outboxHandlers>;
  /** `state:error` of a row. */
  stateOf(outboxId: number): string;
  /** `recipient state` of each text of a broadcast, in order. */
  statesOf(broadcastId: number): string[];
}

/** A club whose outbox is being sent on a fake line. */
export function aSending(
  club: Club,
  options: { script?: Script; mayClaim?: () => boolean; start?: boolean } = {},
): Sending {
  const { core, database, clock, bookId, caller } = club;
  const line = aFakeLine(club, options.script);
  const worker = createOutboxWorker(core, {
    lineOf: (lineId) => (lineId === club.lineId ? line : null),
    mayClaim: options.mayClaim ?? (() => true),
  });
  const broadcasts = broadcastHandlers(core);
  const outbox = outboxHandlers(core, worker);
  if (options.start !== false) worker.start();
  const now = <T>(value: T | Promise<T>): T => {
    if (value instanceof Promise) throw new Error('These calls answer at once');
    return value;
  };
  const one = (sql: string, ...args: unknown[]): string => String(club.sql(sql, ...args)[0]);
  return {
    worker,
    line,
    broadcasts,
    outbox,
    async run(ms = 0) {
      worker.wake();
      await clock.advance(ms);
    },
    send: (input) => now(broadcasts['broadcasts.send']({ bookId, ...input }, caller)),
    broadcast: (id) => now(broadcasts['broadcasts.get']({ id }, caller)),
    queue: (message) => database.write([], (db) => queueMessage(db, core, { bookId, text: message.kind, ...message })),
    stateOf: (id) =>
      one(`SELECT state || CASE WHEN error IS NULL THEN '' ELSE ':' || error END FROM outbox WHERE id = ?`, id),
    statesOf: (id) =>
      club.sql(`SELECT recipient || ' ' || state FROM outbox WHERE broadcast_id = ? ORDER BY id`, id).map(String),
  };
}

/** The number of the nth invented person. */
export const phone = (n: number) => `+4670174${String(1000 + n)}`;

/** That many members, named and numbered from 1. */
export async function addMembers(club: Club, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 1; n <= count; n++) ids.push(await club.addMember({ name: `Medlem ${n}`, phone: phone(n) }));
  return ids;
}
