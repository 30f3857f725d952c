import { createMemory, type Memory } from './storage.ts';

/** The subscription in a practice modem. */
export interface Subscription {
  /** E.164; what the telephones text to. Null for a SIM that no telephone can reach. */
  ownNumber: string | null;
  iccid: string;
  imsi: string;
  /** Asked for at every power-up; absent where the SIM asks for none. */
  pin?: string;
  /** Opens a SIM whose PIN tries are spent. */
  puk?: string;
}

/** A SIM: what it keeps while the modem has no power. */
export interface SimCard extends Readonly<Subscription> {
  readonly memory: Memory;
  /** Service centre (+CSCA), '' where none is set. */
  smsc: string;
  /** What +CPIN? says. */
  state(): 'READY' | 'SIM PIN' | 'SIM PUK';
  pinTriesLeft(): number;
  pukTriesLeft(): number;
  /** Costs a try when it is wrong; three wrong in a row lock the SIM (TS 31.101 §9.5). */
  enterPin(pin: string): boolean;
  /** Opens a locked SIM and gives it a new PIN. */
  unblock(puk: string, newPin: string): boolean;
  /** Whether the PIN is asked for at power-up (+CLCK="SC"). */
  asksPin(): boolean;
  /** Turns that on or off; costs a try when the PIN is wrong. */
  askPin(on: boolean, pin: string): boolean;
  powerUp(): void;
  /** The next TP-MR (TS 23.040 §9.2.3.6). */
  nextReference(): number;
}

const PIN_TRIES = 3;
const PUK_TRIES = 10;

export function createSimCard(
  subscription: Subscription,
  make: { slots: number; firstIndex: number; smsc: string },
): SimCard {
  let pin = subscription.pin ?? '0000';
  let asks = subscription.pin !== undefined;
  let unlocked = !asks;
  let pinTries = PIN_TRIES;
  let pukTries = PUK_TRIES;
  let reference = 0;

  const checkPin = (given: string) => {
    if (pinTries === 0) return false;
    const right = given === pin;
    pinTries = right ? PIN_TRIES : pinTries - 1;
    return right;
  };

  return {
    ...subscription,
    memory: createMemory('SM', make.slots, make.firstIndex),
    smsc: make.smsc,
    state: () => (pinTries === 0 ? 'SIM PUK' : unlocked ? 'READY' : 'SIM PIN'),
    pinTriesLeft: () => pinTries,
    pukTriesLeft: () => pukTries,
    enterPin(given) {
      if (checkPin(given)) unlocked = true;
      return unlocked && pinTries > 0;
    },
    unblock(puk, newPin) {
      if (pukTries === 0) return false;
      if (puk !== subscription.puk) {
        pukTries--;
        return false;
      }
      pukTries = PUK_TRIES;
      pinTries = PIN_TRIES;
      pin = newPin;
      unlocked = true;
      return true;
    },
    asksPin: () => asks,
    askPin(on, given) {
      if (!checkPin(given)) return false;
      asks = on;
      return true;
    },
    powerUp() {
      unlocked = !asks;
    },
    nextReference() {
      reference = (reference + 1) % 256;
      return reference;
    },
  };
}
