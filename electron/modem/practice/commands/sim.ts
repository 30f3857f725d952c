import { readArguments } from '../command-line.ts';
import type { Device } from '../device.ts';
import { fail, type Outcome, ok } from '../outcome.ts';
import { BAD_ARGUMENTS, type Handler, type HandlerTable, NOT_SUPPORTED, quoted, withSim } from './handler.ts';

/** TS 27.007 §7.1, §7.4, §8.3: the subscription and its PIN. */
export const SIM_COMMANDS: HandlerTable = {
  '+CPIN': pin,
  '+CPINR': ({ sim }) =>
    sim ? ok(`+CPINR: SIM PIN,${sim.pinTriesLeft()},3`, `+CPINR: SIM PUK,${sim.pukTriesLeft()},10`) : fail({ cme: 10 }),
  '+CLCK': lock,
  '+CIMI': withSim(({ sim }) => ok(sim?.imsi ?? '')),
  // The ICCID can be read before the PIN (TS 31.102 §4.2.1: EF_ICCID is readable always).
  '+CCID': (device) => iccid(device, '+CCID'),
  '+ICCID': (device) => iccid(device, '+ICCID'),
  '^ICCID': (device) => iccid(device, '^ICCID'),
  '+CNUM': withSim((device) => {
    const number = device.sim?.ownNumber;
    return number ? ok(`+CNUM: ${quoted(device, '')},${quoted(device, number)},145`) : ok();
  }),
};

function iccid({ sim }: Device, name: string): Outcome {
  return sim ? ok(`${name}: ${sim.iccid}`) : fail({ cme: 10 });
}

function pin(...[device, { form, value }]: Parameters<Handler>): Outcome {
  const { sim } = device;
  if (!sim) return fail({ cme: 10 });
  if (form === 'test') return ok();
  if (form === 'read') return device.simBusy ? fail({ cme: 14 }) : ok(`+CPIN: ${sim.state()}`);
  if (form !== 'set') return BAD_ARGUMENTS;
  const [first = '', second] = readArguments(value);
  if (sim.state() === 'READY') return fail({ cme: 3 });
  const opened = sim.state() === 'SIM PIN' ? sim.enterPin(first) : second !== undefined && sim.unblock(first, second);
  if (!opened) return fail({ cme: sim.state() === 'SIM PUK' ? 12 : 16 });
  wake(device);
  return ok();
}

/** A SIM is busy reading itself for seconds after its PIN. */
function wake(device: Device): void {
  const { clock, habits, sim } = device;
  if (habits.simBusyMs === 0) {
    device.askNetwork();
    return;
  }
  device.simBusy = true;
  clock.after(habits.simBusyMs, () => {
    if (device.sim !== sim) return;
    device.simBusy = false;
    device.askNetwork();
  });
}

function lock(...[device, { form, value }]: Parameters<Handler>): Outcome {
  if (form === 'test') return ok('+CLCK: ("SC")');
  const [facility = '', mode, password = ''] = readArguments(value);
  if (facility.toUpperCase() !== 'SC') return NOT_SUPPORTED;
  const { sim } = device;
  if (!sim) return fail({ cme: 10 });
  if (mode === '2') return ok(`+CLCK: ${sim.asksPin() ? 1 : 0}`);
  if (mode !== '0' && mode !== '1') return BAD_ARGUMENTS;
  return sim.askPin(mode === '1', password) ? ok() : fail({ cme: sim.state() === 'SIM PUK' ? 12 : 16 });
}
