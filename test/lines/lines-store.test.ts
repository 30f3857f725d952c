import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { type Database, openDatabase } from '../../electron/database/database.ts';
import {
  allLines,
  forgetLine,
  type LineRow,
  lineById,
  lineOfSim,
  lineOnPort,
  setNumber,
} from '../../electron/lines/lines-store.ts';
import type { SimIdentity } from '../../electron/modem/line.ts';

const IMEI = '490154203237518';
const sim = (iccid: string | null, imsi: string | null = null): SimIdentity => ({
  key: iccid ?? `imei:${IMEI}`,
  iccid,
  imsi,
  imei: IMEI,
});
const A = '8946070000000000017';
const B = '8946070000000000025';

describe('which line a SIM is', () => {
  let database: Database;
  beforeEach(() => {
    database = openDatabase(':memory:', () => {});
  });
  const onPort = (port: string): LineRow => database.write([], (db) => lineOnPort(db, port, false, 1000).line);
  const asSim = (standing: LineRow, identity: SimIdentity) =>
    database.write([], (db) => lineOfSim(db, standing, identity, 2000));
  const settle = (port: string, identity: SimIdentity): LineRow => asSim(onPort(port), identity).line;
  const now = (id: number) => {
    const line = lineById(database.read, id);
    assert.ok(line);
    return line;
  };

  it('is the row that stood for its port until then', () => {
    const standing = onPort('/dev/ttyUSB0');
    assert.equal(standing.simKey, null);
    const { line, isNew, merged } = asSim(standing, sim(A, '240990000000017'));
    assert.deepEqual([line.id, isNew, merged], [standing.id, false, null]);
    assert.deepEqual(now(line.id), { ...standing, simKey: A, imsi: '240990000000017' });
    assert.equal(onPort('/dev/ttyUSB0').id, line.id);
  });

  it('is the line it was when it comes back on another port', () => {
    const line = settle('/dev/ttyUSB0', sim(A));
    const elsewhere = onPort('/dev/ttyUSB4');
    assert.notEqual(elsewhere.id, line.id);
    const found = asSim(elsewhere, sim(A));
    assert.deepEqual([found.line.id, found.line.port, found.merged], [line.id, '/dev/ttyUSB4', elsewhere.id]);
    assert.equal(now(line.id).port, '/dev/ttyUSB4');
    database.write([], (db) => forgetLine(db, elsewhere.id));
    assert.deepEqual(
      allLines(database.read).map(({ id }) => id),
      [line.id],
    );
  });

  it('is another line when another SIM sits in the port, and the first one when that comes back', () => {
    const first = settle('/dev/ttyUSB0', sim(A));
    const second = asSim(first, sim(B));
    assert.deepEqual([second.isNew, second.merged], [true, null]);
    assert.notEqual(second.line.id, first.id);
    assert.deepEqual([now(first.id).port, now(second.line.id).port], [null, '/dev/ttyUSB0']);
    const back = asSim(second.line, sim(A));
    assert.deepEqual([back.line.id, back.isNew, back.merged], [first.id, false, null]);
    assert.deepEqual([now(first.id).port, now(second.line.id).port], ['/dev/ttyUSB0', null]);
    assert.equal(now(second.line.id).simKey, B);
  });

  it('keeps the row of a SIM that tells its ICCID only after the PIN', () => {
    const standing = onPort('/dev/ttyUSB0');
    const locked = asSim(standing, sim(null));
    assert.deepEqual([locked.line.id, locked.line.simKey], [standing.id, null]);
    const open = asSim(locked.line, sim(A, '240990000000017'));
    assert.deepEqual([open.line.id, open.isNew, open.merged], [standing.id, false, null]);
    assert.equal(now(standing.id).simKey, A);
    // At the next start it is locked again, and the port stands for the line it stood for before.
    const again = asSim(onPort('/dev/ttyUSB0'), sim(null));
    assert.deepEqual([again.line.id, again.line.simKey], [standing.id, A]);
  });

  it('leaves no row behind when such a SIM wakes on another port', () => {
    const line = settle('/dev/ttyUSB0', sim(A));
    const locked = settle('/dev/ttyUSB4', sim(null));
    assert.notEqual(locked.id, line.id);
    const { line: found, merged } = asSim(locked, sim(A));
    assert.deepEqual([found.id, merged], [line.id, locked.id]);
    database.write([], (db) => forgetLine(db, locked.id));
    assert.equal(lineById(database.read, locked.id), null);
  });

  it('keeps a modem whose SIM never says who it is, once a text went through it', () => {
    const line = settle('/dev/ttyUSB0', sim(A));
    const nameless = settle('/dev/ttyUSB4', sim(null, '240990000000025'));
    assert.equal(nameless.simKey, `imei:${IMEI}`);
    database.write([], (db) =>
      db
        .prepare(`INSERT INTO part_in (line_id, fingerprint, hex, arrived_at) VALUES (?, 'f', '00', 1)`)
        .run(nameless.id),
    );
    assert.deepEqual(asSim(nameless, sim(A)).merged, null);
    assert.equal(now(line.id).port, '/dev/ttyUSB4');
    assert.equal(now(nameless.id).port, null);
  });

  it('is never forgotten once its SIM is known', () => {
    const line = settle('/dev/ttyUSB0', sim(A));
    assert.throws(() => database.write([], (db) => forgetLine(db, line.id)), /line-kept/);
  });

  it('keeps the number and the IMSI it was given', () => {
    const line = settle('/dev/ttyUSB0', sim(A, '240990000000017'));
    database.write([], (db) => setNumber(db, line.id, '+46701740699'));
    asSim(onPort('/dev/ttyUSB0'), sim(A));
    asSim(onPort('/dev/ttyUSB4'), sim(A));
    assert.deepEqual([now(line.id).number, now(line.id).imsi], ['+46701740699', '240990000000017']);
  });
});
