import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Core } from '../../electron/core.ts';
import type { SubmitOutcome } from '../../electron/modem/line.ts';
import { createOutboxWorker } from '../../electron/outbox/worker.ts';
import { aClub, type Club } from '../support/club.ts';
import { addMembers, aFakeLine, aSending, type Handed, never, phone, rejected, taken } from '../support/sending.ts';

const RUNS = 200;
const RECIPIENTS = 60;
const MINUTE = 60_000;

/** The moments at which a process can end, as the wire and the disk see them. */
type Moment = 'before the wire' | 'after the wire' | 'before the commit' | 'after the commit';

/** One life of the program on that database: it ends at `dies`, and nothing it does later reaches wire or disk. */
function aLife(club: Club, network: (handed: Handed) => SubmitOutcome, dies: { at: Moment; after: number } | null) {
  let left = dies?.after ?? 0;
  let dead = false;
  const reached = (moment: Moment) => {
    if (dies?.at === moment && !dead && left-- === 0) dead = true;
    return dead;
  };
  const core: Core = {
    ...club.core,
    database: {
      ...club.database,
      write(topics, work) {
        if (reached('before the commit')) throw new Error('The process is gone');
        const result = club.database.write(topics, work);
        if (reached('after the commit')) throw new Error('The process is gone');
        return result;
      },
    },
  };
  const line = aFakeLine(club, (handed) => {
    if (reached('before the wire')) return never();
    const outcome = network(handed);
    return reached('after the wire') ? never() : outcome;
  });
  const worker = createOutboxWorker(core, { lineOf: () => line, mayClaim: () => true });
  return {
    async live(ms: number) {
      try {
        worker.start();
      } catch (error) {
        if (!dead) throw error;
      }
      await club.clock.advance(ms);
      dead = true;
      const stopped = worker.stop(0);
      await club.clock.advance(0);
      await stopped;
    },
  };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('a program that is killed', () => {
  const moments: Moment[] = ['before the wire', 'after the wire', 'before the commit', 'after the commit'];
  for (const at of moments) {
    it(`${at} leaves at most one text unknown and sends the others once`, async () => {
      const club = await aClub();
      await addMembers(club, 3);
      const received: string[] = [];
      const network = ({ to }: Handed) => {
        received.push(to);
        return taken();
      };
      const { id } = aSending(club, { start: false }).send({ text: 'Hej' });
      await aLife(club, network, { at, after: 2 }).live(MINUTE);
      await aLife(club, network, null).live(MINUTE);
      assert.equal(new Set(received).size, received.length);
      const states = club.sql(`SELECT state FROM outbox WHERE broadcast_id = ?`, id);
      assert.ok(states.filter((state) => state === 'unknown').length <= 1);
      assert.ok(states.every((state) => state === 'sent' || state === 'unknown'));
    });
  }

  it(`at any moment, up to four times in ${RECIPIENTS} texts: nobody twice, nothing called sent that was not, one unknown a kill`, async () => {
    const club = await aClub();
    await addMembers(club, RECIPIENTS);
    const sending = aSending(club, { start: false });
    for (let seed = 1; seed <= RUNS; seed++) {
      const random = seeded(seed);
      const received = new Map<string, number>();
      const network = ({ to, sequence }: Handed): SubmitOutcome => {
        const chance = random();
        if (chance < 0.03) return rejected('transient', 42);
        if (chance < 0.05) return { kind: 'not-sent', text: 'no prompt' };
        const part = `${to} ${sequence}`;
        received.set(part, (received.get(part) ?? 0) + 1);
        return taken();
      };
      const text = random() < 0.3 ? 'Hej på er '.repeat(20) : 'Hej';
      const { id } = sending.send({ text });
      const kills = 1 + Math.floor(random() * 4);
      for (let kill = 0; kill < kills; kill++) {
        const at = moments[Math.floor(random() * moments.length)] ?? 'after the wire';
        await aLife(club, network, { at, after: Math.floor(random() * 40) }).live(2 * MINUTE);
      }
      await aLife(club, network, null).live(20 * MINUTE);

      const rows = club.database.read
        .prepare<[number], { recipient: string; state: string; parts: number }>(
          'SELECT recipient, state, parts FROM outbox WHERE broadcast_id = ?',
        )
        .all(id);
      const because = `seed ${seed}`;
      assert.equal(rows.length, RECIPIENTS, because);
      assert.deepEqual(
        [...received.values()].filter((times) => times > 1),
        [],
        `${because}: twice`,
      );
      for (const { recipient, state, parts } of rows) {
        const arrived = Array.from({ length: parts }, (_, part) => received.has(`${recipient} ${part + 1}`));
        assert.ok(state === 'unknown' || state === 'sent', `${because}: ${state}`);
        if (state === 'sent') assert.ok(arrived.every(Boolean), `${because}: called sent, was not`);
      }
      assert.ok(rows.filter(({ state }) => state === 'unknown').length <= kills, `${because}: too many unknown`);
      assert.equal(sending.broadcast(id).status, 'done', because);
    }
    assert.ok(club.sql(`SELECT 1 FROM outbox WHERE state = 'unknown'`).length > RUNS / 4, 'the kills hit');
  });

  it('between the parts of a long text leaves it unknown, and never sends the first part again', async () => {
    const club = await aClub();
    await addMembers(club, 1);
    const parts: number[] = [];
    const network = ({ sequence }: Handed) => {
      parts.push(sequence);
      return taken();
    };
    const { id } = aSending(club, { start: false }).send({ text: 'Hej på er '.repeat(30) });
    await aLife(club, network, { at: 'after the wire', after: 1 }).live(MINUTE);
    await aLife(club, network, null).live(60 * MINUTE);
    assert.deepEqual(parts, [1, 2]);
    assert.deepEqual(club.sql('SELECT state FROM outbox WHERE broadcast_id = ?', id), ['unknown']);
    assert.deepEqual(club.sql('SELECT state FROM part_out ORDER BY sequence'), ['sent', 'unknown']);
    assert.deepEqual(club.sql('SELECT recipient FROM outbox'), [phone(1)]);
  });
});
