import type { Clock } from '../../clock.ts';
import { encodeDeliver, encodeStatusReport } from '../pdu/encode.ts';
import type { Address, Submit } from '../pdu/types.ts';
import type { DownlinkPdu, Taken } from './receiving.ts';
import { createTextInbox, type SendOptions, type SentText, type Telephone, type TelephoneHabits } from './telephone.ts';
import { telephoneParts } from './telephone-text.ts';

/** The invented mobile network: telephones on one side, practice modems on the other. */
export interface PracticeNetwork {
  /** The telephone with that number (E.164, a short number or letters); made when first asked for. */
  telephone(number: string): Telephone;
  /** All there are, in the order they were made. */
  telephones(): Telephone[];
  /** Every SMS-SUBMIT the network accepted, in order: one per part. */
  readonly submits: readonly AcceptedSubmit[];
  /** Every SMS-SUBMIT it refused, for its octets made no sense. */
  readonly malformed: readonly { hex: string; error: string; at: number }[];
  /** TPDUs kept for modems that are full or out of reach. */
  waiting(): number;
  /** Sends any octets to the modem with that number (the only one where absent), whatever they are. */
  sendRaw(pdu: DownlinkPdu, to?: string): void;
  /** Called after every change of a telephone, an accepted or a refused submit; the returned function ends it. */
  onChange(listener: () => void): () => void;
  attach(radio: Radio): NetworkLink;
  recordMalformed(hex: string, error: string): void;
}

export interface AcceptedSubmit {
  /** E.164 where the number has a country. */
  to: string;
  from: string;
  /** TP-MR as the modem gave it. */
  reference: number;
  submit: Submit;
  hex: string;
  at: number;
}

/** A modem as the network reaches it. */
export interface Radio {
  ownNumber(): string | null;
  take(pdu: DownlinkPdu): Taken;
}

export interface NetworkLink {
  accept(sent: { submit: Submit; hex: string; reference: number }): void;
  /** In reach again, or there is room again: what waits is tried in order. */
  tryAgain(): void;
}

const CENTRE = '+46705008999';

/** `tzQuarters`: the centre's zone, in quarters of an hour east of UTC. */
export function createPracticeNetwork({
  clock,
  tzQuarters = 4,
}: {
  clock: Clock;
  tzQuarters?: number;
}): PracticeNetwork {
  const modems: AttachedModem[] = [];
  const telephones = new Map<string, PracticeTelephone>();
  const listeners = new Set<() => void>();
  const submits: AcceptedSubmit[] = [];
  const malformed: { hex: string; error: string; at: number }[] = [];
  let reference = 0;

  const changed = () => {
    for (const listener of listeners) listener();
  };

  const modemOf = (number?: string): AttachedModem => {
    const found = modems.filter(({ radio }) => number === undefined || radio.ownNumber() === number);
    const [modem, another] = found;
    if (!modem || another) throw new RangeError(`No one modem has the number ${number ?? 'asked for'}`);
    return modem;
  };

  const send = (from: string, text: string, options: SendOptions): SentText => {
    const { sentAt = clock.now(), flash = false, bits = 8, cutsPairs = false } = options;
    const modem = modemOf(options.to);
    reference = (reference + 1) % 65536;
    const parts = telephoneParts(text, { reference: options.reference ?? reference, bits, cutsPairs });
    const sendPart = (sequence: number) => {
      const part = parts[sequence - 1];
      if (!part) throw new RangeError(`The text has ${parts.length} parts`);
      const pdu = encodeDeliver({ smsc: CENTRE, from, sentAt, tzQuarters, part, flash });
      modem.queue.push({ kind: 'deliver', ...pdu });
      modem.tryAgain();
    };
    for (const sequence of options.order ?? parts.map((_, place) => place + 1)) sendPart(sequence);
    changed();
    return { parts: parts.length, sendPart };
  };

  const telephone = (number: string): PracticeTelephone => {
    const known = telephones.get(number);
    if (known) return known;
    const made = createTelephone(clock, number, (text, options) => send(number, text, options), changed);
    telephones.set(number, made);
    return made;
  };

  const report = (modem: AttachedModem, sent: AcceptedSubmit, status: number) => {
    const recipient = sent.submit.to.value;
    const times = { sentAt: sent.at, dischargedAt: clock.now(), tzQuarters };
    const pdu = encodeStatusReport({ smsc: CENTRE, reference: sent.reference, recipient, ...times, status });
    modem.queue.push({ kind: 'status-report', ...pdu });
    modem.tryAgain();
  };

  return {
    telephone,
    telephones: () => [...telephones.values()],
    submits,
    malformed,
    waiting: () => modems.reduce((sum, modem) => sum + modem.queue.length, 0),
    sendRaw(pdu, to) {
      const modem = modemOf(to);
      modem.queue.push(pdu);
      modem.tryAgain();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach(radio) {
      const modem = attachedModem(radio);
      modems.push(modem);
      return {
        tryAgain: modem.tryAgain,
        accept({ submit, hex, reference: given }) {
          const to = numberOf(submit.to);
          const sent = { to, from: radio.ownNumber() ?? '', reference: given, submit, hex, at: clock.now() };
          submits.push(sent);
          telephone(to).receive(sent, (status) => report(modem, sent, status));
          changed();
        },
      };
    },
    recordMalformed(hex, error) {
      malformed.push({ hex, error, at: clock.now() });
      changed();
    },
  };
}

interface AttachedModem {
  radio: Radio;
  queue: DownlinkPdu[];
  tryAgain(): void;
}

function attachedModem(radio: Radio): AttachedModem {
  const queue: DownlinkPdu[] = [];
  const tryAgain = () => {
    for (let next = queue[0]; next !== undefined && radio.take(next) === 'taken'; next = queue[0]) queue.shift();
  };
  return { radio, queue, tryAgain };
}

interface PracticeTelephone extends Telephone {
  /** A text for it; `report` is called with TP-ST where the sender asked for a report. */
  receive(sent: AcceptedSubmit, report: (status: number) => void): void;
}

function createTelephone(
  clock: Clock,
  number: string,
  send: (text: string, options: SendOptions) => SentText,
  changed: () => void,
): PracticeTelephone {
  const inbox = createTextInbox();
  const habits: TelephoneHabits = { on: true, reportStatus: 0, reportMs: 0 };
  let kept: (() => void)[] = [];

  const show = ({ from, submit }: AcceptedSubmit, report: (status: number) => void) => {
    inbox.receive(from, submit, clock.now());
    const { reportStatus, reportMs } = habits;
    if (submit.statusReportRequested && reportStatus !== null) clock.after(reportMs, () => report(reportStatus));
  };

  return {
    number,
    habits,
    send: (text, options = {}) => send(text, options),
    inbox: inbox.shown,
    incomplete: inbox.incomplete,
    change(wanted) {
      Object.assign(habits, wanted);
      if (!habits.on) return;
      const waiting = kept;
      kept = [];
      for (const arrive of waiting) arrive();
      if (waiting.length > 0) changed();
    },
    receive(sent, report) {
      if (habits.on) show(sent, report);
      else kept.push(() => show(sent, report));
    },
  };
}

/** The telephone a TP-DA means: a Swedish national number gets its country. */
export function numberOf({ value, ton }: Address): string {
  if (value.startsWith('+') || !/^\d+$/.test(value)) return value;
  if (value.startsWith('00')) return `+${value.slice(2)}`;
  if (value.startsWith('0') || ton === 2) return `+46${value.replace(/^0/, '')}`;
  return value;
}
