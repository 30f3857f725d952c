import { readArguments, readNumber } from '../command-line.ts';
import type { Device } from '../device.ts';
import { fail, type Outcome, ok } from '../outcome.ts';
import type { MemoryName } from '../storage.ts';
import { type Handler, type HandlerTable, numberSetting, quoted, unquoted, withSimForSms } from './handler.ts';

/** TS 27.005 §3.2 to §3.4: how messages are kept, shown and announced. */
export const SMS_SETTINGS: HandlerTable = {
  '+CMGF': format,
  '+CSMS': service,
  '+CMMS': numberSetting('cmms', [0, 1, 2]),
  '+CPMS': withSimForSms(memories),
  '+CNMI': announcements,
  '+CSCA': withSimForSms(serviceCentre),
};

/** PDU mode only: text mode is neither used nor offered. */
function format(...[, { form, value }]: Parameters<Handler>): Outcome {
  if (form === 'read') return ok('+CMGF: 0');
  if (form === 'test') return ok('+CMGF: (0)');
  return value === '0' || value === '' ? ok() : fail({ cms: 303 });
}

function service(...[device, command]: Parameters<Handler>): Outcome {
  const { form, value } = command;
  if (form === 'read') return ok(`+CSMS: ${device.settings.csms},1,1,1`);
  if (form === 'test') return ok('+CSMS: (0,1)');
  if (value !== '0' && value !== '1') return fail({ cms: 302 });
  device.settings.csms = Number(value);
  return ok('+CSMS: 1,1,1');
}

function memories(...[device, { form, value }]: Parameters<Handler>): Outcome {
  const { settings } = device;
  if (form === 'test') return ok('+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")');
  if (form === 'read') {
    const triples = settings.memories.map((name) => `"${name}",${usage(device, name)}`);
    return ok(`+CPMS: ${triples.join(',')}`);
  }
  const [first, second, third] = readArguments(value).map(memoryName);
  if (!first || second === null || third === null) return fail({ cms: 302 });
  settings.memories = [first, second ?? settings.memories[1], third ?? settings.memories[2]];
  return ok(`+CPMS: ${settings.memories.map((name) => usage(device, name)).join(',')}`);
}

function memoryName(argument: string): MemoryName | null {
  const name = argument.toUpperCase();
  return name === 'SM' || name === 'ME' ? name : null;
}

function usage(device: Device, name: MemoryName): string {
  const memory = device.memory(name);
  return `${memory?.used() ?? 0},${memory?.total ?? 0}`;
}

const CNMI_ALLOWED = [[0, 1, 2], [0, 1, 2], [0], [0, 1, 2], [0, 1]];

function announcements(...[device, { form, value }]: Parameters<Handler>): Outcome {
  const { cnmi } = device.settings;
  if (form === 'read') return ok(`+CNMI: ${cnmi.join(',')}`);
  if (form === 'test') return ok(`+CNMI: ${CNMI_ALLOWED.map((values) => `(${values.join(',')})`).join(',')}`);
  const given = readArguments(value);
  if (given.length > CNMI_ALLOWED.length) return fail({ cms: 302 });
  const wanted = cnmi.map((current, place) => readNumber(given[place], current));
  const [mode, mt, bm, ds, bfr] = wanted.map((number, place) =>
    number !== null && CNMI_ALLOWED[place]?.includes(number) ? number : null,
  );
  if (mode == null || mt == null || bm == null || ds == null || bfr == null) return fail({ cms: 302 });
  device.settings.cnmi = [mode, mt, bm, ds, bfr];
  return ok();
}

function serviceCentre(...[device, { form, value }]: Parameters<Handler>): Outcome {
  const { sim } = device;
  if (form === 'test' || !sim) return ok();
  if (form === 'read') return ok(`+CSCA: ${quoted(device, sim.smsc)},${sim.smsc.startsWith('+') ? 145 : 129}`);
  const number = unquoted(device, readArguments(value)[0] ?? '');
  if (!/^\+?\d{0,20}$/.test(number)) return fail({ cms: 305 });
  sim.smsc = number;
  return ok();
}
