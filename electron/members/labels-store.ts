import type { ReadableDb, WritableDb } from '../database/database.ts';

export function labelsOf(db: ReadableDb, memberId: number): string[] {
  return db
    .prepare<[number], { label: string }>('SELECT label FROM member_label WHERE member_id = ? ORDER BY label')
    .all(memberId)
    .map(({ label }) => label);
}

export function addLabels(db: WritableDb, memberId: number, labels: readonly string[]): void {
  for (const label of labels) {
    db.prepare('INSERT INTO member_label (member_id, label) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
      memberId,
      label.normalize('NFC'),
    );
  }
}

export function takeLabels(db: WritableDb, memberId: number, labels: readonly string[]): void {
  for (const label of labels) {
    db.prepare('DELETE FROM member_label WHERE member_id = ? AND label = ?').run(memberId, label.normalize('NFC'));
  }
}

/** The member has these labels and no others. */
export function setLabels(db: WritableDb, memberId: number, labels: readonly string[]): void {
  db.prepare('DELETE FROM member_label WHERE member_id = ?').run(memberId);
  addLabels(db, memberId, labels);
}

/** The labels in use in a book, with how many members have each. */
export function labelCounts(db: ReadableDb, bookId: number): { label: string; members: number }[] {
  return db
    .prepare<[number], { label: string; members: number }>(
      `SELECT label, count(*) AS members FROM member_label JOIN member ON member.id = member_label.member_id
       WHERE member.book_id = ? GROUP BY label ORDER BY label`,
    )
    .all(bookId);
}
