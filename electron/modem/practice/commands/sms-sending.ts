import { readArguments, readNumber } from '../command-line.ts';
import type { Device } from '../device.ts';
import { after, fail, type Outcome, ok } from '../outcome.ts';
import type { Memory } from '../storage.ts';
import { type Handler, type HandlerTable, withSimForSms } from './handler.ts';
import { readMemory } from './sms-storage.ts';

/** TS 27.005 §3.5, §4.3 to §4.7: texts out, drafts and acknowledgements, in PDU mode. */
export const SMS_SENDING: HandlerTable = {
  '+CMGS': withSimForSms(send),
  '+CMGW': withSimForSms(write),
  '+CMSS': withSimForSms(sendStored),
  '+CNMA': withSimForSms(acknowledge),
};

/** The most TPDU octets an SMS-SUBMIT has (3GPP TS 23.040 §9.2.2.2: 24 before TP-UD, 140 in it). */
const MOST_OCTETS = 164;

function send(...[device, { form, value }]: Parameters<Handler>): Outcome {
  if (form === 'test') return ok();
  const length = readNumber(value);
  if (length === null || length < 1 || length > MOST_OCTETS) return fail({ cms: 304 });
  return prompt(device, (text) => device.submit(text, length, '+CMGS'));
}

function write(...[device, { form, value }]: Parameters<Handler>): Outcome {
  if (form === 'test') return ok();
  const [length, stat] = readArguments(value).map((argument) => readNumber(argument, 2));
  if (length == null || length > MOST_OCTETS || (stat !== undefined && stat !== 2 && stat !== 3)) {
    return fail({ cms: 304 });
  }
  return prompt(device, (hex) => {
    if (!/^([0-9A-F]{2})+$/i.test(hex)) return fail({ cms: 304 });
    const slot = writeMemory(device).put({ stat: stat ?? 2, hex: hex.toUpperCase(), length });
    return slot ? ok(`+CMGW: ${slot.index}`) : fail({ cms: 322 });
  });
}

function sendStored(...[device, { form, value }]: Parameters<Handler>): Outcome {
  if (form === 'test') return ok();
  const index = readNumber(readArguments(value)[0]);
  const memory = writeMemory(device);
  const slot = index === null ? 'no-such' : memory.at(index);
  if (slot === null || slot === 'no-such') return fail({ cms: 321 });
  const sent = (outcome: Outcome): Outcome => {
    if (outcome.kind === 'wait') return { ...outcome, next: () => sent(outcome.next()) };
    if (outcome.kind === 'done' && outcome.end === 'ok') memory.plant({ ...slot, stat: 3 });
    return outcome;
  };
  return sent(device.submit(slot.hex, slot.length, '+CMSS'));
}

/** Only under +CSMS=1, and once for each routed message (TS 27.005 §3.4.4). */
function acknowledge(...[device, { form }]: Parameters<Handler>): Outcome {
  if (form === 'test') return ok('+CNMA: (0-2)');
  if (!device.awaitsAck) return fail({ cms: 340 });
  device.awaitsAck = false;
  device.askNetwork();
  return ok();
}

function prompt(device: Device, next: (text: string) => Outcome): Outcome {
  return after(device.habits.promptMs, () => ({ kind: 'text', next }));
}

/** <mem2>. */
function writeMemory(device: Device): Memory {
  return device.memory(device.settings.memories[1]) ?? readMemory(device);
}
