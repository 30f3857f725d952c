/**
 * A practice modem on a pseudo-terminal, for use by hand and by tests that kill the program under test:
 *
 *   node test/support/pty-modem-cli.ts --path /tmp/modem [--number +46…] [--pin 1234] [--submit-ms 40]
 *
 * Reads one JSON object per line and ends when its input does. Understood: {"sms":{"from","text","order"?}},
 * {"habits":{…}} (electron/modem/practice/habits.ts), {"unplug":{"againAfterMs"?}}, {"plugIn":true}, {"phones":true}.
 * Writes {"ready":…}, {"received":…} for every text on a telephone, {"malformed":…} and {"phones":…}.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../../electron/clock.ts';
import type { Habits } from '../../electron/modem/practice/habits.ts';
import { createPracticeModem, type PracticeModem } from '../../electron/modem/practice/practice-modem.ts';
import { exposeOnPty } from './pty-modem.ts';

const Order = z.union([
  z.strictObject({ sms: z.object({ from: z.string(), text: z.string(), order: z.array(z.number()).optional() }) }),
  // Habits come from the tests' own files and are typed there.
  z.strictObject({ habits: z.custom<Partial<Habits>>((value) => typeof value === 'object' && value !== null) }),
  z.strictObject({ unplug: z.object({ againAfterMs: z.number().optional() }) }),
  z.strictObject({ plugIn: z.literal(true) }),
  z.strictObject({ phones: z.literal(true) }),
]);

const { values } = parseArgs({
  options: {
    path: { type: 'string' },
    number: { type: 'string', default: '+46700000100' },
    pin: { type: 'string' },
    'submit-ms': { type: 'string', default: '40' },
  },
});
if (!values.path) throw new Error('--path is missing');

const modem = createPracticeModem({
  clock: systemClock,
  numbering: {
    ownNumber: values.number,
    iccid: '8946070000000000017',
    imsi: '240990000000017',
    imei: '490154203237518',
    ...(values.pin === undefined ? {} : { pin: values.pin }),
  },
  habits: { submitMs: Number(values['submit-ms']) },
});

const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Calls `tell` for what the telephones and the network got since the last time. */
function tellNews(): () => void {
  const told = new Map<string, number>();
  let malformed = 0;
  return () => {
    for (const { number, inbox } of modem.network.telephones()) {
      const texts = inbox();
      for (const text of texts.slice(told.get(number) ?? 0)) tell({ received: { to: number, ...text } });
      told.set(number, texts.length);
    }
    for (const refused of modem.network.malformed.slice(malformed)) tell({ malformed: refused });
    malformed = modem.network.malformed.length;
  };
}

function obey(target: PracticeModem, line: string): void {
  const order = Order.parse(JSON.parse(line));
  if ('sms' in order) {
    const { from, text, order: parts } = order.sms;
    target.network.telephone(from).send(text, parts ? { order: parts } : {});
  } else if ('habits' in order) Object.assign(target.habits, order.habits);
  else if ('unplug' in order) target.unplug(order.unplug.againAfterMs);
  else if ('plugIn' in order) target.plugIn();
  else tell({ phones: target.network.telephones().map(({ number, inbox }) => ({ number, inbox: inbox() })) });
}

modem.network.onChange(tellNews());
const exposed = await exposeOnPty(modem, values.path);
tell({ ready: { path: exposed.path } });

const orders = createInterface({ input: process.stdin });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => orders.close());
for await (const line of orders) {
  try {
    obey(modem, line);
  } catch (error) {
    tell({ error: String(error) });
  }
}
await exposed.close();
// A read of the input may still be under way, and would keep the process.
process.exit(0);
