import type { Handlers, Output } from '../contract/index.ts';
import type { Core } from '../core.ts';
import { recordEvent } from '../log/events.ts';
import { writeSetting } from '../settings/settings-store.ts';
import { confirmClock } from './liveness.ts';
import { listOutbox, type OutboxRow } from './outbox-store.ts';
import { settleUnknown } from './settle.ts';
import { allMovingAt } from './stand-still.ts';
import { summarise } from './summary.ts';
import type { OutboxWorker } from './worker.ts';

type OutboxCalls =
  | 'outbox.list'
  | 'outbox.summary'
  | 'outbox.pause'
  | 'outbox.resume'
  | 'outbox.settle'
  | 'outbox.confirmClock';

export function outboxHandlers(
  core: Core,
  worker: Pick<OutboxWorker, 'isReady' | 'wake'>,
): Pick<Handlers, OutboxCalls> {
  const { database, clock } = core;
  return {
    'outbox.list': (input) => listOutbox(database.read, input).map(toItem),

    'outbox.summary': () => summarise(database.read, clock.now(), worker.isReady),

    'outbox.pause': (_input, { userId }) => {
      database.write(['settings', 'outbox', 'log'], (db) => {
        writeSetting(db, 'paused', true);
        recordEvent(db, { at: clock.now(), kind: 'paused', userId });
      });
      return {};
    },

    'outbox.resume': (_input, { userId }) => {
      database.write(['settings', 'outbox', 'lines', 'broadcasts', 'log'], (db) => {
        const at = clock.now();
        allMovingAt(db, at);
        writeSetting(db, 'paused', false);
        db.prepare('UPDATE line SET refused_at = NULL').run();
        recordEvent(db, { at, kind: 'resumed', userId });
      });
      worker.wake();
      return {};
    },

    'outbox.settle': ({ id, as }, { userId }) => {
      database.write(['outbox', 'broadcasts', 'todos', 'log', 'members'], (db) =>
        settleUnknown(db, core, { id, as, userId }),
      );
      worker.wake();
      return {};
    },

    'outbox.confirmClock': () => {
      database.write(['settings', 'outbox', 'broadcasts', 'todos', 'log'], (db) => confirmClock(db, clock.now()));
      worker.wake();
      return {};
    },
  };
}

function toItem(row: OutboxRow): Output<'outbox.list'>[number] {
  return {
    id: row.id,
    to: row.recipient,
    channel: row.channel,
    kind: row.kind,
    text: row.text,
    state: row.state,
    parts: row.parts,
    attempts: row.attempts,
    at: row.stateAt,
    ...(row.broadcastId === null ? {} : { broadcastId: row.broadcastId }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}
