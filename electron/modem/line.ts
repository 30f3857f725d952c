/**
 * What a line (one modem with one SIM) is to the rest of the program. The driver fulfils `Line`; whoever owns
 * the database fulfils `LineOwner`. The driver holds nothing that must outlive the process.
 */
export interface Line {
  /** Opens the port and keeps it open, for ever, until `stop`. */
  start(): void;
  /** Stops after the command in flight, waiting `graceMs` at most; then closes the port. */
  stop(graceMs: number): Promise<void>;
  health(): LineHealth;
  /**
   * Hands one TPDU to the network and tells what is known of it. Never rejects. One at a time; a caller that does not
   * wait is queued. Sweeps go between submits.
   */
  submit(pdu: EncodedPdu): Promise<SubmitOutcome>;
  /**
   * Gives a PIN once. Resolves as soon as the attempt is recorded; the outcome shows in `health`. Anything but 4 to 8 digits is
   * `not-asked`: it is never written to the modem.
   */
  enterPin(pin: string, lastTry: boolean): Promise<'given' | 'not-asked' | 'last-try' | 'tried-before'>;
  /** Reads the storages now (the tests and the modem page ask for it). */
  sweepSoon(): void;
}

/** A TPDU ready for AT+CMGS: hex with the SMSC octet(s) first; `length` counts octets without them (TS 27.005 §3.5.1). */
export interface EncodedPdu {
  hex: string;
  length: number;
}

export type SubmitOutcome =
  | { kind: 'accepted'; reference: number | null }
  /** The network or the modem said no; nothing left. `code` is the +CMS ERROR number where one was given. */
  | { kind: 'rejected'; code: number | null; because: RejectClass; text: string }
  /** Nothing was handed over (no prompt, port gone before Ctrl-Z): safe to try again. */
  | { kind: 'not-sent'; text: string }
  /** Ctrl-Z was written and no answer came: it may have been sent. Never repeated by the program. */
  | { kind: 'unknown'; text: string };

/** `recipient`, `account` and `message` are final (TS 27.005 §3.2.5); `transient` may be tried again later. */
export type RejectClass = 'recipient' | 'account' | 'message' | 'transient' | 'sim';

export type LineState = 'ready' | 'starting' | 'no-sim' | 'needs-pin' | 'locked' | 'no-network' | 'unplugged' | 'error';

export interface LineHealth {
  state: LineState;
  /** A closed code the screens have words for. */
  problem: LineProblem | null;
  pinTriesLeft: number | null;
  operator: string | null;
  /** 0 to 31 as AT+CSQ counts, null where unknown (99). */
  signal: number | null;
  manufacturer: string | null;
  model: string | null;
  imei: string | null;
  /** Own number as the SIM tells it (AT+CNUM), E.164 or null. */
  ownNumber: string | null;
  smsc: string | null;
  storage: { memory: string; used: number; total: number }[];
  /** Epoch milliseconds of the last byte from the modem. */
  lastHeardAt: number | null;
}

export type LineProblem =
  | 'port-missing'
  | 'port-busy'
  | 'port-not-permitted'
  | 'port-failed'
  | 'no-answer'
  | 'not-a-modem'
  | 'sim-missing'
  | 'sim-failed'
  | 'pin-wrong'
  | 'pin-last-try'
  | 'puk-needed'
  | 'not-registered'
  | 'no-smsc'
  | 'storage-full';

export interface SimIdentity {
  /** What PINs are remembered by: the ICCID where it can be read before the PIN, else `imei:` and the modem's IMEI. */
  key: string;
  /** Tells one SIM from another; null until it can be read, on some modems only after the PIN. */
  iccid: string | null;
  imsi: string | null;
  imei: string | null;
}

/** One PDU lying in the modem, or pushed by it (+CMT, +CDS), as it came. */
export interface ReceivedPdu {
  /** Hex with the SMSC octets, as the modem printed it; not checked. */
  hex: string;
  /** TPDU octets the modem declared, null where it gave none. */
  declaredLength: number | null;
  /** Where it lay (`SM`, `ME`); null for a routed one. */
  slot: { memory: string; index: number } | null;
  /** <stat> of 27.005 §3.1: 0 unread, 1 read, 2 stored unsent, 3 stored sent. */
  stat: number | null;
}

export interface LineOwner {
  /** Which SIM this is; called before anything is read from it and again when it changes. */
  identified(sim: SimIdentity): void;
  /**
   * Called with every PDU. It is durable when this returns, and only then is its slot emptied. `deletable` is false for what
   * must stay (drafts: stat 2 and 3).
   */
  received(pdu: ReceivedPdu): { deletable: boolean };
  /** The slot was emptied: an equal PDU that comes again is then judged by its age (see the duplicate rule of the store). */
  deleted(pdu: ReceivedPdu): void;
  /** A sweep of every storage ended; `found` counts what it handed over. Zero means: nothing more is waiting. */
  swept(found: number): void;
  /** Something in `health()` changed. */
  healthChanged(): void;
  pins: PinMemory;
}

/** What is known on disk of PINs given; written before the PIN is. */
export interface PinMemory {
  /** A PIN that this SIM took before, to be given once per power-up; null where there is none. */
  remembered(simKey: string): string | null;
  /** False when this PIN was given to this SIM before and was refused, or never answered and never taken before that either. */
  mayGive(simKey: string, pin: string): boolean;
  /** Durable when it returns. */
  recordGiven(simKey: string, pin: string): void;
  recordOutcome(simKey: string, pin: string, outcome: 'taken' | 'refused'): void;
  /**
   * PINs given to this SIM since it last took one that were refused or never answered. Few modems tell how many tries are left;
   * where one does not, three minus this is what the last try is judged by, across restarts too.
   */
  failures(simKey: string): number;
}
