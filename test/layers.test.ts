import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importsOf, violationsIn } from './layers.ts';

describe('what a file imports', () => {
  it('is found however it is written', () => {
    const source = `
import { a,
  b } from '../database/database.ts';
import type { C } from './c.ts';
import { type D, type E } from './d.ts';
import { type F, g } from './f.ts';
import './style.css';
export * from './h.ts';
const later = await import('node:fs');
const old = require('electron') as typeof import('electron');
// import { no } from './commented.ts';
`;
    assert.deepEqual(importsOf('electron/books/x.ts', source), [
      { target: 'electron/database/database.ts', typesOnly: false },
      { target: 'electron/books/c.ts', typesOnly: true },
      { target: 'electron/books/d.ts', typesOnly: true },
      { target: 'electron/books/f.ts', typesOnly: false },
      { target: 'electron/books/h.ts', typesOnly: false },
      { target: 'electron/books/style.css', typesOnly: false },
      { target: 'node:fs', typesOnly: false },
      { target: 'electron', typesOnly: false },
      { target: 'electron', typesOnly: false },
    ]);
  });
});

const cases: [file: string, source: string, violations: number][] = [
  ['renderer/pages/Books.tsx', "import { x } from '../../electron/contract/books.ts';", 0],
  ['renderer/pages/Books.tsx', "import { x } from '../../electron/books/books.ts';", 1],
  ['renderer/pages/Books.tsx', "import type { X } from '../../electron/samband.ts';", 1],
  ['renderer/pages/Books.tsx', "import fs from 'node:fs';", 1],
  ['electron/contract/books.ts', "import { z } from 'zod';", 0],
  ['electron/contract/books.ts', "import type { Clock } from '../clock.ts';", 1],
  ['electron/contract/books.ts', "import { randomUUID } from 'node:crypto';", 1],
  ['electron/inbound/decide-inbound.ts', "import type { Clock } from '../clock.ts';", 0],
  ['electron/inbound/decide-inbound.ts', "import { decideStop } from './decide-stop.ts';", 0],
  ['electron/inbound/decide-inbound.ts', "import { systemClock } from '../clock.ts';", 1],
  ['electron/books/book-store.ts', "import type { Log } from '../log.ts';", 0],
  ['electron/books/book-store.ts', "import { queue } from '../outbox/queue.ts';", 1],
  ['electron/modem/driver.ts', "import type { Book } from '../books/book.ts';", 1],
  ['electron/mail/reader.ts', "import { decideMail } from '../inbound/decide-mail.ts';", 1],
  ['electron/hosts/web.ts', "import type { Dispatch } from '../dispatch.ts';", 0],
  ['electron/hosts/web.ts', "import { createSamband } from '../samband.ts';", 1],
  ['electron/hosts/ipc.ts', "import { ipcMain } from 'electron';", 0],
  ['electron/secrets.ts', "import { safeStorage } from 'electron';", 1],
  ['electron/books/books.ts', "import SQLite from 'better-sqlite3';", 1],
  ['electron/books/books.ts', "import { SerialPort } from 'serialport';", 1],
  ['electron/outbox/send.ts', "import nodemailer from 'nodemailer';", 1],
  ['electron/samband.ts', "import { aClub } from '../test/support/club.ts';", 1],
];
for (const [file, source, violations] of cases) {
  it(`${violations === 0 ? 'lets' : 'stops'} ${file}: ${source}`, () => {
    assert.equal(violationsIn(file, source).length, violations);
  });
}
