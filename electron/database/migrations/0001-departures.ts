/**
 * Departures. One is written by the person and ended only by the person: by a newer stored message that was decided as a
 * return (`joined`, `pending`) and came from one of the addresses that departed together.
 */

/** SQL: does an open departure of `book` touch this member or one of its addresses (plain or by key)? */
const departed = (book: string, member: string, row: 'NEW') => `EXISTS (
    SELECT 1 FROM departure WHERE departure.book_id = ${book} AND departure.ended_by IS NULL AND departure.member_id = ${member})
  OR EXISTS (
    SELECT 1 FROM departure_address AS gone JOIN departure ON departure.id = gone.departure_id
    WHERE departure.book_id = ${book} AND departure.ended_by IS NULL
      AND (gone.address IN (${row}.phone, ${row}.email) OR gone.address_key IN (${row}.phone_key, ${row}.email_key)))`;

export const departures = `
CREATE TABLE departure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  member_id INTEGER, -- the person, where it was a member; ids are never used again
  was_active INTEGER NOT NULL CHECK (was_active IN (0, 1)), -- left while active: START brings straight back
  at INTEGER NOT NULL,
  message_id INTEGER REFERENCES message_in (id), -- the words; null for a link
  via TEXT NOT NULL CHECK (via IN ('sms', 'mail', 'link')),
  inherited_from INTEGER REFERENCES departure (id),
  ended_by INTEGER REFERENCES message_in (id)
) STRICT;
CREATE INDEX departure_open ON departure (book_id, member_id) WHERE ended_by IS NULL;

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
  OR NEW.inherited_from IS NOT OLD.inherited_from OR OLD.ended_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;
CREATE TRIGGER departure_ended BEFORE UPDATE OF ended_by ON departure
WHEN NEW.ended_by IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM message_in AS word JOIN departure_address AS gone ON gone.departure_id = OLD.id AND gone.address = word.sender
  WHERE word.id = NEW.ended_by AND word.book_id = OLD.book_id AND word.state = 'decided' AND word.decision IN ('joined', 'pending')
    AND word.id > coalesce(OLD.message_id, 0) AND word.received_at >= OLD.at)
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;

CREATE TRIGGER departure_address_replaced BEFORE INSERT ON departure_address
WHEN EXISTS (SELECT 1 FROM departure_address WHERE rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM departure_address WHERE departure_id = NEW.departure_id AND address_key = NEW.address_key)
BEGIN SELECT RAISE(ABORT, 'departure-exists'); END;
-- An address of a member who stays cannot have left; and none is added to a departure that ended.
CREATE TRIGGER departure_address_born BEFORE INSERT ON departure_address
WHEN EXISTS (
  SELECT 1 FROM departure JOIN member ON member.book_id = departure.book_id
  WHERE departure.id = NEW.departure_id AND member.status IN ('active', 'pending')
    AND (NEW.address IN (member.phone, member.email) OR NEW.address_key IN (member.phone_key, member.email_key)))
  OR NOT EXISTS (SELECT 1 FROM departure WHERE id = NEW.departure_id AND ended_by IS NULL)
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
CREATE TRIGGER departure_address_deleted BEFORE DELETE ON departure_address
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;
CREATE TRIGGER departure_address_changed BEFORE UPDATE ON departure_address
WHEN NEW.rowid IS NOT OLD.rowid OR NEW.departure_id IS NOT OLD.departure_id OR NEW.address_key IS NOT OLD.address_key
  OR (NEW.address IS NOT OLD.address AND NEW.address IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'departure-kept'); END;

CREATE TRIGGER member_born_departed BEFORE INSERT ON member
WHEN NEW.status IN ('active', 'pending') AND (${departed('NEW.book_id', 'NEW.id', 'NEW')})
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
CREATE TRIGGER member_back BEFORE UPDATE ON member
WHEN NEW.status IN ('active', 'pending') AND (${departed('NEW.book_id', 'NEW.id', 'NEW')})
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
-- One who left keeps the addresses that left: with others the person would be another.
CREATE TRIGGER member_departed_edited BEFORE UPDATE OF phone, email, phone_key, email_key ON member
WHEN (NEW.phone IS NOT OLD.phone OR NEW.email IS NOT OLD.email OR NEW.phone_key IS NOT OLD.phone_key OR NEW.email_key IS NOT OLD.email_key)
  AND EXISTS (SELECT 1 FROM departure WHERE book_id = OLD.book_id AND member_id = OLD.id AND ended_by IS NULL)
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
-- The last guard: a broadcast to an address that left cannot even be claimed.
CREATE TRIGGER outbox_to_departed BEFORE UPDATE OF state ON outbox
WHEN NEW.state = 'sending' AND NEW.kind = 'broadcast' AND EXISTS (
  SELECT 1 FROM departure_address AS gone JOIN departure ON departure.id = gone.departure_id
  WHERE departure.book_id = NEW.book_id AND departure.ended_by IS NULL AND gone.address = NEW.recipient)
BEGIN SELECT RAISE(ABORT, 'member-has-left'); END;
`;
