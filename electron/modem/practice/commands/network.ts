import { readArguments, readNumber } from '../command-line.ts';
import type { Device } from '../device.ts';
import { fail, type Outcome, ok } from '../outcome.ts';
import { accept, BAD_ARGUMENTS, type Handler, type HandlerTable, numberSetting, quoted } from './handler.ts';

/** TS 27.007 §7.2, §7.3, §8.5, §10.1: registration, operator and signal. */
export const NETWORK_COMMANDS: HandlerTable = {
  '+CREG': registration('creg'),
  '+CGREG': registration('cgreg'),
  '+CEREG': registration('cereg'),
  '+CGATT': (device, { form }) => (form === 'read' ? ok(`+CGATT: ${device.registered() ? 1 : 0}`) : ok()),
  '+CSQ': (device, { form }) => (form === 'test' ? ok('+CSQ: (0-31,99),(99)') : ok(`+CSQ: ${device.habits.signal},99`)),
  '+COPS': operator,
  '+CGSMS': numberSetting('cgsms', [0, 1, 2, 3]),
  '+CUSD': accept,
};

function registration(key: 'creg' | 'cgreg' | 'cereg'): Handler {
  const keep = numberSetting(key, [0, 1, 2]);
  return (device, command) => {
    if (command.form !== 'read') return keep(device, command);
    const stat = registrationOf(device);
    const place = device.settings[key] === 2 && stat !== 0 ? ',"00C3","0000A1B2"' : '';
    return ok(`${command.name}: ${device.settings[key]},${stat}${place}`);
  };
}

/** <stat> of +CREG (TS 27.007 §7.2). */
export function registrationOf(device: Device): number {
  return device.settings.cfun === 1 && device.sim?.state() === 'READY' ? device.habits.registration : 0;
}

function operator(...[device, { form, value }]: Parameters<Handler>): Outcome {
  const { profile, settings } = device;
  const code = `"${profile.operatorCode}"`;
  if (form === 'test') return ok(`+COPS: (2,${quoted(device, profile.operator)},,${code},2),,(0,3),(0,2)`);
  if (form === 'read') {
    if (!device.registered()) return ok('+COPS: 0');
    const name = settings.copsFormat === 2 ? code : quoted(device, profile.operator);
    return ok(`+COPS: 0,${settings.copsFormat},${name},2`);
  }
  const [mode, format] = readArguments(value).map((argument) => readNumber(argument));
  if (mode === 0) return ok();
  if (mode !== 3) return fail({ cme: 4 });
  if (format !== 0 && format !== 1 && format !== 2) return BAD_ARGUMENTS;
  settings.copsFormat = format;
  return ok();
}
