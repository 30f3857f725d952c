import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import SQLite from 'better-sqlite3';
import { openDatabase } from '../../electron/database/database.ts';
import { NewerDatabaseError } from '../../electron/database/migrate.ts';

const aFile = () => join(mkdtempSync(join(tmpdir(), 'samband-migrate-')), 'club.sqlite');

it('a new file is brought to this version, and opened again as it is', () => {
  const file = aFile();
  const first = openDatabase(file, () => {});
  first.write([], (db) => db.prepare(`INSERT INTO user (name, created_at) VALUES ('Anna', 1)`).run());
  first.close();
  const again = openDatabase(file, () => {});
  assert.deepEqual(again.read.prepare('SELECT name FROM user').all(), [{ name: 'Anna' }]);
  again.close();
});

it('a file of a newer Samband is refused and left alone', () => {
  const file = aFile();
  openDatabase(file, () => {}).close();
  const sqlite = new SQLite(file);
  sqlite.pragma('user_version = 99');
  sqlite.close();
  assert.throws(() => openDatabase(file, () => {}), NewerDatabaseError);
  const after = new SQLite(file);
  assert.equal(after.pragma('user_version', { simple: true }), 99);
  after.close();
});

it('what throws inside a write leaves nothing behind and announces nothing', () => {
  const announced: string[] = [];
  const database = openDatabase(':memory:', (topics) => announced.push(...topics));
  assert.throws(() =>
    database.write(['users'], (db) => {
      db.prepare(`INSERT INTO user (name, created_at) VALUES ('Anna', 1)`).run();
      throw new Error('stop');
    }),
  );
  assert.deepEqual([database.read.prepare('SELECT * FROM user').all(), announced], [[], []]);
  assert.throws(() => database.write([], () => database.write([], () => {})), /does not nest/);
  database.close();
});
