import { type AtCommand, readNumber } from '../command-line.ts';
import { type Device, type Settings, simProblem } from '../device.ts';
import { fail, type Outcome, ok } from '../outcome.ts';

export type Handler = (device: Device, command: AtCommand) => Outcome;
export type HandlerTable = Record<string, Handler>;

/** Wrong arguments (27.007 §9.2.1). */
export const BAD_ARGUMENTS = fail({ cme: 50 });
export const NOT_SUPPORTED = fail({ cme: 4 });

/** Accepts whatever is asked and changes nothing. */
export const accept: Handler = () => ok();

type NumberSetting = 'cmee' | 'cmms' | 'csms' | 'creg' | 'cgreg' | 'cereg' | 'cgsms' | 'clip';

/** A command that keeps one number: read, listed and set in the usual forms. */
export function numberSetting(key: NumberSetting & keyof Settings, allowed: number[]): Handler {
  return (device, command) => {
    if (command.form === 'read') return ok(`${command.name}: ${device.settings[key]}`);
    if (command.form === 'test') return ok(`${command.name}: (${allowed.join(',')})`);
    const value = readNumber(command.value);
    if (command.form !== 'set' || value === null || !allowed.includes(value)) return BAD_ARGUMENTS;
    device.settings[key] = value;
    return ok();
  };
}

/** What the SIM must be ready for, with codes of +CME ERROR. */
export function withSim(handler: Handler): Handler {
  return (device, command) => {
    const problem = simProblem(device);
    return problem ? fail({ cme: problem.cme }) : handler(device, command);
  };
}

/** The same with codes of +CMS ERROR, for the commands of TS 27.005. */
export function withSimForSms(handler: Handler): Handler {
  return (device, command) => {
    const problem = simProblem(device);
    return problem ? fail({ cms: problem.cms }) : handler(device, command);
  };
}

/** A string of the modem's in the character set that +CSCS chose (TS 27.007 §5.5), with its quotes. */
export function quoted(device: Device, text: string): string {
  if (device.settings.charset !== 'UCS2') return `"${text}"`;
  const hex = [...text].map((character) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));
  return `"${hex.join('')}"`;
}

/** The other way: what a client wrote between quotes. */
export function unquoted(device: Device, text: string): string {
  if (device.settings.charset !== 'UCS2' || !/^([0-9a-f]{4})+$/i.test(text)) return text;
  return (text.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
