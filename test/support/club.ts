import { livingBook } from '../../electron/books/books-store.ts';
import { bookHandlers } from '../../electron/books/handlers.ts';
import type { Caller, Handlers, Input, Output } from '../../electron/contract/index.ts';
import { Problem, type ProblemCode } from '../../electron/contract/problems.ts';
import type { Topic } from '../../electron/contract/topics.ts';
import type { Core } from '../../electron/core.ts';
import { type Database, openDatabase } from '../../electron/database/database.ts';
import { createAddressKey } from '../../electron/members/address.ts';
import { memberHandlers } from '../../electron/members/handlers.ts';
import { joinBook, joinOutcome } from '../../electron/members/join.ts';
import { leaveBook } from '../../electron/members/leave.ts';
import { ensureLocalUser, userHandlers } from '../../electron/users/handlers.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

/** The calls about books, roles, members and users, as the door would hand them on. */
type ClubCall = keyof ReturnType<typeof clubHandlers>;

export interface Club {
  core: Core;
  database: Database;
  clock: ManualClock;
  caller: Caller;
  bookId: number;
  lineId: number;
  /** The book's own number. */
  number: string;
  /** Everything announced so far. */
  announced: Topic[];
  call<Name extends ClubCall>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** The code of the refusal; fails when the call is not refused. */
  refusal<Name extends ClubCall>(name: Name, input: Input<Name>): Promise<ProblemCode>;
  addMember(person: { name?: string; phone?: string; email?: string; labels?: string[] }): Promise<number>;
  addLine(number?: string): number;
  /** A text stored and decided, without the rules around it. Returns its id. */
  storeText(text: { from: string; text: string; decision: string; bookId?: number; sentAt?: number }): number;
  /** The person leaves, or comes back, by words that are stored already. */
  depart(by: { address: string; messageId: number; bookId?: number }): ReturnType<typeof leaveBook>;
  returnBy(by: { address: string; messageId: number; bookId?: number }): ReturnType<typeof joinBook>;
  /** STOPP from this address, as the rules carry it out. */
  stopp(address: string, bookId?: number): { memberId: number | null; first: boolean; cancelled: number };
  /** START from this address, as the rules carry it out for one who may join. */
  start(address: string, bookId?: number): { memberId: number; returned: boolean };
  /** The first column of each row. */
  sql(query: string, ...args: unknown[]): unknown[];
  close(): void;
}

const OWN_NUMBER = '+46701740699';

function clubHandlers(core: Core, linked: (lineId: number) => void) {
  return {
    ...bookHandlers(core, { linked }),
    ...memberHandlers(core),
    ...userHandlers(core),
  } satisfies Partial<Handlers>;
}

/**
 * A club with one line and one book, on a real database in memory and a clock that stands still; `file` puts it on disk.
 * `book` is what the book has otherwise than a new one.
 */
export async function aClub(
  options: {
    file?: string;
    name?: string;
    book?: Input<'books.update'>['patch'];
    linked?: (lineId: number) => void;
  } = {},
): Promise<Club> {
  const clock = createManualClock();
  const announced: Topic[] = [];
  const database = openDatabase(options.file ?? ':memory:', (topics) => announced.push(...topics));
  const core: Core = {
    database,
    clock,
    addressKey: createAddressKey(new Uint8Array(32).fill(7)),
    log: { info() {}, warn() {}, error() {} },
  };
  const caller = { userId: database.write([], (db) => ensureLocalUser(db, clock.now())) };
  const handlers: Pick<Handlers, ClubCall> = clubHandlers(core, options.linked ?? (() => {}));
  const call = async <Name extends ClubCall>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    return await handlers[name](input, caller);
  };
  let lines = 0;
  const addLine = (number?: string): number => {
    lines++;
    const simKey = `894600000000000000${lines}`;
    return database.write(['lines'], (db) => {
      const row = db
        .prepare<unknown[], { id: number }>(
          'INSERT INTO line (sim_key, port, number, first_seen_at) VALUES (?, ?, ?, ?) RETURNING id',
        )
        .get(simKey, `/dev/ttyUSB${lines}`, number ?? null, clock.now());
      if (!row) throw new Error('No line');
      return row.id;
    });
  };
  const lineId = addLine(OWN_NUMBER);
  const { id: bookId } = await call('books.create', { name: options.name ?? 'Scoutkåren', lineId });
  if (options.book) await call('books.update', { id: bookId, patch: options.book });

  const storeText: Club['storeText'] = ({ from, text, decision, bookId: inBook = bookId, sentAt }) =>
    database.write(['inbox'], (db) => {
      const row = db
        .prepare<unknown[], { id: number }>(
          `INSERT INTO message_in (channel, book_id, sender, sender_kind, text, received_at, sent_at, state, decision, decided_at)
           VALUES (@channel, @inBook, @from, @kind, @text, @at, @sentAt, 'decided', @decision, @at) RETURNING id`,
        )
        .get({
          channel: from.includes('@') ? 'mail' : 'sms',
          kind: from.includes('@') ? 'mail' : 'phone',
          inBook,
          from,
          text,
          decision,
          at: clock.now(),
          sentAt: sentAt ?? null,
        });
      if (!row) throw new Error('No text');
      return row.id;
    });

  const depart: Club['depart'] = ({ address, messageId, bookId: inBook = bookId }) =>
    database.write(['members'], (db) =>
      leaveBook(db, core, {
        bookId: inBook,
        address,
        messageId,
        via: address.includes('@') ? 'mail' : 'sms',
        at: clock.now(),
      }),
    );
  const returnBy: Club['returnBy'] = ({ address, messageId, bookId: inBook = bookId }) =>
    database.write(['members'], (db) => {
      const book = livingBook(db, inBook);
      const status = joinOutcome(db, core, book, address);
      return joinBook(db, core, { book, address, messageId, status, at: clock.now() });
    });

  return {
    core,
    database,
    clock,
    caller,
    bookId,
    lineId,
    number: OWN_NUMBER,
    announced,
    call,
    async refusal(name, input) {
      try {
        await call(name, input);
      } catch (error) {
        if (error instanceof Problem) return error.code;
        throw error;
      }
      throw new Error(`${name} was not refused`);
    },
    addMember: async (person) => (await call('members.add', { bookId, ...person })).id,
    addLine,
    storeText,
    depart,
    returnBy,
    stopp(address, inBook = bookId) {
      const messageId = storeText({ from: address, text: 'STOPP', decision: 'left', bookId: inBook });
      return depart({ address, messageId, bookId: inBook });
    },
    start(address, inBook = bookId) {
      const joined = joinOutcome(database.read, core, livingBook(database.read, inBook), address) === 'active';
      const decision = joined ? 'joined' : 'pending';
      const messageId = storeText({ from: address, text: 'START', decision, bookId: inBook });
      return returnBy({ address, messageId, bookId: inBook });
    },
    sql(query, ...args) {
      const rows = database.read.prepare<unknown[], Record<string, unknown>>(query).all(...args);
      return rows.map((row) => Object.values(row)[0]);
    },
    close: () => database.close(),
  };
}
