/**
 * The first schema. What must never happen is refused here, in constraints and triggers that rely on no pragma: a bare
 * connection has `foreign_keys` and `recursive_triggers` off, so INSERT OR REPLACE deletes without firing delete triggers.
 * Hence every table that promises something also refuses an INSERT whose key is taken.
 */
import { mail, phone } from './0001-addresses.ts';
import { departures } from './0001-departures.ts';
import { history } from './0001-history.ts';
import { messages } from './0001-messages.ts';

const people = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE user (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

-- A SIM. With --modem PATH the row stands before the SIM is known: sim_key is null until then.
CREATE TABLE line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sim_key TEXT UNIQUE,
  imsi TEXT,
  port TEXT,
  number TEXT CHECK (number IS NULL OR ${phone('number')}),
  practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1)),
  first_seen_at INTEGER NOT NULL,
  refused_at INTEGER -- the operator refused the account (no credit, barred): nothing is sent until somebody resumes
) STRICT;

CREATE TABLE book (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) > 0),
  language TEXT NOT NULL DEFAULT 'sv' CHECK (language IN ('sv', 'en')),
  line_id INTEGER UNIQUE REFERENCES line (id),
  mail_address TEXT UNIQUE CHECK (mail_address IS NULL OR ${mail('mail_address')}),
  sign_up TEXT NOT NULL DEFAULT 'keyword' CHECK (sign_up IN ('off', 'keyword', 'anyText')),
  approval INTEGER NOT NULL DEFAULT 0 CHECK (approval IN (0, 1)),
  members_may_write INTEGER NOT NULL DEFAULT 0 CHECK (members_may_write IN (0, 1)),
  header TEXT NOT NULL,
  footer TEXT NOT NULL,
  replies TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(replies)), -- what differs from the defaults of the language
  quiet_from TEXT, -- 'HH:MM', local time
  quiet_to TEXT,
  daily_sms_limit INTEGER CHECK (daily_sms_limit IS NULL OR daily_sms_limit >= 0),
  stale_after_hours REAL NOT NULL DEFAULT 6 CHECK (stale_after_hours > 0),
  same_text_hours REAL NOT NULL DEFAULT 24 CHECK (same_text_hours >= 0),
  sender_limit INTEGER NOT NULL DEFAULT 5 CHECK (sender_limit >= 0), -- send-outs from one phone in ten minutes before it is asked
  book_limit INTEGER NOT NULL DEFAULT 19 CHECK (book_limit >= 0),
  created_at INTEGER NOT NULL,
  removed_at INTEGER,
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
) STRICT;

-- Every line and mail address a book has had: their departures are inherited by whoever has them next.
CREATE TABLE book_reach (
  book_id INTEGER NOT NULL REFERENCES book (id),
  line_id INTEGER REFERENCES line (id),
  mail_address TEXT,
  since INTEGER NOT NULL,
  CHECK ((line_id IS NULL) <> (mail_address IS NULL))
) STRICT;
CREATE UNIQUE INDEX book_reach_line ON book_reach (line_id, book_id) WHERE line_id IS NOT NULL;
CREATE UNIQUE INDEX book_reach_mail ON book_reach (mail_address, book_id) WHERE mail_address IS NOT NULL;

CREATE TABLE member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  name TEXT NOT NULL DEFAULT '',
  phone TEXT CHECK (phone IS NULL OR ${phone('phone')}),
  phone_key TEXT, -- HMAC of the address with the folder's key; matches departures whose address is erased
  email TEXT CHECK (email IS NULL OR ${mail('email')}),
  email_key TEXT,
  status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'unsubscribed', 'blocked')),
  status_before TEXT CHECK (status_before IN ('pending', 'active', 'unsubscribed')), -- while blocked
  joined_at INTEGER NOT NULL,
  joined_by TEXT NOT NULL CHECK (joined_by IN ('sms', 'mail', 'link', 'admin', 'import')),
  consent_message_id INTEGER REFERENCES message_in (id),
  sort_key TEXT NOT NULL, -- Swedish order, see fold.ts
  search TEXT NOT NULL, -- folded name, mail and digits, see fold.ts
  removed_at INTEGER, -- one who left and whom an administrator then removed: asks again if they come back
  CHECK (phone IS NOT NULL OR email IS NOT NULL),
  CHECK ((phone IS NULL) = (phone_key IS NULL) AND (email IS NULL) = (email_key IS NULL)),
  CHECK ((status = 'blocked') = (status_before IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX member_phone ON member (book_id, phone) WHERE phone IS NOT NULL;
CREATE UNIQUE INDEX member_email ON member (book_id, email) WHERE email IS NOT NULL;
-- Both hold what is searched too: a search reads an index from end to end, and not every row for it.
CREATE INDEX member_order ON member (book_id, status, sort_key, id, search);
CREATE INDEX member_name ON member (book_id, sort_key, id, search);
CREATE INDEX member_phone_key ON member (book_id, phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX member_email_key ON member (book_id, email_key) WHERE email_key IS NOT NULL;

CREATE TRIGGER member_replaced BEFORE INSERT ON member
WHEN EXISTS (SELECT 1 FROM member WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM member WHERE book_id = NEW.book_id AND phone = NEW.phone)
  OR EXISTS (SELECT 1 FROM member WHERE book_id = NEW.book_id AND email = NEW.email)
BEGIN SELECT RAISE(ABORT, 'member-exists'); END;
CREATE TRIGGER member_replaced_by_update BEFORE UPDATE ON member
WHEN EXISTS (SELECT 1 FROM member WHERE book_id = NEW.book_id AND phone = NEW.phone AND id <> OLD.id)
  OR EXISTS (SELECT 1 FROM member WHERE book_id = NEW.book_id AND email = NEW.email AND id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'member-exists'); END;
CREATE TRIGGER member_moved BEFORE UPDATE ON member
WHEN NEW.id IS NOT OLD.id OR NEW.book_id IS NOT OLD.book_id
BEGIN SELECT RAISE(ABORT, 'member-moved'); END;

CREATE TABLE member_label (
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  label TEXT NOT NULL CHECK (length(label) > 0),
  PRIMARY KEY (member_id, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_label_label ON member_label (label, member_id);

-- Rows of a file on their way in: judged and normalised, taken over in small bites. A 'staging' one is thrown away at the next
-- start, an 'applying' one finished.
CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  user_id INTEGER,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staging', 'applying')),
  added INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL,
  candidate TEXT NOT NULL CHECK (json_valid(candidate)),
  room BLOB NOT NULL, -- nothing, as long as the member will be: freed as the row is taken over, so that no full disk stops half-way
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

-- The administrator's, on an address; outlives the member.
CREATE TABLE block (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  address TEXT, -- null once erased
  address_key TEXT NOT NULL,
  since INTEGER NOT NULL,
  lifted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX block_open ON block (book_id, address_key) WHERE lifted_at IS NULL;
CREATE INDEX block_address ON block (book_id, address) WHERE lifted_at IS NULL;

CREATE TABLE role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  kind TEXT NOT NULL CHECK (kind IN ('writer', 'functionary', 'access')),
  address TEXT CHECK (address IS NULL OR ${phone('address')} OR ${mail('address')}),
  user_id INTEGER REFERENCES user (id),
  muted TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(muted)), -- kinds of notice a functionary does not want
  created_at INTEGER NOT NULL,
  CHECK ((address IS NULL) <> (user_id IS NULL)),
  CHECK (kind <> 'access' OR user_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX role_address ON role (book_id, kind, address) WHERE address IS NOT NULL;
CREATE UNIQUE INDEX role_user ON role (book_id, kind, user_id) WHERE user_id IS NOT NULL;

-- Sealed by the host's keychain or the folder's key, see secrets.ts.
CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) STRICT;

-- PINs given to SIMs, written before they are given; the PIN itself only as a keyed hash.
CREATE TABLE pin_attempt (
  sim_key TEXT NOT NULL,
  pin_key TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  outcome TEXT CHECK (outcome IN ('taken', 'refused')), -- null while it is not known
  was_taken INTEGER NOT NULL DEFAULT 0 CHECK (was_taken IN (0, 1)), -- the SIM took it once, and has not refused it since
  cost_a_try INTEGER NOT NULL DEFAULT 1 CHECK (cost_a_try IN (0, 1)), -- or may have, since the SIM last took a PIN; no clock is asked
  PRIMARY KEY (sim_key, pin_key)
) STRICT, WITHOUT ROWID;
`;

export const first = [people, messages, departures, history].join('\n');
