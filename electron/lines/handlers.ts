import { bookOfLine } from '../books/books-store.ts';
import type { Handlers } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import { parsePhone } from '../members/address.ts';
import type { LineHealth } from '../modem/line.ts';
import { UNHEARD } from '../modem/line-health.ts';
import { queueMessage } from '../outbox/queue.ts';
import { readSetting, writeSetting } from '../settings/settings-store.ts';
import { testText } from '../wording/wording.ts';
import { candidatePorts, type SeenPort } from './candidate-ports.ts';
import type { LineRegistry } from './line-registry.ts';
import { allLines, lineById, setNumber } from './lines-store.ts';

type LineCalls =
  | 'lines.list'
  | 'lines.use'
  | 'lines.enterPin'
  | 'lines.setNumber'
  | 'lines.test'
  | 'lines.ports'
  | 'mail.status'
  | 'mail.configure';

/** A line that no driver serves: the modem it was in is not here. */
const AWAY: LineHealth = { ...UNHEARD, state: 'unplugged', problem: 'port-missing' };

export function lineHandlers(
  core: Core,
  lines: LineRegistry,
  listPorts: () => Promise<readonly SeenPort[]>,
): Pick<Handlers, LineCalls> {
  const { database } = core;
  const country = () => readSetting(database.read, 'country');
  const existing = (id: number) => {
    const line = lineById(database.read, id);
    if (!line) throw new Problem('not-found', { id });
    return line;
  };
  return {
    'lines.list': () =>
      allLines(database.read)
        .toReversed()
        .map((line) => {
          const health = lines.healthOf(line.id) ?? AWAY;
          // What is wrong at this end comes first: until it is mended nobody can see whether the account is.
          const problem = health.problem ?? (line.refusedAt === null ? null : 'account-refused');
          return {
            id: line.id,
            port: line.port,
            state: health.state,
            number: line.number,
            ...(health.pinTriesLeft === null ? {} : { pinTriesLeft: health.pinTriesLeft }),
            operator: health.operator,
            signal: health.signal,
            model: [health.manufacturer, health.model].filter(Boolean).join(' ') || null,
            ...(problem === null ? {} : { problem }),
            bookId: bookOfLine(database.read, line.id)?.id ?? null,
            practice: line.practice,
            smsc: health.smsc,
            storage: health.storage,
            lastHeardAt: health.lastHeardAt,
          };
        }),

    'lines.use': ({ port }) => {
      if (readSetting(database.read, 'practice')) throw new Problem('practice-only');
      database.write(['settings'], (db) => writeSetting(db, 'port', port));
      lines.use(port);
      return {};
    },

    'lines.enterPin': async ({ id, pin, lastTry }) => {
      existing(id);
      if (!/^\d{4,8}$/.test(pin)) throw new Problem('invalid-pin');
      const driver = lines.driverOf(id);
      if (!driver) throw new Problem('line-not-ready', { id });
      const answer = await driver.enterPin(pin, lastTry ?? false);
      if (answer === 'not-asked') throw new Problem('pin-not-asked');
      if (answer === 'last-try') throw new Problem('last-try');
      if (answer === 'tried-before') throw new Problem('pin-tried-before');
      return {};
    },

    'lines.setNumber': ({ id, number }) => {
      existing(id);
      const phone = number === '' ? null : parsePhone(number, country());
      if (number !== '' && !phone) throw new Problem('invalid-phone', { field: 'number' });
      database.write(['lines', 'books'], (db) => setNumber(db, id, phone?.phone ?? null));
      return {};
    },

    'lines.test': ({ id, to }) => {
      existing(id);
      const book = bookOfLine(database.read, id);
      if (!book) throw new Problem('no-line', { id });
      const phone = parsePhone(to, country());
      if (!phone) throw new Problem('invalid-phone', { field: 'to' });
      const queued = database.write(['outbox'], (db) =>
        queueMessage(db, core, { bookId: book.id, kind: 'confirmation', recipient: phone.phone, text: testText(book) }),
      );
      return { id: queued };
    },

    'lines.ports': async () => candidatePorts(await listPorts()),

    'mail.status': () => ({ imap: 'off', smtp: 'off' }),
    'mail.configure': () => {
      throw new Problem('mail-not-configured');
    },
  };
}
