import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SubmitOutcome } from '../../electron/modem/line.ts';
import type { Habits } from '../../electron/modem/practice/habits.ts';
import { createPracticeModem } from '../../electron/modem/practice/practice-modem.ts';
import { startLine } from '../support/line-bench.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { NUMBERING } from '../support/typed-client.ts';

const HELLO = { hex: '0011000B916407214365F70000FF05E8329BFD06', length: 19 };
const ANNA = '+46701234567';

function practise(habits: Partial<Habits> = {}, numbering: Partial<typeof NUMBERING> & { pin?: string } = {}) {
  const clock = createManualClock();
  const modem = createPracticeModem({ clock, numbering: { ...NUMBERING, ...numbering }, habits });
  return { modem, ...startLine(async () => modem.open(), { clock }) };
}

describe('a line on the practice modem', () => {
  it('loses nothing and sends nothing twice through tears, noise and lines in the midst of answers', async () => {
    const { modem, line, owner, until, settled } = practise({
      tornReads: { seed: 7, longest: 9 },
      noise: { lines: ['^RSSI:19', 'RING', '+CREG: 1,"00C3","0000A1B2"', '^BOOT:1,0,0,0,1'], every: 2 },
      interrupts: true,
      answerMs: 3,
      promptMs: 5,
      deleteMs: 40,
    });
    await until(() => line.health().state === 'ready');
    const outcomes: Promise<SubmitOutcome>[] = [];
    for (let nth = 0; nth < 30; nth += 1) {
      modem.network.telephone(`+4670100${1000 + nth}`).send(`text ${nth}`);
      outcomes.push(line.submit(HELLO));
    }
    const kinds = await settled(Promise.all(outcomes));
    await until(() => owner.told.at(-1) === 'swept 0');
    assert.ok(kinds.every(({ kind }) => kind === 'accepted'));
    assert.equal(modem.network.telephone(ANNA).inbox().length, 30);
    assert.equal(new Set(owner.pdus.map(({ hex }) => hex)).size, 30);
    assert.deepEqual([modem.storage().SM?.used(), modem.storage().ME.used()], [0, 0]);
    assert.equal(modem.network.malformed.length, 0);
  });

  it('reads what came while the cable was out, from a storage that was full', async () => {
    const { modem, line, owner, until, clock } = practise();
    await until(() => line.health().state === 'ready');
    modem.unplug();
    for (let nth = 0; nth < 60; nth += 1) modem.network.telephone(ANNA).send(`text ${nth}`);
    await clock.advance(60_000);
    modem.plugIn();
    await until(() => new Set(owner.pdus.map(({ hex }) => hex)).size === 60, 120_000);
    await until(() => owner.told.at(-1) === 'swept 0');
    assert.equal(modem.network.waiting(), 0);
  });

  it('sends a text whose answer is lost once, and says that it does not know', async () => {
    const { modem, line, until, settled } = practise({
      submitFaults: [{ nth: [1], effect: { kind: 'answer-lost', accepted: true } }],
    });
    await until(() => line.health().state === 'ready');
    const [first, second] = [line.submit(HELLO), line.submit(HELLO)];
    assert.equal((await settled(first)).kind, 'unknown');
    assert.equal((await settled(second)).kind, 'accepted');
    assert.equal(modem.network.submits.length, 2);
  });

  it('is unlocked by a PIN and waits while the SIM wakes', async () => {
    const { line, until } = practise({ simBusyMs: 8_000 }, { pin: '1234' });
    await until(() => line.health().state === 'needs-pin');
    assert.equal(await line.enterPin('1234', false), 'given');
    await until(() => line.health().state === 'ready', 30_000);
    assert.equal(line.health().ownNumber, NUMBERING.ownNumber);
  });
});
