/**
 * Departures. One is written by the person and ended only by the person: by a newer stored message that was decided as a
 * return (`joined`, `pending`) and came from one of the addresses that departed together.
 */

/**
 * SQL: does a departure of the row's book touch the row's member or one of its addresses (plain or by key)?
 * CROSS JOIN keeps SQLite from walking all departures of the book instead of looking the address up.
 */
const touching = (row: 'NEW' | 'OLD', ended: 'IS NULL' | 'IS NOT NULL') => `(EXISTS (
    SELECT 1 FROM departure WHERE book_id = ${row}.book_id AND ended_by ${ended} AND member_id = ${row}.id)
  OR EXISTS (
    SELECT 1 FROM departure_address AS gone CROSS JOIN departure ON departure.id = gone.departure_id
    WHERE gone.address IN (${row}.phone, ${row}.email) AND departure.book_id = ${row}.book_id AND departure.ended_by ${ended})
  OR EXISTS (
    SELECT 1 FROM departure_address AS gone CROSS JOIN departure ON departure.id = gone.departure_id
    WHERE gone.address_key IN (${row}.phone_key, ${row}.email_key) AND departure.book_id = ${row}.book_id
      AND departure.ended_by ${ended}))`;

/**
 * SQL: is there a departure, still open, of a book that has had this line or mail address, which the row's book has not
 * inherited?
 */
const leftBehind = (column: 'line_id' | 'mail_address') => `EXISTS (
    SELECT 1 FROM book_reach AS reach JOIN departure AS theirs ON theirs.book_id = reach.book_id
    WHERE reach.${column} = NEW.${column} AND reach.book_id IS NOT NEW.id AND theirs.ended_by IS NULL
      AND NOT EXISTS (SELECT 1 FROM departure AS ours WHERE ours.inherited_from = theirs.id AND ours.book_id = NEW.id))`;

/** SQL: whatever a book is given is written down, by whomever. */
const reached = (event: 'INSERT' | 'UPDATE', column: 'line_id' | 'mail_address') => `
CREATE TRIGGER book_reached_${column}_${event.toLowerCase()} AFTER ${event} ON book
WHEN NEW.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM book_reach WHERE ${column} = NEW.${column} AND book_id = NEW.id)
BEGIN INSERT INTO book_reach (book_id, ${column}, since) VALUES (NEW.id, NEW.${column}, unixepoch() * 1000); END;`;

export const departures = `
CREATE TABLE departure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  member_id INTEGER, -- the person, where it was a member; ids are never used again
  was_active INTEGER NOT NULL CHECK (was_active IN (0, 1)), -- left while active: START brings straight back
  at INTEGER NOT NULL,
  message_id INTEGER REFERENCES message_in (id), -- the words; null for a link
  after_message INTEGER NOT NULL, -- the newest message of that time: what ends the departure came later
  addresses INTEGER NOT NULL CHECK (addresses > 0), -- how many left together; no more are ever added
  via TEXT NOT NULL CHECK (via IN ('sms', 'mail', 'link')),
  inherited_from INTEGER REFERENCES departure (id),
  ended_by INTEGER REFERENCES message_in (id)
) STRICT;
CREATE INDEX departure_member ON departure (book_id, member_id);
CREATE INDEX departure_inherited ON departure (inherited_from, book_id) WHERE inherited_from IS NOT NULL;

-- The addresses that left together. The plain address goes at erasure, its key stays.
CREATE TABLE departure_address (
  departure_id INTEGER NOT NULL REFERENCES departure (id),
  address TEXT,
  address_key TEXT NOT NULL,
  PRIMARY KEY (departure_id, address_key)
) STRICT;
CREATE INDEX departure_address_plain ON departure_address (address);
CREATE INDEX departure_address_key ON departure_address (address_key);

CREATE TRIGGER departure_replaced BEFORE INSERT ON departure
WHEN EXISTS (SELECT 1 FROM departure WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'departure-exists'); END;
CREATE TRIGGER departure_born BEFORE INSERT ON departure WHEN NEW.ended_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'departure-starts-open'); END;
CREATE TRIGGER departure_of_member BEFORE INSERT ON departure
WHEN EXISTS (SELECT 1 FROM member WHERE id = NEW.member_id AND status IN ('active', 'pending'))
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
CREATE TRIGGER departure_deleted BEFORE DELETE ON departure
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;
CREATE TRIGGER departure_changed BEFORE UPDATE ON departure
WHEN NEW.id IS NOT OLD.id OR NEW.book_id IS NOT OLD.book_id OR NEW.member_id IS NOT OLD.member_id OR NEW.at IS NOT OLD.at
  OR NEW.was_active IS NOT OLD.was_active OR NEW.message_id IS NOT OLD.message_id OR NEW.via IS NOT OLD.via
  OR NEW.inherited_from IS NOT OLD.inherited_from OR NEW.after_message IS NOT OLD.after_message
  OR NEW.addresses IS NOT OLD.addresses OR OLD.ended_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;
-- Newer: stored later, or, of the same sender, sent later (the modem hands texts out in any order).
CREATE TRIGGER departure_ended BEFORE UPDATE ON departure
WHEN NEW.ended_by IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM message_in AS word JOIN departure_address AS gone ON gone.departure_id = OLD.id
    AND (gone.address = word.sender OR (gone.address IS NULL AND gone.address_key = word.sender_key))
  WHERE word.id = NEW.ended_by AND word.book_id = OLD.book_id AND word.state = 'decided' AND word.decision IN ('joined', 'pending')
    AND (word.id > OLD.after_message OR EXISTS (
      SELECT 1 FROM message_in AS stop
      WHERE stop.id = OLD.message_id AND stop.sender = word.sender AND stop.sent_at < word.sent_at)))
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;

CREATE TRIGGER departure_address_replaced BEFORE INSERT ON departure_address
WHEN EXISTS (SELECT 1 FROM departure_address WHERE rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM departure_address WHERE departure_id = NEW.departure_id AND address_key = NEW.address_key)
BEGIN SELECT RAISE(ABORT, 'departure-exists'); END;
-- An address of a member who stays cannot have left; and one added later could end what it was no part of.
CREATE TRIGGER departure_address_born BEFORE INSERT ON departure_address
WHEN EXISTS (
  SELECT 1 FROM departure JOIN member ON member.book_id = departure.book_id
  WHERE departure.id = NEW.departure_id AND member.status IN ('active', 'pending')
    AND (member.phone = NEW.address OR member.email = NEW.address OR member.phone_key = NEW.address_key OR member.email_key = NEW.address_key))
  OR NOT EXISTS (
    SELECT 1 FROM departure WHERE id = NEW.departure_id AND ended_by IS NULL
      AND addresses > (SELECT count(*) FROM departure_address WHERE departure_id = NEW.departure_id))
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
CREATE TRIGGER departure_address_deleted BEFORE DELETE ON departure_address
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;
CREATE TRIGGER departure_address_changed BEFORE UPDATE ON departure_address
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.departure_id IS NOT OLD.departure_id OR NEW.address_key IS NOT OLD.address_key
  OR (NEW.address IS NOT OLD.address AND NEW.address IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;

CREATE TRIGGER member_born_departed BEFORE INSERT ON member
WHEN NEW.status IN ('active', 'pending') AND ${touching('NEW', 'IS NULL')}
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
-- Back is who has an ended departure and no open one.
CREATE TRIGGER member_back BEFORE UPDATE ON member
WHEN NEW.status IN ('active', 'pending') AND (${touching('NEW', 'IS NULL')}
  OR (OLD.status = 'unsubscribed' AND NOT ${touching('OLD', 'IS NOT NULL')}))
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
-- One who left keeps the addresses that left: with others the person would be another.
CREATE TRIGGER member_departed_edited BEFORE UPDATE ON member
WHEN (NEW.phone IS NOT OLD.phone OR NEW.email IS NOT OLD.email OR NEW.phone_key IS NOT OLD.phone_key OR NEW.email_key IS NOT OLD.email_key)
  AND EXISTS (SELECT 1 FROM departure WHERE book_id = OLD.book_id AND member_id = OLD.id AND ended_by IS NULL)
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
-- The last guard: a broadcast to an address that left cannot even be claimed.
CREATE TRIGGER outbox_to_departed BEFORE UPDATE OF state ON outbox
WHEN NEW.state = 'sending' AND NEW.kind = 'broadcast' AND EXISTS (
  SELECT 1 FROM departure_address AS gone CROSS JOIN departure ON departure.id = gone.departure_id
  WHERE gone.address = NEW.recipient AND departure.book_id = NEW.book_id AND departure.ended_by IS NULL)
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
-- A book takes over a line or a mail address only with the departures of those who had it before.
CREATE TRIGGER book_born_linked BEFORE INSERT ON book WHEN ${leftBehind('line_id')} OR ${leftBehind('mail_address')}
BEGIN SELECT RAISE(ABORT, 'departures-left-behind'); END;
CREATE TRIGGER book_linked BEFORE UPDATE ON book WHEN NEW.line_id IS NOT OLD.line_id AND ${leftBehind('line_id')}
BEGIN SELECT RAISE(ABORT, 'departures-left-behind'); END;
CREATE TRIGGER book_mail_linked BEFORE UPDATE ON book WHEN NEW.mail_address IS NOT OLD.mail_address AND ${leftBehind('mail_address')}
BEGIN SELECT RAISE(ABORT, 'departures-left-behind'); END;
${reached('INSERT', 'line_id')}
${reached('UPDATE', 'line_id')}
${reached('INSERT', 'mail_address')}
${reached('UPDATE', 'mail_address')}
CREATE TRIGGER book_moved BEFORE UPDATE ON book WHEN NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'book-moved'); END;
CREATE TRIGGER book_deleted BEFORE DELETE ON book
BEGIN SELECT RAISE(ABORT, 'book-kept'); END;
CREATE TRIGGER book_replaced BEFORE INSERT ON book
WHEN EXISTS (SELECT 1 FROM book WHERE id = NEW.id OR line_id = NEW.line_id OR mail_address = NEW.mail_address)
BEGIN SELECT RAISE(ABORT, 'book-exists'); END;
CREATE TRIGGER book_replaced_by_update BEFORE UPDATE ON book
WHEN EXISTS (SELECT 1 FROM book WHERE line_id = NEW.line_id AND id <> OLD.id)
  OR EXISTS (SELECT 1 FROM book WHERE mail_address = NEW.mail_address AND id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'line-taken'); END;

-- Who has had what is never forgotten, but for a line whose SIM was never known: nobody can have texted it.
CREATE TRIGGER book_reach_replaced BEFORE INSERT ON book_reach
WHEN EXISTS (SELECT 1 FROM book_reach WHERE rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM book_reach WHERE book_id = NEW.book_id AND line_id = NEW.line_id)
  OR EXISTS (SELECT 1 FROM book_reach WHERE book_id = NEW.book_id AND mail_address = NEW.mail_address)
BEGIN SELECT RAISE(ABORT, 'reach-kept'); END;
CREATE TRIGGER book_reach_changed BEFORE UPDATE ON book_reach
BEGIN SELECT RAISE(ABORT, 'reach-kept'); END;
CREATE TRIGGER book_reach_deleted BEFORE DELETE ON book_reach
WHEN NOT EXISTS (SELECT 1 FROM line WHERE id = OLD.line_id AND sim_key IS NULL)
BEGIN SELECT RAISE(ABORT, 'reach-kept'); END;
CREATE TRIGGER line_replaced BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM line WHERE id = NEW.id OR sim_key = NEW.sim_key)
BEGIN SELECT RAISE(ABORT, 'line-exists'); END;
CREATE TRIGGER line_changed BEFORE UPDATE ON line
WHEN NEW.id IS NOT OLD.id OR EXISTS (SELECT 1 FROM line WHERE sim_key = NEW.sim_key AND id <> OLD.id)
  -- A SIM known only by its modem (imei:) may turn out to have a name of its own.
  OR (NEW.sim_key IS NOT OLD.sim_key AND (OLD.sim_key NOT LIKE 'imei:%' OR NEW.sim_key IS NULL))
BEGIN SELECT RAISE(ABORT, 'line-kept'); END;
CREATE TRIGGER line_deleted BEFORE DELETE ON line WHEN OLD.sim_key IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'line-kept'); END;
`;
