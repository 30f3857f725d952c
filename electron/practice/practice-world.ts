import type { Clock } from '../clock.ts';
import type { Port } from '../modem/port.ts';
import { createPracticeModem } from '../modem/practice/practice-modem.ts';

/** Numbers that the Swedish regulator keeps free for fiction (070-174 06 05 to 06 99): nobody's telephone rings. */
const FIRST_NUMBER = 4_670_174_0605;
const OWN_NUMBER = '+46701740699';
const NUMBERS = 94;
/** A modem takes seconds; so long that a send-out can be watched, and so short that it can be waited for. */
const SUBMIT_MS = 150;

export interface PracticePhone {
  number: string;
  received: { text: string; at: number; from: string }[];
  sent: { text: string; at: number }[];
}

/** The practice modem with the telephones around it. */
export interface PracticeWorld {
  openPort(): Promise<Port>;
  /** A text from a telephone to the club's number; `from` is E.164, a short number or letters. */
  text(from: string, text: string): void;
  phones(): PracticePhone[];
  /** A telephone more, with a number nobody else has. */
  addPhone(taken: ReadonlySet<string>): string;
  setUnplugged(unplugged: boolean): void;
  onChange(listener: () => void): void;
}

export function createPracticeWorld(clock: Clock): PracticeWorld {
  const modem = createPracticeModem({
    clock,
    numbering: {
      ownNumber: OWN_NUMBER,
      iccid: '8946990000000000017',
      imsi: '240990000000017',
      imei: '350000000000014',
    },
    habits: { submitMs: SUBMIT_MS },
  });
  const sent = new Map<string, { text: string; at: number }[]>();
  const listeners = new Set<() => void>();
  let unplugged = false;
  return {
    openPort: async () => modem.open(),
    text(from, text) {
      const before = sent.get(from) ?? [];
      // Stamps count seconds: two equal texts with one stamp would be the same message delivered twice.
      const sentAt = Math.max(clock.now(), (before.at(-1)?.at ?? 0) + 1000);
      sent.set(from, [...before, { text, at: sentAt }]);
      modem.network.telephone(from).send(text, { sentAt });
    },
    phones: () =>
      modem.network.telephones().map((phone) => ({
        number: phone.number,
        received: phone.inbox().map(({ text, at, from }) => ({ text, at, from })),
        sent: sent.get(phone.number) ?? [],
      })),
    addPhone(taken) {
      const known = new Set([...taken, ...modem.network.telephones().map(({ number }) => number)]);
      const free = Array.from({ length: NUMBERS }, (_, step) => `+${FIRST_NUMBER + step}`).find(
        (number) => !known.has(number),
      );
      const number = free ?? `+${FIRST_NUMBER}`;
      modem.network.telephone(number);
      for (const listener of listeners) listener();
      return number;
    },
    setUnplugged(wanted) {
      if (wanted === unplugged) return;
      unplugged = wanted;
      if (wanted) modem.unplug();
      else modem.plugIn();
    },
    onChange(listener) {
      listeners.add(listener);
      modem.network.onChange(listener);
    },
  };
}
