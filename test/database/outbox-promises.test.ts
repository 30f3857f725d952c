import { describe } from 'node:test';
import { type Attack, itRefuses } from './attacks.ts';

const outbox: Attack[] = [
  ...['delivered', 'failed', 'cancelled', 'expired'].flatMap((final): Attack[] => [
    [`queues what is ${final}`, `UPDATE outbox SET state = 'queued' WHERE state = '${final}'`, /outbox-final/],
    [
      `sends what is ${final}`,
      `UPDATE OR REPLACE outbox SET state = 'sending' WHERE state = '${final}'`,
      /outbox-final/,
    ],
    [`calls ${final} sent`, `UPDATE OR IGNORE outbox SET state = 'sent' WHERE state = '${final}'`, /outbox-final/],
  ]),
  ['queues what is unknown', `UPDATE outbox SET state = 'queued' WHERE state = 'unknown'`, /outbox-final/],
  ['queues what is sent', `UPDATE outbox SET state = 'queued' WHERE state = 'sent'`, /outbox-final/],
  ['calls queued sent', `UPDATE outbox SET state = 'sent' WHERE state = 'queued'`, /outbox-final/],
  ['calls cancelled delivered', `UPDATE outbox SET state = 'delivered' WHERE state = 'cancelled'`, /outbox-final/],
  ['replaces a delivered row', `REPLACE INTO outbox SELECT * FROM outbox WHERE state = 'queued'`, /outbox-exists/],
  [
    'replaces it by what goes to whom',
    `INSERT OR REPLACE INTO outbox (book_id, broadcast_id, kind, rank, channel, recipient, text, state, created_at, state_at) SELECT book_id, broadcast_id, kind, rank, channel, recipient, text, 'queued', 1, 1 FROM outbox WHERE state = 'delivered'`,
    /outbox-exists/,
  ],
  [
    'is born sent',
    `INSERT INTO outbox (book_id, kind, rank, channel, recipient, text, state, created_at, state_at) VALUES ({book}, 'reply', 1, 'sms', '{active}', 'x', 'sent', 1, 1)`,
    /outbox-starts-queued/,
  ],
  [
    'turns a queued row on one that was delivered',
    `UPDATE OR REPLACE outbox SET recipient = (SELECT recipient FROM outbox WHERE state = 'delivered') WHERE state = 'queued'`,
    /outbox-exists/,
  ],
  [
    'sends it in the name of another book',
    `UPDATE outbox SET book_id = {other} WHERE state = 'queued'`,
    /outbox-rewritten/,
  ],
  ['turns a sent row to another', `UPDATE outbox SET recipient = '{nobody}' WHERE state = 'sent'`, /outbox-rewritten/],
  [
    'renumbers over a delivered row',
    `UPDATE OR REPLACE outbox SET rowid = (SELECT id FROM outbox WHERE state = 'delivered') WHERE state = 'queued'`,
    /outbox-rewritten/,
  ],
  ['deletes what is under way', `DELETE FROM outbox WHERE state = 'unknown'`, /outbox-open/],
  [
    'deletes what was delivered of a broadcast that goes on',
    `DELETE FROM outbox WHERE state = 'delivered'`,
    /outbox-open/,
  ],
  [
    'claims a broadcast to one who left',
    `INSERT INTO outbox (book_id, broadcast_id, kind, rank, channel, recipient, text, state, created_at, state_at) VALUES ({book}, 1, 'broadcast', 9, 'sms', '{left}', 'x', 'queued', 1, 1); UPDATE outbox SET state = 'sending' WHERE recipient = '{left}'`,
    /member-has-left/,
  ],
];

describe('the database itself refuses to send twice, or to rewrite what was sent', () => itRefuses(outbox));
