import { readArguments, readNumber } from '../command-line.ts';
import { freshSettings, type Settings } from '../device.ts';
import { ok } from '../outcome.ts';
import { accept, BAD_ARGUMENTS, type Handler, type HandlerTable, numberSetting } from './handler.ts';

const CHARSETS = ['GSM', 'IRA', 'UCS2'] as const;

/** V.250 and TS 27.007 §5, §8.2, §9.1: the modem itself. */
export const GENERAL_COMMANDS: HandlerTable = {
  E: flag('echo', (on) => on),
  V: flag('verbose', (on) => on),
  Q: flag('quiet', (on) => on),
  Z: reset,
  '&F': reset,
  '&C': accept,
  '&D': accept,
  '&W': accept,
  H: accept,
  X: accept,
  S: accept,
  L: accept,
  M: accept,
  I: ({ profile, imei }) =>
    ok(
      `Manufacturer: ${profile.manufacturer}`,
      `Model: ${profile.model}`,
      `Revision: ${profile.revision}`,
      `IMEI: ${imei}`,
      '+GCAP: +CGSM',
    ),
  '+GCAP': () => ok('+GCAP: +CGSM'),
  '+GMI': ({ profile }) => ok(profile.manufacturer),
  '+GMM': ({ profile }) => ok(profile.model),
  '+GMR': ({ profile }) => ok(profile.revision),
  '+GSN': ({ imei }) => ok(imei),
  '+CGMI': identity(({ profile }) => ok(profile.manufacturer)),
  '+CGMM': identity(({ profile }) => ok(profile.model)),
  '+CGMR': identity(({ profile }) => ok(profile.revision)),
  '+CGSN': identity(({ imei }) => ok(imei)),
  '+CMEE': numberSetting('cmee', [0, 1, 2]),
  '+CLIP': numberSetting('clip', [0, 1]),
  '+IPR': (_, { form }) => (form === 'read' ? ok('+IPR: 0') : ok()),
  '+CSCS': charset,
  '+CFUN': radio,
};

function flag(key: 'echo' | 'verbose' | 'quiet', read: (on: boolean) => boolean): Handler {
  return (device, { value }) => {
    if (!['', '0', '1'].includes(value)) return BAD_ARGUMENTS;
    device.settings[key] = read(value === '1');
    return ok();
  };
}

function reset(device: Parameters<Handler>[0]): ReturnType<Handler> {
  const { cfun, memories } = device.settings;
  device.settings = { ...freshSettings(), cfun, memories };
  return ok();
}

/** The test form of an identity command says only that it exists. */
function identity(handler: Handler): Handler {
  return (device, command) => (command.form === 'test' ? ok() : handler(device, command));
}

function charset(...[device, { form, value }]: Parameters<Handler>): ReturnType<Handler> {
  if (form === 'read') return ok(`+CSCS: "${device.settings.charset}"`);
  if (form === 'test') return ok(`+CSCS: (${CHARSETS.map((name) => `"${name}"`).join(',')})`);
  const wanted = readArguments(value)[0]?.toUpperCase();
  const found: Settings['charset'] | undefined = CHARSETS.find((name) => name === wanted);
  if (!found) return BAD_ARGUMENTS;
  device.settings.charset = found;
  return ok();
}

/** +CFUN: 0 and 4 turn the radio off, `1,1` restarts the modem (TS 27.007 §8.2). */
function radio(...[device, { form, value }]: Parameters<Handler>): ReturnType<Handler> {
  if (form === 'read') return ok(`+CFUN: ${device.settings.cfun}`);
  if (form === 'test') return ok('+CFUN: (0,1,4),(0,1)');
  const [fun, restart] = readArguments(value).map((argument) => readNumber(argument));
  if (fun !== 0 && fun !== 1 && fun !== 4) return BAD_ARGUMENTS;
  device.settings.cfun = fun;
  if (restart === 1) device.restart();
  else if (fun === 1) device.askNetwork();
  return ok();
}
