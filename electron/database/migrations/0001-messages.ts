import { mail, phone } from './0001-addresses.ts';

/** Texts and mails in, broadcasts, and the outbox with its state graph. */
const allowed: Record<string, readonly string[]> = {
  queued: ['sending', 'failed', 'cancelled', 'expired'],
  sending: ['sent', 'queued', 'failed', 'unknown'],
  sent: ['delivered', 'failed'],
  unknown: ['sent', 'delivered', 'failed', 'cancelled'],
};
const mayBecome = Object.entries(allowed)
  .map(([from, to]) => `(OLD.state = '${from}' AND NEW.state IN (${to.map((state) => `'${state}'`).join(', ')}))`)
  .join('\n    OR ');

export const messages = `
-- One PDU as the modem gave it, stored before anything is made of it.
CREATE TABLE part_in (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id INTEGER NOT NULL REFERENCES line (id),
  fingerprint TEXT NOT NULL, -- SHA-256 of SIM and hex
  hex TEXT NOT NULL,
  declared_length INTEGER,
  stat INTEGER,
  arrived_at INTEGER NOT NULL,
  deleted_at INTEGER, -- when its slot was emptied; null while it may lie there still
  copies INTEGER NOT NULL DEFAULT 1,
  -- loose: not yet made anything of; joined: it is in a message; done: a report that was told on, or a part that came twice
  state TEXT NOT NULL DEFAULT 'loose' CHECK (state IN ('loose', 'joined', 'done')),
  message_id INTEGER REFERENCES message_in (id),
  sequence INTEGER NOT NULL DEFAULT 1,
  CHECK (state <> 'joined' OR message_id IS NOT NULL)
) STRICT;
CREATE INDEX part_in_fingerprint ON part_in (fingerprint, arrived_at);
CREATE INDEX part_in_message ON part_in (message_id);
CREATE INDEX part_in_loose ON part_in (id) WHERE state = 'loose';

CREATE TABLE message_in (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'mail')),
  line_id INTEGER REFERENCES line (id),
  book_id INTEGER REFERENCES book (id), -- null until its line has a book
  sender TEXT NOT NULL, -- E.164, lower-case mail, or as it came (letters, a short number, '')
  sender_key TEXT, -- keyed hash of the sender, where it ends a departure whose address is erased
  sender_kind TEXT NOT NULL CHECK (sender_kind IN ('phone', 'mail', 'other')),
  text TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  sent_at INTEGER, -- the sender's network's stamp, null where broken
  state TEXT NOT NULL CHECK (state IN ('incomplete', 'waiting', 'decided', 'unreadable')),
  -- A long text's parts find each other by these.
  concat_key TEXT,
  concat_total INTEGER,
  decision TEXT,
  reason TEXT,
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  decided_at INTEGER,
  seen_at INTEGER, -- read by a person in the inbox
  CHECK ((state = 'decided') = (decision IS NOT NULL AND decided_at IS NOT NULL))
) STRICT;
CREATE INDEX message_in_state ON message_in (state, id) WHERE state <> 'decided';
CREATE INDEX message_in_sender ON message_in (sender, id);
CREATE INDEX message_in_book ON message_in (book_id, id);
CREATE INDEX message_in_concat ON message_in (concat_key, id) WHERE concat_key IS NOT NULL;

CREATE TRIGGER message_in_replaced BEFORE INSERT ON message_in
WHEN EXISTS (SELECT 1 FROM message_in WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'message-exists'); END;
CREATE TRIGGER message_in_redecided BEFORE UPDATE ON message_in
WHEN OLD.state = 'decided' AND (
  NEW.state IS NOT OLD.state OR NEW.decision IS NOT OLD.decision OR NEW.reason IS NOT OLD.reason OR NEW.book_id IS NOT OLD.book_id
  OR NEW.decided_at IS NOT OLD.decided_at)
BEGIN SELECT RAISE(ABORT, 'message-decided'); END;
CREATE TRIGGER message_in_forged BEFORE UPDATE ON message_in
WHEN NEW.id IS NOT OLD.id OR NEW.channel IS NOT OLD.channel OR NEW.received_at IS NOT OLD.received_at
  OR (NEW.sender_key IS NOT OLD.sender_key AND OLD.sender_key IS NOT NULL)
  OR (NEW.sender IS NOT OLD.sender AND NEW.sender <> '') -- erasing a person empties it
  -- A START stamped anew would be newer than the STOPP after it; a long text's parts settle its stamp while it comes in.
  OR (OLD.state = 'decided' AND NEW.sent_at IS NOT OLD.sent_at)
BEGIN SELECT RAISE(ABORT, 'message-forged'); END;

CREATE TABLE broadcast (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  origin TEXT NOT NULL CHECK (origin IN ('sms', 'mail', 'toolbox')),
  author_address TEXT,
  author_user_id INTEGER REFERENCES user (id),
  message_id INTEGER UNIQUE REFERENCES message_in (id), -- one text makes one broadcast
  sent_to TEXT NOT NULL DEFAULT 'members' CHECK (sent_to IN ('members', 'functionaries')),
  text TEXT NOT NULL,
  subject TEXT,
  channel TEXT NOT NULL DEFAULT 'auto' CHECK (channel IN ('auto', 'sms', 'mail', 'both')),
  selection TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(selection)), -- {label?, search?, memberIds?}
  status TEXT NOT NULL CHECK (status IN ('scheduled', 'held', 'sending', 'done', 'cancelled')),
  held_because TEXT, -- a closed code: stale, same-text, sender-limit, book-limit, start-with-more, near-stop, functionary, stood-still
  at INTEGER, -- the chosen time
  request_id TEXT UNIQUE,
  created_at INTEGER NOT NULL,
  started_at INTEGER, -- when it was last let go
  moving_until INTEGER, -- up to here it went or waited by plan; what stands still longer than the book allows is held again
  announce_at INTEGER, -- when its functionaries are to be told, once it can no longer be undone; null when they are
  finished_at INTEGER
) STRICT;
CREATE INDEX broadcast_book ON broadcast (book_id, id);
CREATE INDEX broadcast_status ON broadcast (status, at);
CREATE INDEX broadcast_announce ON broadcast (announce_at) WHERE announce_at IS NOT NULL;
CREATE TRIGGER broadcast_replaced BEFORE INSERT ON broadcast
WHEN EXISTS (SELECT 1 FROM broadcast WHERE id = NEW.id OR request_id = NEW.request_id OR message_id = NEW.message_id)
BEGIN SELECT RAISE(ABORT, 'broadcast-exists'); END;

-- One recipient, one channel.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  broadcast_id INTEGER REFERENCES broadcast (id),
  member_id INTEGER,
  message_id INTEGER REFERENCES message_in (id), -- what it answers or hands on
  kind TEXT NOT NULL CHECK (kind IN ('broadcast', 'reply', 'receipt', 'notice', 'forward', 'confirmation')),
  reply TEXT, -- which of the book's replies: joined, already, pending, approved, left
  rank INTEGER NOT NULL, -- lower goes first, see outbox/rank.ts
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'mail')),
  recipient TEXT NOT NULL CHECK (
    (channel = 'sms' AND ${phone('recipient')}) OR (channel = 'mail' AND ${mail('recipient')})),
  text TEXT NOT NULL,
  parts INTEGER NOT NULL DEFAULT 1 CHECK (parts > 0),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'cancelled', 'expired')),
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT, -- a closed code the screens have words for
  not_before INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER,
  resend_of INTEGER REFERENCES outbox (id),
  created_at INTEGER NOT NULL,
  state_at INTEGER NOT NULL
) STRICT;
-- SQLite uses a partial index only for the very state it names.
CREATE INDEX outbox_queue ON outbox (book_id, channel, rank, id) WHERE state = 'queued';
CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'sending';
CREATE INDEX outbox_unknown ON outbox (id) WHERE state = 'unknown';
CREATE INDEX outbox_broadcast ON outbox (broadcast_id, kind, state) WHERE broadcast_id IS NOT NULL;
CREATE INDEX outbox_recipient ON outbox (recipient, created_at);
CREATE INDEX outbox_expiry ON outbox (expires_at) WHERE state = 'queued' AND expires_at IS NOT NULL;
CREATE INDEX outbox_open ON outbox (state, id) WHERE state IN ('queued', 'sending', 'unknown');
CREATE INDEX outbox_book ON outbox (book_id, id);
CREATE INDEX outbox_member ON outbox (member_id, id) WHERE member_id IS NOT NULL;
-- The same broadcast twice to the same person is what must never happen; a resend says what it repeats, once.
CREATE UNIQUE INDEX outbox_once ON outbox (broadcast_id, channel, recipient) WHERE broadcast_id IS NOT NULL AND kind = 'broadcast' AND resend_of IS NULL;
CREATE UNIQUE INDEX outbox_resend ON outbox (resend_of) WHERE resend_of IS NOT NULL;

CREATE TRIGGER outbox_born BEFORE INSERT ON outbox WHEN NEW.state <> 'queued'
BEGIN SELECT RAISE(ABORT, 'outbox-starts-queued'); END;
CREATE TRIGGER outbox_replaced BEFORE INSERT ON outbox
WHEN EXISTS (SELECT 1 FROM outbox WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM outbox WHERE resend_of = NEW.resend_of)
  OR (NEW.kind = 'broadcast' AND NEW.resend_of IS NULL AND EXISTS (
    SELECT 1 FROM outbox WHERE broadcast_id = NEW.broadcast_id AND channel = NEW.channel AND recipient = NEW.recipient
      AND kind = 'broadcast' AND resend_of IS NULL))
BEGIN SELECT RAISE(ABORT, 'outbox-exists'); END;
CREATE TRIGGER outbox_state BEFORE UPDATE OF state ON outbox
WHEN NEW.state <> OLD.state AND NOT (
    ${mayBecome})
BEGIN SELECT RAISE(ABORT, 'outbox-final'); END;
CREATE TRIGGER outbox_rewritten BEFORE UPDATE ON outbox
WHEN NEW.id IS NOT OLD.id OR NEW.book_id IS NOT OLD.book_id OR NEW.broadcast_id IS NOT OLD.broadcast_id OR NEW.channel IS NOT OLD.channel OR NEW.kind IS NOT OLD.kind
  OR NEW.resend_of IS NOT OLD.resend_of OR (NEW.recipient IS NOT OLD.recipient AND OLD.state <> 'queued')
BEGIN SELECT RAISE(ABORT, 'outbox-rewritten'); END;
CREATE TRIGGER outbox_redirected BEFORE UPDATE ON outbox
WHEN NEW.recipient IS NOT OLD.recipient AND NEW.kind = 'broadcast' AND EXISTS (
  SELECT 1 FROM outbox WHERE broadcast_id = NEW.broadcast_id AND channel = NEW.channel AND recipient = NEW.recipient AND id <> OLD.id
    AND kind = 'broadcast' AND resend_of IS NULL)
BEGIN SELECT RAISE(ABORT, 'outbox-exists'); END;
-- What is settled may go with time, but not while its broadcast could be sent there again.
CREATE TRIGGER outbox_deleted BEFORE DELETE ON outbox
WHEN OLD.state IN ('queued', 'sending', 'sent', 'unknown')
  OR EXISTS (SELECT 1 FROM broadcast WHERE id = OLD.broadcast_id AND status IN ('scheduled', 'held', 'sending'))
BEGIN SELECT RAISE(ABORT, 'outbox-open'); END;

-- One PDU out of a text of one or more.
CREATE TABLE part_out (
  outbox_id INTEGER NOT NULL REFERENCES outbox (id),
  sequence INTEGER NOT NULL,
  line_id INTEGER NOT NULL REFERENCES line (id),
  state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'delivered', 'failed', 'unknown')),
  concat_reference INTEGER,
  reference INTEGER, -- TP-MR from +CMGS
  submitted_at INTEGER NOT NULL,
  settled_at INTEGER,
  status INTEGER, -- TP-ST of the last status report
  PRIMARY KEY (outbox_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_out_reference ON part_out (line_id, reference, submitted_at) WHERE reference IS NOT NULL;
CREATE INDEX part_out_day ON part_out (submitted_at, line_id);

-- "Skicka till 121? Svara JA"
CREATE TABLE question (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  address TEXT NOT NULL,
  broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
  asked_at INTEGER NOT NULL,
  outbox_id INTEGER REFERENCES outbox (id), -- null when the cap of one a minute kept it from being asked
  answer TEXT CHECK (answer IN ('yes', 'no', 'elsewhere')),
  answered_at INTEGER
) STRICT;
CREATE INDEX question_open ON question (address, id) WHERE answer IS NULL;

-- What waits for the secretary.
CREATE TABLE todo (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER REFERENCES book (id),
  kind TEXT NOT NULL, -- near-stop, writer-left, functionary-left, unreadable, incomplete, clock-back, key-mismatch
  address TEXT,
  message_id INTEGER REFERENCES message_in (id),
  member_id INTEGER,
  outbox_id INTEGER REFERENCES outbox (id),
  created_at INTEGER NOT NULL,
  hold_until INTEGER, -- near-stop: broadcasts to the address wait until then
  done_at INTEGER,
  answer TEXT
) STRICT;
CREATE INDEX todo_open ON todo (book_id, kind, address) WHERE done_at IS NULL;

-- What each functionary was told, counted against the caps; what came beyond them waits for one digest.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL REFERENCES book (id),
  recipient TEXT NOT NULL,
  kind TEXT NOT NULL, -- joined, left, pending, broadcast, forward
  message_id INTEGER REFERENCES message_in (id),
  created_at INTEGER NOT NULL,
  in_digest INTEGER NOT NULL CHECK (in_digest IN (0, 1)),
  outbox_id INTEGER REFERENCES outbox (id) -- null while it waits for its digest
) STRICT;
CREATE INDEX notice_recent ON notice (book_id, kind, created_at);
CREATE INDEX notice_waiting ON notice (book_id, recipient, kind) WHERE outbox_id IS NULL;
`;
