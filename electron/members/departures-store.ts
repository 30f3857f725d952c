import type { Core } from '../core.ts';
import type { ReadableDb, WritableDb } from '../database/database.ts';

export type LeftVia = 'sms' | 'mail' | 'link';

export interface NewDeparture {
  bookId: number;
  memberId: number | null;
  wasActive: boolean;
  at: number;
  messageId: number | null;
  via: LeftVia;
  inheritedFrom: number | null;
  /** All that leave together; `address` is null for one that is erased. */
  addresses: readonly { address: string | null; key: string }[];
}

/** Writes a departure down, for good. A member among the addresses is neither active nor pending any more by then. */
export function insertDeparture(db: WritableDb, departure: NewDeparture): number {
  const row = db
    .prepare<unknown[], { id: number }>(
      `INSERT INTO departure (book_id, member_id, was_active, at, message_id, after_message, addresses, via, inherited_from)
       VALUES (@bookId, @memberId, @wasActive, @at, @messageId,
         coalesce(@messageId, (SELECT max(id) FROM message_in), 0), @count, @via, @inheritedFrom)
       RETURNING id`,
    )
    .get({
      bookId: departure.bookId,
      memberId: departure.memberId,
      wasActive: departure.wasActive ? 1 : 0,
      at: departure.at,
      messageId: departure.messageId,
      count: departure.addresses.length,
      via: departure.via,
      inheritedFrom: departure.inheritedFrom,
    });
  if (!row) throw new Error('A departure could not be stored');
  for (const { address, key } of departure.addresses) {
    db.prepare('INSERT INTO departure_address (departure_id, address, address_key) VALUES (?, ?, ?)').run(
      row.id,
      address,
      key,
    );
  }
  return row.id;
}

export function departedAddresses(db: ReadableDb, departureId: number): { address: string | null; key: string }[] {
  return db
    .prepare<[number], { address: string | null; key: string }>(
      'SELECT address, address_key AS key FROM departure_address WHERE departure_id = ?',
    )
    .all(departureId);
}

/** Ends it by the person's own words: a stored message that was decided as a return. The database refuses any other. */
export function endDeparture(
  db: WritableDb,
  core: Pick<Core, 'addressKey'>,
  id: number,
  message: { id: number; sender: string },
): void {
  // An erased address is known by its key alone; the words have to show theirs.
  db.prepare('UPDATE message_in SET sender_key = ? WHERE id = ? AND sender_key IS NULL').run(
    core.addressKey(message.sender),
    message.id,
  );
  db.prepare('UPDATE departure SET ended_by = ? WHERE id = ?').run(message.id, id);
}
