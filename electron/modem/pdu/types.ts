/** The TPDUs of 3GPP TS 23.040 §9.2.2 as the program sees them. */
export type Alphabet = 'gsm7' | 'ucs2' | '8bit';

/** TP-OA, TP-DA, TP-RA (TS 23.040 §9.1.2.5). */
export interface Address {
  /** `number`: digits with a leading + when the type of number is international; `alphanumeric`: letters; `none`: length 0. */
  kind: 'number' | 'alphanumeric' | 'none';
  value: string;
  /** Type of number, 0 to 7. */
  ton: number;
}

/** Information elements of the user data header (TS 23.040 §9.2.3.24), unknown ones kept. */
export interface UserDataHeader {
  concat: Concat | null;
  ports: { destination: number; source: number } | null;
  nationalSingleShift: number | null;
  nationalLockingShift: number | null;
  elements: { id: number; data: Uint8Array }[];
}

/** 8-bit (§9.2.3.24.1) or 16-bit (§9.2.3.24.8) reference; null in the header when total or sequence make no sense. */
export interface Concat {
  reference: number;
  bits: 8 | 16;
  total: number;
  sequence: number;
}

/** TP-UD with its header taken off; octets are kept, for parts are joined before they become text. */
export interface UserData {
  alphabet: Alphabet;
  /** 0 to 3, null where TP-DCS gives none. */
  messageClass: number | null;
  header: UserDataHeader | null;
  /** gsm7: one septet per element, already unpacked; ucs2 and 8bit: octets. Compressed text is 8bit. */
  units: Uint8Array;
  /** True when the octets were cut (odd UCS-2 length, user data shorter than TP-UDL says) or the header does not fit. */
  damaged: boolean;
}

export interface Deliver {
  kind: 'deliver';
  from: Address;
  /** TP-PID (§9.2.3.9). */
  pid: number;
  dcs: number;
  /** TP-SCTS in epoch milliseconds, null when its digits are no time. */
  sentAt: number | null;
  userData: UserData;
  /** TP-MMS: more messages wait. */
  moreToSend: boolean;
}

export interface Submit {
  kind: 'submit';
  to: Address;
  reference: number;
  pid: number;
  dcs: number;
  statusReportRequested: boolean;
  /** TP-VP in milliseconds for the relative form, epoch milliseconds for the absolute, null where absent. */
  validity: { relativeMs: number } | { until: number | null } | null;
  userData: UserData;
}

export interface StatusReport {
  kind: 'status-report';
  reference: number;
  recipient: Address;
  sentAt: number | null;
  dischargedAt: number | null;
  /** TP-ST (§9.2.3.15). */
  status: number;
}

export type Tpdu = Deliver | Submit | StatusReport;

export type DecodeError = 'not-hex' | 'odd-length' | 'too-short' | 'wrong-length' | 'bad-header' | 'unsupported-type';

export type Decoded = { ok: true; smsc: Address; tpdu: Tpdu } | { ok: false; error: DecodeError; hex: string };

/** How a text goes out: what the wire and the screen both count by. */
export interface TextPlan {
  encoding: 'gsm7' | 'ucs2';
  /**
   * The text of each part, in order; joined they are the text in NFC. Never cut inside an escape pair or a surrogate
   * pair. One empty part for an empty text.
   */
  parts: string[];
  /**
   * Units (septets or UTF-16 code units) that the last part uses, and that it can hold in all; header septets counted
   * off: 160 or 70 where it is the only part, else 153 or 67.
   */
  usedInLast: number;
  roomInLast: number;
  /** Characters (as a reader counts them) that alone force ucs2, each once, in order of appearance. */
  costly: string[];
  /** More parts than the 255 that a concatenation can count (TS 23.040 §9.2.3.24.1): it cannot be sent. */
  tooLong: boolean;
}

/** A text in which typographic characters are replaced by GSM-7 ones. */
export interface CheaperText {
  text: string;
  /** Each replacement once, in order of appearance; `to` is empty for what takes no room on a screen. */
  replaced: { from: string; to: string }[];
}
