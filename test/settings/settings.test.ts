import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Input } from '../../electron/contract/index.ts';
import { Problem } from '../../electron/contract/problems.ts';
import { settingsHandlers } from '../../electron/settings/handlers.ts';
import { readSetting, writeSetting } from '../../electron/settings/settings-store.ts';
import { aClub, type Club } from '../support/club.ts';

describe('the settings of the program', () => {
  let club: Club;
  let handlers: ReturnType<typeof settingsHandlers>;
  beforeEach(async () => {
    club = await aClub();
    handlers = settingsHandlers(club.core);
  });
  afterEach(() => club.close());
  const get = () => handlers['settings.get']({}, club.caller);
  const update = (patch: Input<'settings.update'>['patch']) => handlers['settings.update']({ patch }, club.caller);

  it('are what is promised before anybody has said anything', () => {
    assert.deepEqual(get(), { language: 'sv', country: 'SE', undoSeconds: 0, club: '', practice: false });
  });

  it('keep what is said and leave the rest', () => {
    update({ country: 'FI', club: 'Idrottsföreningen Rödd' });
    update({ language: 'en' });
    update({ undoSeconds: 30 });
    assert.deepEqual(get(), {
      language: 'en',
      country: 'FI',
      undoSeconds: 30,
      club: 'Idrottsföreningen Rödd',
      practice: false,
    });
  });

  it('take no country that does not exist, and nothing of what came with it', () => {
    assert.throws(
      () => update({ language: 'en', country: 'XX' }),
      (error) => error instanceof Problem && error.code === 'invalid-input' && error.detail.field === 'patch.country',
    );
    assert.deepEqual(get(), { language: 'sv', country: 'SE', undoSeconds: 0, club: '', practice: false });
  });

  it('decide how a national number is read', async () => {
    update({ country: 'NO' });
    const id = await club.addMember({ phone: '406 12 345' });
    assert.equal((await club.call('members.get', { id })).phone, '+4740612345');
  });

  it('tell the log which they were and who said so, and the screens', () => {
    club.announced.length = 0;
    update({ club: 'Rödd IF', undoSeconds: 10 });
    assert.deepEqual(club.sql("SELECT reason FROM event WHERE kind = 'setting-changed' AND user_id IS NOT NULL"), [
      'club,undoSeconds',
    ]);
    assert.ok(club.announced.includes('settings'));
    assert.ok(club.announced.includes('log'));
  });

  it('say nothing in the log where nothing is said', () => {
    update({});
    assert.deepEqual(club.sql("SELECT count(*) FROM event WHERE kind = 'setting-changed'"), [0]);
  });

  it('are read as their default where nothing is kept, and never as something they cannot be', () => {
    assert.equal(readSetting(club.database.read, 'port'), null);
    assert.equal(readSetting(club.database.read, 'paused'), false);
    club.database.write([], (db) => writeSetting(db, 'aliveAt', 12));
    assert.equal(readSetting(club.database.read, 'aliveAt'), 12);
    club.database.write([], (db) => db.prepare(`UPDATE setting SET value = '"twelve"' WHERE key = 'aliveAt'`).run());
    assert.throws(() => readSetting(club.database.read, 'aliveAt'));
  });
});
