import type { MemberStatus } from '../contract/fields.ts';
import type { Input } from '../contract/index.ts';
import type { Member } from '../contract/members.ts';
import type { ReadableDb } from '../database/database.ts';
import { searchTerms } from './fold.ts';
import type { JoinedBy } from './members-store.ts';

type Asked = Pick<Input<'members.list'>, 'bookId' | 'status' | 'search' | 'label' | 'limit' | 'offset'>;

interface Row {
  id: number;
  name: string;
  phone: string | null;
  email: string | null;
  status: MemberStatus;
  labels: string;
  joinedAt: number;
  joinedBy: JoinedBy;
  lastSentAt: number | null;
  leftAt: number | null;
}

const SHOWN = `
  SELECT member.id, name, phone, email, status, joined_at AS joinedAt, joined_by AS joinedBy,
    (SELECT json_group_array(label ORDER BY label) FROM member_label WHERE member_id = member.id) AS labels,
    (SELECT max(state_at) FROM outbox WHERE member_id = member.id AND state IN ('sent', 'delivered')) AS lastSentAt,
    (SELECT max(at) FROM departure WHERE book_id = member.book_id AND member_id = member.id AND ended_by IS NULL) AS leftAt
  FROM member`;

const toMember = (row: Row): Member => ({
  ...row,
  // An array of strings, made by the query above.
  labels: JSON.parse(row.labels) as string[],
});

/** A page of the book's members in Swedish order, and how many there are in all. */
export function listMembers(db: ReadableDb, asked: Asked): { total: number; items: Member[] } {
  const terms = searchTerms(asked.search ?? '');
  const where = [
    'book_id = @bookId',
    ...(asked.status === undefined ? [] : ['status = @status']),
    ...(asked.label === undefined
      ? []
      : ['EXISTS (SELECT 1 FROM member_label WHERE member_id = member.id AND label = @label)']),
    ...terms.map((_, index) => `instr(search, @term${index}) > 0`),
  ].join(' AND ');
  const args = {
    bookId: asked.bookId,
    ...(asked.status === undefined ? {} : { status: asked.status }),
    ...(asked.label === undefined ? {} : { label: asked.label.normalize('NFC') }),
    ...Object.fromEntries(terms.map((term, index) => [`term${index}`, term])),
  };
  // Only the page is read whole: the order comes from the index, the columns of the others are never touched.
  const total = db
    .prepare<unknown[], { total: number }>(`SELECT count(*) AS total FROM member WHERE ${where}`)
    .get(args);
  const rows = db
    .prepare<unknown[], Row>(
      `${SHOWN} WHERE id IN (
         SELECT id FROM member WHERE ${where} ORDER BY sort_key, id LIMIT @limit OFFSET @offset)
       ORDER BY sort_key, id`,
    )
    .all({ ...args, limit: asked.limit, offset: asked.offset });
  return { total: total?.total ?? 0, items: rows.map(toMember) };
}

/** One member as the list shows it. */
export function shownMember(db: ReadableDb, id: number): (Member & { bookId: number }) | null {
  const row = db
    .prepare<[number], Row & { bookId: number }>(`SELECT book_id AS bookId, shown.* FROM (${SHOWN}) AS shown
       JOIN member USING (id) WHERE id = ?`)
    .get(id);
  return row ? { ...toMember(row), bookId: row.bookId } : null;
}

/** Everyone of the book, or of one status, in Swedish order. */
export function allMembers(db: ReadableDb, bookId: number, status: MemberStatus | undefined): Member[] {
  const where = status === undefined ? 'book_id = @bookId' : 'book_id = @bookId AND status = @status';
  return db
    .prepare<unknown[], Row>(`${SHOWN} WHERE ${where} ORDER BY sort_key, id`)
    .all(status === undefined ? { bookId } : { bookId, status })
    .map(toMember);
}
