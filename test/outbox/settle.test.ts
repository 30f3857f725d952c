import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../../electron/contract/problems.ts';
import { aClub } from '../support/club.ts';
import { addMembers, aSending, phone, rejected, taken } from '../support/sending.ts';

async function withUnknown(text = 'Hej') {
  const club = await aClub();
  await addMembers(club, 2);
  const sending = aSending(club, {
    script: ({ to, sequence, total }) =>
      to === phone(1) && sequence === total ? { kind: 'unknown', text: 'no answer' } : taken(),
  });
  const { id } = sending.send({ text });
  await sending.run();
  sending.line.script = taken;
  sending.line.handed.length = 0;
  const [outboxId] = club.sql(`SELECT id FROM outbox WHERE state = 'unknown'`).map(Number);
  if (outboxId === undefined) throw new Error('Nothing is unknown');
  const settle = (as: 'sent' | 'resend' | 'dropped', which = outboxId) =>
    sending.outbox['outbox.settle']({ id: which, as }, club.caller);
  return { club, sending, id, outboxId, settle };
}

const refused = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;

describe('an unknown text that a person settles', () => {
  it('as sent is sent', async () => {
    const { sending, id, settle } = await withUnknown();
    await settle('sent');
    await sending.run();
    assert.equal(sending.broadcast(id).counts.sent, 2);
    assert.equal(sending.line.handed.length, 0);
  });

  it('as dropped is cancelled and not sent again', async () => {
    const { sending, id, settle, outboxId } = await withUnknown();
    await settle('dropped');
    await sending.run();
    assert.equal(sending.stateOf(outboxId), 'cancelled:dropped');
    const { counts, status } = sending.broadcast(id);
    assert.deepEqual([status, counts.cancelled, counts.sent], ['done', 1, 1]);
    assert.equal(sending.line.handed.length, 0);
  });

  it('to be sent again goes once, as a new row, and is counted once', async () => {
    const { sending, id, settle, outboxId } = await withUnknown();
    await settle('resend');
    assert.throws(() => settle('resend'), refused('already-settled'));
    await sending.run();
    const { counts, status } = sending.broadcast(id);
    assert.deepEqual([status, counts.sent, counts.unknown, counts.cancelled], ['done', 2, 0, 0]);
    assert.deepEqual(
      sending.line.handed.map(({ to }) => to),
      [phone(1)],
    );
    assert.equal(sending.stateOf(outboxId), 'cancelled:resent');
  });

  it('goes on with the part in doubt, under the same reference', async () => {
    const { sending, settle, club } = await withUnknown('x'.repeat(200));
    await settle('resend');
    await sending.run();
    assert.deepEqual(
      sending.line.handed.map(({ sequence }) => sequence),
      [2],
    );
    const references = club.sql(
      `SELECT DISTINCT concat_reference FROM part_out JOIN outbox ON outbox.id = outbox_id WHERE recipient = ?`,
      phone(1),
    );
    assert.equal(references.length, 1);
  });

  it('is refused for one that is not unknown, or not there', async () => {
    const { club, settle } = await withUnknown();
    const [sent] = club.sql(`SELECT id FROM outbox WHERE state = 'sent'`).map(Number);
    assert.throws(() => settle('sent', sent), refused('not-unknown'));
    assert.throws(() => settle('sent', 999), refused('not-found'));
  });
});

describe('sending again to those it failed for', () => {
  it('leaves the unknown and the sent alone', async () => {
    const club = await aClub();
    await addMembers(club, 3);
    const sending = aSending(club, {
      script: ({ to }) => {
        if (to === phone(1)) return rejected('recipient', 28);
        return to === phone(2) ? { kind: 'unknown', text: '' } : taken();
      },
    });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run();
    sending.line.handed.length = 0;
    sending.line.script = taken;
    assert.deepEqual(await sending.broadcasts['broadcasts.resendFailed']({ id }, club.caller), { resent: 1 });
    assert.deepEqual(await sending.broadcasts['broadcasts.resendFailed']({ id }, club.caller), { resent: 0 });
    await sending.run();
    assert.deepEqual(
      sending.line.handed.map(({ to }) => to),
      [phone(1)],
    );
    const { counts, status } = sending.broadcast(id);
    assert.deepEqual([status, counts.sent, counts.unknown, counts.failed], ['done', 2, 1, 0]);
  });

  it('passes by one who has left since', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const sending = aSending(club, { script: () => rejected('recipient', 28) });
    const { id } = sending.send({ text: 'Hej' });
    await sending.run();
    club.stopp(phone(1));
    sending.line.handed.length = 0;
    await sending.broadcasts['broadcasts.resendFailed']({ id }, club.caller);
    await sending.run();
    assert.equal(sending.line.handed.length, 0);
    assert.equal(sending.broadcast(id).counts.cancelled, 1);
  });
});
