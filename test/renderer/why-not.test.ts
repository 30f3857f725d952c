import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNot } from '../../renderer/pages/members/why-not.ts';

type Member = Parameters<typeof whyNot>[0];
type Broadcast = Parameters<typeof whyNot>[1];

const member: Member = {
  id: 1,
  bookId: 1,
  name: 'Anna Åkesson',
  phone: '+46701740629',
  email: null,
  status: 'active',
  labels: [],
  joinedAt: 100,
  joinedBy: 'sms',
  lastSentAt: null,
  leftAt: null,
  roles: [],
  consent: { at: 100, by: 'sms', words: 'START', from: '+46701740629' },
  departure: null,
  history: [],
};
const none = { queued: 0, sending: 0, sent: 0, delivered: 0, failed: 0, unknown: 0, cancelled: 0, expired: 0 };
const broadcast: Broadcast = {
  id: 7,
  bookId: 1,
  status: 'done',
  origin: 'toolbox',
  sentTo: 'members',
  text: 'Samling kl 17',
  subject: null,
  heldBecause: null,
  author: '+46701740686',
  authorName: null,
  createdAt: 500,
  at: null,
  startedAt: 500,
  finishedAt: 600,
  finishesAt: null,
  counts: none,
};
const sent = (state: string): Member['history'][number] => ({
  at: 510,
  kind: 'sent',
  text: 'Samling kl 17',
  state,
  reason: 'recipient',
  broadcastId: 7,
  outboxId: 3,
});
const keys = (who: Partial<Member>, what: Partial<Broadcast> = {}) =>
  whyNot({ ...member, ...who }, { ...broadcast, ...what }).map(({ key }) => key);

test('what was sent decides, with its time and why it failed', () => {
  assert.deepEqual(whyNot({ ...member, history: [sent('failed')] }, broadcast), [
    { key: 'failed', kind: 'stopped', at: 510, error: 'recipient' },
  ]);
  assert.deepEqual(keys({ history: [sent('delivered')], departure: { at: 400, via: 'sms', words: null } }), [
    'delivered',
  ]);
});

test('with nothing sent, what the member was then', () => {
  const left = { at: 400, via: 'sms', words: 'Stopp' };
  assert.deepEqual(keys({ status: 'unsubscribed', departure: left }), ['leftBefore', 'nothingSent']);
  assert.deepEqual(keys({ status: 'unsubscribed', departure: { ...left, at: 700 } }), ['selection', 'nothingSent']);
  assert.deepEqual(keys({ joinedAt: 900 }), ['joinedAfter', 'nothingSent']);
  assert.deepEqual(keys({ status: 'pending' }), ['pending', 'nothingSent']);
  assert.deepEqual(keys({ status: 'blocked' }), ['blocked', 'nothingSent']);
  assert.deepEqual(keys({}, { author: '+46701740629' }), ['author', 'nothingSent']);
  assert.deepEqual(keys({}), ['selection', 'nothingSent']);
});

test('a send-out that went to no member says so whoever asks', () => {
  assert.deepEqual(keys({ joinedAt: 900 }, { sentTo: 'functionaries' }), ['functionaries', 'nothingSent']);
  assert.deepEqual(keys({}, { status: 'held' }), ['held', 'nothingSent']);
  assert.deepEqual(keys({}, { status: 'scheduled' }), ['scheduled', 'nothingSent']);
  assert.deepEqual(keys({}, { status: 'cancelled' }), ['dropped', 'nothingSent']);
});
