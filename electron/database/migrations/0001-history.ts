/** What happened, why and by whom: append-only, people by id only, so that erasing a person leaves it whole. */
export const history = `
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL, -- a closed set, see log/event-kinds.ts
  book_id INTEGER,
  member_id INTEGER,
  message_id INTEGER,
  broadcast_id INTEGER,
  outbox_id INTEGER,
  line_id INTEGER,
  user_id INTEGER,
  reason TEXT,
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)) -- counts and codes; never a name, an address or a text
) STRICT;
CREATE INDEX event_book ON event (book_id, id);
CREATE INDEX event_kind ON event (kind, id);
CREATE INDEX event_member ON event (member_id, id) WHERE member_id IS NOT NULL;
CREATE TRIGGER event_replaced BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'event-kept'); END;
CREATE TRIGGER event_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'event-kept'); END;
CREATE TRIGGER event_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'event-kept'); END;
`;
