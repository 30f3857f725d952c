import { readDataCoding } from '../pdu/dcs.ts';
import { decodeSubmitPdu } from '../pdu/decode.ts';
import type { Submit } from '../pdu/types.ts';
import type { Device } from './device.ts';
import { submitFaultOf } from './faults.ts';
import { type NetworkLink, numberOf, type PracticeNetwork } from './network.ts';
import { after, fail, type Outcome, ok } from './outcome.ts';

const INVALID_PDU = fail({ cms: 304 });

/** Hands one SMS-SUBMIT to the network and says what +CMGS or +CMSS then says. */
export function createSubmitter(
  device: Device,
  network: PracticeNetwork,
  link: NetworkLink,
  unplug: (againAfterMs?: number) => void,
): Device['submit'] {
  let count = 0;

  return (hex, length, answer) => {
    count++;
    const submit = readSubmit(hex, length);
    if (typeof submit === 'string') {
      network.recordMalformed(hex, submit);
      return INVALID_PDU;
    }
    const { habits } = device;
    const fault = submitFaultOf(habits.submitFaults, count, numberOf(submit.to));
    const ms = habits.submitMs + (fault?.kind === 'slow' ? fault.ms : 0);

    return after(ms, () => {
      if (!device.registered()) return fail({ cms: 331 });
      if (hex.startsWith('00') && !device.sim?.smsc) return fail({ cms: 330 });
      const reference = device.sim?.nextReference() ?? 0;
      const accept = () => link.accept({ submit, hex, reference });

      switch (fault?.kind) {
        case undefined:
        case 'slow':
          accept();
          return ok(`${answer}: ${reference}`);
        case 'no-reference':
          accept();
          return ok();
        case 'error':
          if (fault.accepted) accept();
          return fail(fault.end);
        case 'answer-lost':
          if (fault.accepted) accept();
          return { kind: 'silent' } satisfies Outcome;
        case 'unplug':
          if (fault.accepted) accept();
          unplug(fault.againAfterMs);
          return { kind: 'silent' } satisfies Outcome;
      }
    });
  };
}

/** Strict, as a network is: every octet accounted for, and a number to go to. */
function readSubmit(hex: string, length: number): Submit | string {
  const decoded = decodeSubmitPdu(hex, length);
  if (!decoded.ok) return decoded.error;
  const { tpdu } = decoded;
  if (tpdu.kind !== 'submit') return 'unsupported-type';
  if (tpdu.to.kind !== 'number' || tpdu.to.value === '') return 'no-number';
  if (tpdu.userData.damaged || !endsWithUserData(Buffer.from(hex, 'hex'))) return 'damaged';
  return tpdu;
}

/** Whether TP-UD is as long as TP-UDL says and no longer than it may be (3GPP TS 23.040 §9.2.2.2, §9.2.3.24). */
function endsWithUserData(octets: Uint8Array): boolean {
  const octet = (place: number) => octets[place] ?? 0;
  const first = 1 + octet(0);
  const destination = first + 2;
  const codingAt = destination + 2 + Math.ceil(octet(destination) / 2) + 1;
  const validityFormat = (octet(first) >> 3) & 0b11;
  const validityOctets = validityFormat === 0 ? 0 : validityFormat === 0b10 ? 1 : 7;
  const lengthAt = codingAt + 1 + validityOctets;
  const { alphabet } = readDataCoding(octet(codingAt));
  const needed = alphabet === 'gsm7' ? Math.ceil((7 * octet(lengthAt)) / 8) : octet(lengthAt);
  return needed <= 140 && octets.length === lengthAt + 1 + needed;
}
