import type { Input, Output } from '../../electron/contract/index.ts';
import { inboundHandlers } from '../../electron/inbound/handlers.ts';
import { createInbound, type Inbound } from '../../electron/inbound/inbound.ts';
import type { EncodedPdu, ReceivedPdu } from '../../electron/modem/line.ts';
import { encodeDeliver } from '../../electron/modem/pdu/encode.ts';
import { planText } from '../../electron/modem/pdu/plan.ts';
import type { OutboxRow } from '../../electron/outbox/outbox-store.ts';
import { moveMessage } from '../../electron/outbox/transition.ts';
import { aClub, type Club } from './club.ts';

type InboundCall = keyof ReturnType<typeof inboundHandlers>;

/** A club whose line hands over texts; nothing goes out, the outbox is looked at instead. */
export interface TextingClub extends Club {
  inbound: Inbound;
  /** Lets the first turn pass, so that texts are judged as they come. */
  begin(): Promise<void>;
  /** One text arrives live and is judged; returns its message's id. */
  text(from: string, text: string, options?: { sentAt?: number; lineId?: number }): number;
  /** A PDU lies in the next slot. */
  hand(pdu: ReceivedPdu, lineId?: number): { deletable: boolean };
  decisionOf(messageId: number): string;
  /** Texts queued or sent to that number, oldest first, told by kind. */
  to(address: string): string[];
  rows(address?: string): Pick<OutboxRow, 'id' | 'kind' | 'recipient' | 'text' | 'state'>[];
  /** Everything in the outbox but broadcasts has left. */
  sendAll(): void;
  ask<Name extends InboundCall>(name: Name, input: Input<Name>): Output<Name>;
  todos(): string[];
}

let slot = 0;

/** The PDUs of one text, as a modem with one slot each has them. */
export function pdusOf(from: string, text: string, sentAt: number, reference = 7): ReceivedPdu[] {
  const plan = planText(text);
  return plan.parts.map((part, index) =>
    lying(
      encodeDeliver({
        from,
        sentAt,
        tzQuarters: 4,
        part: {
          text: part,
          encoding: plan.encoding,
          concat:
            plan.parts.length === 1 ? null : { reference, bits: 8, total: plan.parts.length, sequence: index + 1 },
        },
      }),
    ),
  );
}

export function lying({ hex, length }: EncodedPdu): ReceivedPdu {
  slot += 1;
  return { hex, declaredLength: length, slot: { memory: 'SM', index: slot }, stat: 0 };
}

export async function aTextingClub(options: Parameters<typeof aClub>[0] = {}): Promise<TextingClub> {
  const late: { inbound?: Inbound } = {};
  const club = await aClub({ ...options, linked: (lineId) => late.inbound?.linkedBook(lineId) });
  const { core, database, clock } = club;
  const inbound = createInbound(core, { outboxChanged() {} });
  late.inbound = inbound;
  const handlers = inboundHandlers(core);
  const rows = (address?: string) =>
    database.read
      .prepare<unknown[], ReturnType<TextingClub['rows']>[number]>(
        'SELECT id, kind, recipient, text, state FROM outbox WHERE @address IS NULL OR recipient = @address ORDER BY id',
      )
      .all({ address: address ?? null });
  const hand: TextingClub['hand'] = (pdu, lineId = club.lineId) => {
    const verdict = inbound.received(lineId, pdu);
    if (verdict.deletable && pdu.slot) inbound.deleted(lineId, pdu);
    return verdict;
  };
  const ask: TextingClub['ask'] = (name, input) => {
    // The table pairs each name with its own input; TypeScript cannot follow that through the lookup.
    const handle = handlers[name] as (input: Input<typeof name>, caller: { userId: number }) => Output<typeof name>;
    return handle(input, club.caller);
  };
  return {
    ...club,
    ask,
    inbound,
    hand,
    rows,
    async begin() {
      inbound.start();
      inbound.swept(club.lineId, 0);
      await clock.advance(0);
    },
    text(from, text, { sentAt = clock.now(), lineId = club.lineId } = {}) {
      for (const pdu of pdusOf(from, text, sentAt)) hand(pdu, lineId);
      return Number(club.sql('SELECT max(id) FROM message_in')[0]);
    },
    decisionOf: (id) => String(club.sql("SELECT decision || ' ' || reason FROM message_in WHERE id = ?", id)[0]),
    to: (address) => rows(address).map(({ kind, text }) => `${kind}: ${text}`),
    sendAll() {
      database.write(['outbox'], (db) => {
        for (const { id, kind, state } of rows()) {
          if (state !== 'queued' || kind === 'broadcast') continue;
          moveMessage(db, id, { to: 'sending' }, clock.now());
          moveMessage(db, id, { to: 'sent' }, clock.now());
        }
      });
    },
    todos: () => ask('todos.list', { bookId: club.bookId }).map(({ kind }) => kind),
  };
}
