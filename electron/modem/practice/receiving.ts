import type { EncodedPdu } from '../line.ts';
import { type Device, simProblem } from './device.ts';
import type { MemoryName, Slot } from './storage.ts';

/** A TPDU on its way from the network to a modem. */
export interface DownlinkPdu extends EncodedPdu {
  kind: 'deliver' | 'status-report';
}

/** `later`: no room, not in reach, or the one before is not acknowledged; the network keeps it. */
export type Taken = 'taken' | 'later';

/** Stores or routes one TPDU as +CNMI says (TS 27.005 §3.4.1) and announces it. */
export function receivePdu(device: Device, message: DownlinkPdu, announce: (...lines: string[]) => void): Taken {
  if (!device.registered() || simProblem(device)) return 'later';
  if (device.awaitsAck) return 'later';
  const [mode, mt, , ds] = device.settings.cnmi;
  const tell = (...lines: string[]) => {
    if (mode !== 0) announce(...lines);
  };
  return message.kind === 'deliver' ? receiveText(device, message, mt, tell) : receiveReport(device, message, ds, tell);
}

type Tell = (...lines: string[]) => void;

function receiveText(device: Device, { hex, length }: DownlinkPdu, mt: number, tell: Tell): Taken {
  if (mt === 2) return route(device, tell, `+CMT: ,${length}`, hex);
  const stored = store(device, { stat: 0, hex, length });
  if (!stored) return 'later';
  if (mt === 1) tell(`+CMTI: "${stored.memory}",${stored.index}`);
  return 'taken';
}

/** Without <ds> the modem takes a report and tells nobody. */
function receiveReport(device: Device, { hex, length }: DownlinkPdu, ds: number, tell: Tell): Taken {
  if (ds === 0) return 'taken';
  if (ds === 1) return route(device, tell, `+CDS: ${length}`, hex);
  const stored = store(device, { stat: 0, hex, length });
  if (!stored) return 'later';
  tell(`+CDSI: "${stored.memory}",${stored.index}`);
  return 'taken';
}

/** Under +CSMS=1 the next one waits for +CNMA (TS 27.005 §3.2.1). */
function route(device: Device, tell: Tell, ...lines: string[]): Taken {
  tell(...lines);
  device.awaitsAck = device.settings.csms === 1;
  return 'taken';
}

/** Into <mem3>. */
function store(device: Device, message: Omit<Slot, 'index'>): { memory: MemoryName; index: number } | null {
  const memory = device.memory(device.settings.memories[2]);
  const slot = memory?.put(message);
  return memory && slot ? { memory: memory.name, index: slot.index } : null;
}
