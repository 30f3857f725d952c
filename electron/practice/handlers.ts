import type { Handlers } from '../contract/index.ts';
import { Problem } from '../contract/problems.ts';
import type { Core } from '../core.ts';
import { parsePhone } from '../members/address.ts';
import { readSetting } from '../settings/settings-store.ts';
import type { PracticePhone, PracticeWorld } from './practice-world.ts';

type PracticeCalls = 'practice.sms' | 'practice.phones' | 'practice.addPhone' | 'practice.unplug' | 'practice.reset';
type PhoneRole = 'writer' | 'functionary' | 'member' | 'left' | 'none';

interface Known {
  name: string | null;
  role: PhoneRole;
}

/** Answered by a practice Samband only; `not-practice` elsewhere. Starting over is the work of whoever holds the folder. */
export function practiceHandlers(core: Core, world: PracticeWorld | null): Pick<Handlers, PracticeCalls> {
  const { database } = core;
  const here = (): PracticeWorld => {
    if (!world) throw new Problem('not-practice');
    return world;
  };

  /** Who has that number in the practice book. */
  function known(number: string): Known {
    const member = database.read
      .prepare<[string], { name: string; status: string }>(
        'SELECT name, status FROM member WHERE phone = ? ORDER BY id DESC LIMIT 1',
      )
      .get(number);
    const role = database.read
      .prepare<[string], { kind: 'writer' | 'functionary' }>(
        'SELECT kind FROM role WHERE address = ? ORDER BY kind DESC LIMIT 1',
      )
      .get(number);
    const standing = member === undefined ? 'none' : member.status === 'unsubscribed' ? 'left' : 'member';
    return { name: member?.name || null, role: role?.kind ?? standing };
  }

  const everyone = () =>
    database.read
      .prepare<[], { number: string }>(
        `SELECT phone AS number FROM member WHERE phone IS NOT NULL
         UNION SELECT address FROM role WHERE address LIKE '+%' ORDER BY number`,
      )
      .all()
      .map(({ number }) => number);

  return {
    'practice.sms': ({ from, text }) => {
      const phone = parsePhone(from, readSetting(database.read, 'country'));
      here().text(phone?.phone ?? from, text);
      return {};
    },
    'practice.phones': () => {
      const met = new Map<string, PracticePhone>(
        here()
          .phones()
          .map((phone) => [phone.number, phone]),
      );
      const silent = everyone().filter((number) => !met.has(number));
      return [...met.values(), ...silent.map((number) => ({ number, received: [], sent: [] }))].map((phone) => ({
        ...phone,
        ...known(phone.number),
      }));
    },
    'practice.addPhone': () => ({ number: here().addPhone(new Set(everyone())) }),
    'practice.unplug': ({ unplugged }) => {
      here().setUnplugged(unplugged);
      return {};
    },
    'practice.reset': () => {
      here();
      throw new Problem('forbidden');
    },
  };
}
