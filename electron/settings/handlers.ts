import type { Handlers } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import { recordEvent } from '../log/events.ts';
import { isCountry } from '../members/address.ts';
import { readSetting, writeSetting } from './settings-store.ts';

export function settingsHandlers(core: Core): Pick<Handlers, 'settings.get' | 'settings.update'> {
  const { database, clock } = core;
  return {
    'settings.get': () => ({
      language: readSetting(database.read, 'language'),
      country: readSetting(database.read, 'country'),
      undoSeconds: readSetting(database.read, 'undoSeconds'),
      club: readSetting(database.read, 'club'),
      practice: readSetting(database.read, 'practice'),
    }),
    'settings.update': ({ patch }, caller) => {
      if (Object.keys(patch).length === 0) return {};
      if (patch.country !== undefined && !isCountry(patch.country))
        throw new Problem('invalid-input', { field: 'patch.country' });
      database.write(['settings', 'books', 'log'], (db) => {
        if (patch.language !== undefined) writeSetting(db, 'language', patch.language);
        if (patch.country !== undefined) writeSetting(db, 'country', patch.country);
        if (patch.undoSeconds !== undefined) writeSetting(db, 'undoSeconds', patch.undoSeconds);
        if (patch.club !== undefined) writeSetting(db, 'club', patch.club);
        recordEvent(db, {
          at: clock.now(),
          kind: 'setting-changed',
          userId: caller.userId,
          reason: Object.keys(patch).join(','),
        });
      });
      return {};
    },
  };
}
