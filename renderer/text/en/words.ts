import type { sv } from '../sv/words.ts';
import type { Words } from '../words.ts';
import { broadcast } from './broadcast.ts';
import { broadcasts } from './broadcasts.ts';
import { common } from './common.ts';
import { decisions } from './decisions.ts';
import { firstRun } from './first-run.ts';
import { help } from './help.ts';
import { inbox } from './inbox.ts';
import { member } from './member.ts';
import { members } from './members.ts';
import { modem } from './modem.ts';
import { outcomes } from './outcomes.ts';
import { overview } from './overview.ts';
import { practice } from './practice.ts';
import { problems } from './problems.ts';
import { program } from './program.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { todos } from './todos.ts';
import { write } from './write.ts';

export const en: Words<typeof sv> = {
  broadcast,
  broadcasts,
  common,
  decisions,
  firstRun,
  help,
  inbox,
  member,
  members,
  modem,
  outcomes,
  overview,
  practice,
  problems,
  program,
  settings,
  shell,
  todos,
  write,
};
