import type { AtCommand } from '../command-line.ts';
import type { Device } from '../device.ts';
import { fail, type Outcome } from '../outcome.ts';
import { GENERAL_COMMANDS } from './general.ts';
import type { HandlerTable } from './handler.ts';
import { NETWORK_COMMANDS } from './network.ts';
import { SIM_COMMANDS } from './sim.ts';
import { SMS_SENDING } from './sms-sending.ts';
import { SMS_SETTINGS } from './sms-settings.ts';
import { SMS_STORAGE } from './sms-storage.ts';

const COMMANDS: HandlerTable = {
  ...GENERAL_COMMANDS,
  ...SIM_COMMANDS,
  ...NETWORK_COMMANDS,
  ...SMS_SETTINGS,
  ...SMS_STORAGE,
  ...SMS_SENDING,
};

/** What this modem does with one command; ERROR for one it does not know. */
export function runCommand(device: Device, command: AtCommand): Outcome {
  const handler = Object.hasOwn(COMMANDS, command.name) ? COMMANDS[command.name] : undefined;
  return handler ? handler(device, command) : fail('error');
}
