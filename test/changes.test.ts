import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createChanges } from '../electron/changes.ts';
import { createManualClock } from './support/manual-clock.ts';

describe('changes', () => {
  const aFeed = () => {
    const clock = createManualClock();
    const changes = createChanges(clock);
    const heard: string[] = [];
    const hear = (name: string) =>
      changes.subscribe((topics) => heard.push(`${name}: ${[...topics].sort().join(' ')}`));
    return { clock, changes, heard, hear };
  };

  it('are gathered and told together, each topic once', async () => {
    const { clock, changes, heard, hear } = aFeed();
    hear('a');
    hear('b');
    changes.announce(['outbox', 'log']);
    for (let commit = 0; commit < 100; commit += 1) changes.announce(['outbox', 'members']);
    assert.deepEqual(heard, []);
    await clock.advance(100);
    assert.deepEqual(heard, ['a: log members outbox', 'b: log members outbox']);
  });

  it('are told within a twentieth of a second, however many follow', async () => {
    const { clock, changes, heard, hear } = aFeed();
    hear('a');
    for (let commit = 0; commit < 10; commit += 1) {
      changes.announce(['outbox']);
      await clock.advance(10);
    }
    assert.ok(heard.length >= 2, `${heard.length} in 100 ms`);
    await clock.advance(50);
    const told = heard.length;
    await clock.advance(1000);
    assert.equal(heard.length, told);
  });

  it('that touch nothing are not told', async () => {
    const { clock, changes, heard, hear } = aFeed();
    hear('a');
    changes.announce([]);
    await clock.advance(1000);
    assert.deepEqual(heard, []);
    changes.announce(['books']);
    await clock.advance(1000);
    assert.deepEqual(heard, ['a: books']);
  });

  it('are told to those who listen then, also when one stops listening or announces while it is told', async () => {
    const { clock, changes, heard, hear } = aFeed();
    const leave = hear('a');
    changes.subscribe(() => leave());
    hear('b');
    let again = false;
    changes.subscribe(() => {
      if (!again) changes.announce(['todos']);
      again = true;
    });
    changes.announce(['books']);
    await clock.advance(40);
    assert.deepEqual(heard, ['a: books', 'b: books']);
    await clock.advance(40);
    assert.deepEqual(heard.slice(2), ['b: todos']);
  });
});
