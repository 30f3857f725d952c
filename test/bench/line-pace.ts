import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../electron/clock.ts';
import { encodeSubmit } from '../../electron/modem/pdu/encode.ts';
import type { Port } from '../../electron/modem/port.ts';
import { createPracticeModem, type PracticeModem } from '../../electron/modem/practice/practice-modem.ts';
import { createSamband } from '../../electron/samband.ts';
import { ask, silentLog } from './ask.ts';
import type { BenchRow } from './row.ts';

const SUBMIT_MS = 250;
const PEOPLE = 40;
const TEXT = 'Träningen på torsdag flyttas till Åvallen, samling kl 17.45.';

const modem = (): PracticeModem =>
  createPracticeModem({
    clock: systemClock,
    numbering: {
      ownNumber: '+46701740699',
      iccid: '8946990000000000025',
      imsi: '240990000000025',
      imei: '350000000000022',
    },
    habits: { submitMs: SUBMIT_MS },
  });

const numberOf = (person: number) => `+4670${String(2_000_000 + person)}`;

/** Milliseconds from the first to the last text the network took. */
const span = ({ network }: PracticeModem) => (network.submits.at(-1)?.at ?? 0) - (network.submits[0]?.at ?? 0);

/** A send-out of 40 through the whole program beside the same 40 texts given to the same modem by the barest of clients. */
export async function measureLinePace(): Promise<BenchRow[]> {
  const own = await bareClient();
  const ours = await wholeProgram();
  return [
    {
      what: `Send-out to ${PEOPLE} at ${SUBMIT_MS} ms per submit`,
      ours: `Samband: ${ours} ms from first to last`,
      beside: `the modem's own pace: ${own} ms`,
      ratio: `${(own / ours).toFixed(3)} of the modem's own pace`,
    },
  ];
}

async function bareClient(): Promise<number> {
  const device = modem();
  const port = device.open();
  const heard = listen(port);
  const say = async (bytes: string, until: RegExp) => {
    await port.write(Buffer.from(bytes, 'latin1'));
    await heard(until);
  };
  await say('ATE0\r', /OK/);
  await say('AT+CMGF=0\r', /OK/);
  for (let person = 0; person < PEOPLE; person += 1) {
    const part = { text: TEXT, encoding: 'gsm7' as const, concat: null };
    const pdu = encodeSubmit({ to: numberOf(person), part, validity: null, statusReport: true });
    await say(`AT+CMGS=${pdu.length}\r`, />/);
    await say(`${pdu.hex}\x1a`, /OK/);
  }
  await port.close();
  return span(device);
}

function listen(port: Port): (until: RegExp) => Promise<void> {
  let heard = '';
  let waiting: { until: RegExp; done: () => void } | null = null;
  const look = () => {
    if (!waiting?.until.test(heard)) return;
    heard = '';
    waiting.done();
    waiting = null;
  };
  port.onData((bytes) => {
    heard += Buffer.from(bytes).toString('latin1');
    look();
  });
  return (until) =>
    new Promise((done) => {
      waiting = { until, done };
      look();
    });
}

async function wholeProgram(): Promise<number> {
  const device = modem();
  const dataDir = mkdtempSync(join(tmpdir(), 'samband-bench-'));
  const samband = createSamband({
    dataDir,
    clock: systemClock,
    log: silentLog,
    modem: 'bench',
    openPort: async () => device.open(),
    listPorts: async () => [],
  });
  try {
    samband.start();
    const { id: bookId } = await ask(samband, 'books.create', { name: 'Bench' });
    for (let person = 0; person < PEOPLE; person += 1)
      await ask(samband, 'members.add', { bookId, phone: numberOf(person) });
    const all = new Promise<void>((done) => {
      device.network.onChange(() => {
        if (device.network.submits.length === PEOPLE) done();
      });
    });
    await ask(samband, 'broadcasts.send', { bookId, text: TEXT });
    await all;
    return span(device);
  } finally {
    await samband.stop(2000);
    rmSync(dataDir, { recursive: true });
  }
}
