import { readArguments, readNumber } from '../command-line.ts';
import type { Device } from '../device.ts';
import { after, fail, type Outcome, ok } from '../outcome.ts';
import type { Memory, Slot, SlotStat } from '../storage.ts';
import { type Handler, type HandlerTable, withSimForSms } from './handler.ts';

/** TS 27.005 §3.4.2, §3.4.3, §3.5.4 and §4.1: what lies in the memories, in PDU mode. */
export const SMS_STORAGE: HandlerTable = {
  '+CMGL': withSimForSms(list),
  '+CMGR': withSimForSms(read),
  '+CMGD': withSimForSms(remove),
};

const ALL = 4;

function list(...[device, { form, value }]: Parameters<Handler>): Outcome {
  if (form === 'test') return ok('+CMGL: (0-4)');
  const wanted = readNumber(value, 0);
  if (wanted === null || wanted > ALL) return fail({ cms: 302 });
  const slots = readMemory(device)
    .slots()
    .filter((slot) => wanted === ALL || slot.stat === wanted);
  return ok(...slots.flatMap((slot) => [`+CMGL: ${slot.index},${shownOnce(device, slot)},,${slot.length}`, slot.hex]));
}

function read(...[device, { form, value }]: Parameters<Handler>): Outcome {
  if (form === 'test') return ok();
  const index = readNumber(readArguments(value)[0]);
  const slot = index === null ? 'no-such' : readMemory(device).at(index);
  if (slot === 'no-such') return fail({ cms: 321 });
  if (slot) return ok(`+CMGR: ${shownOnce(device, slot)},,${slot.length}`, slot.hex);
  switch (device.profile.emptySlot) {
    case 'error':
      return fail({ cms: 321 });
    case 'only-ok':
      return ok();
    case 'zeros':
      return ok('+CMGR: 0,,0');
  }
}

/** The <stat> to show; listing a message makes it a read one. */
function shownOnce(device: Device, slot: Slot): SlotStat {
  if (slot.stat === 0) readMemory(device).plant({ ...slot, stat: 1 });
  return slot.stat;
}

/** Which <stat> each <delflag> of +CMGD takes away (TS 27.005 §3.5.4). */
const DELETES: Record<number, SlotStat[]> = { 1: [1], 2: [1, 3], 3: [1, 2, 3], 4: [0, 1, 2, 3] };

function remove(...[device, { form, value }]: Parameters<Handler>): Outcome {
  const memory = readMemory(device);
  if (form === 'test') {
    return ok(
      `+CMGD: (${memory
        .slots()
        .map((slot) => slot.index)
        .join(',')}),(0-4)`,
    );
  }
  const [index, flag] = readArguments(value).map((argument) => readNumber(argument, 0));
  if (index == null || flag === null) return fail({ cms: 302 });
  return after(device.habits.deleteMs, () => {
    const stats = flag ? DELETES[flag] : null;
    if (stats === undefined) return fail({ cms: 302 });
    if (stats === null && memory.at(index) === 'no-such') return fail({ cms: 321 });
    const doomed = stats ? memory.slots().filter((slot) => stats.includes(slot.stat)) : [{ index }];
    const freed = doomed.map((slot) => memory.empty(slot.index)).some(Boolean);
    if (freed) device.askNetwork();
    return ok();
  });
}

/** <mem1>. */
export function readMemory(device: Device): Memory {
  return device.memory(device.settings.memories[0]) ?? device.ownMemory;
}
