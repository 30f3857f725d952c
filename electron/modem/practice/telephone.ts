import { textOf } from '../pdu/text.ts';
import type { Submit, UserData } from '../pdu/types.ts';
import type { Cutting } from './telephone-text.ts';

/** A text as a telephone shows it. */
export interface ShownText {
  /** Who it came from; '' where the sender has no number. */
  from: string;
  text: string;
  /** Epoch milliseconds when its last missing part came. */
  at: number;
}

export interface SendOptions extends Partial<Cutting> {
  /** To whom; the only modem's number where absent. */
  to?: string;
  /** The centre's time stamp, epoch milliseconds; now where absent. */
  sentAt?: number;
  /** Which parts go now and in which order, counted from 1; a part may stand twice. All in order where absent. */
  order?: number[];
  flash?: boolean;
}

/** A text on its way; what `order` left out can follow. */
export interface SentText {
  parts: number;
  /** Sends one part, counted from 1, now. */
  sendPart(sequence: number): void;
}

/** What becomes of the texts that a telephone is sent, and of the reports on them. */
export interface TelephoneHabits {
  /** Switched off: the network keeps its texts until it is on again. */
  on: boolean;
  /** TP-ST of the status report when a text has come (3GPP TS 23.040 §9.2.3.15); null where its operator sends none. */
  reportStatus: number | null;
  /** From the text's arrival to its report. */
  reportMs: number;
}

export interface Telephone {
  readonly number: string;
  readonly habits: Readonly<TelephoneHabits>;
  /** Texts a modem. Throws where there is no modem with that number. */
  send(text: string, options?: SendOptions): SentText;
  /** Whole texts, oldest first. */
  inbox(): readonly ShownText[];
  /** How many long texts miss parts. */
  incomplete(): number;
  change(habits: Partial<TelephoneHabits>): void;
}

/** The receiving half of a telephone: joins parts and shows whole texts. */
export interface TextInbox {
  receive(from: string, submit: Submit, at: number): void;
  shown(): readonly ShownText[];
  incomplete(): number;
}

export function createTextInbox(): TextInbox {
  const shown: ShownText[] = [];
  const waiting = new Map<string, Map<number, UserData>>();

  return {
    receive(from, { userData }, at) {
      const concat = userData.header?.concat;
      if (!concat) {
        shown.push({ from, text: textOf([userData]), at });
        return;
      }
      const key = `${from} ${concat.bits} ${concat.reference} ${concat.total}`;
      const parts = waiting.get(key) ?? new Map<number, UserData>();
      waiting.set(key, parts.set(concat.sequence, userData));
      if (parts.size < concat.total) return;
      waiting.delete(key);
      const inOrder = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
      shown.push({ from, text: textOf(inOrder), at });
    },
    shown: () => shown,
    incomplete: () => waiting.size,
  };
}
