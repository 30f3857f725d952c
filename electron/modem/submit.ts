import type { AtEngine } from './at/engine.ts';
import type { AtAnswer } from './at/request.ts';
import { readNumber, readValues } from './at/values.ts';
import { classifyError, isAmbiguous, isDuplicate } from './cms-errors.ts';
import type { EncodedPdu, SubmitOutcome } from './line.ts';

/** TS 24.011 §10 lets a right answer take a minute, some makers two. Shorter limits call slow successes failures. */
const ANSWER_MS = 180_000;
const PROMPT_MS = 10_000;
/** Some modems print no OK after `+CMGS:`. */
const OK_MS = 5_000;

/** The AT+CMGS dialogue (TS 27.005 §4.3) and what its answer says of the text. Never rejects, adds no wait. */
export async function submitPdu(engine: AtEngine, pdu: EncodedPdu): Promise<SubmitOutcome> {
  const answer = await engine.run({
    command: `AT+CMGS=${pdu.length}`,
    timeoutMs: ANSWER_MS,
    enough: { prefix: '+CMGS:', afterMs: OK_MS },
    payload: { text: pdu.hex, promptMs: PROMPT_MS },
  });
  return judgeAnswer(answer);
}

/** Sorts an answer to AT+CMGS; with Ctrl-Z written, only a clear word from the network or the modem is a no. */
export function judgeAnswer(answer: AtAnswer): SubmitOutcome {
  const sent = answer.lines.find((line) => line.startsWith('+CMGS:'));
  if (answer.handedOver && sent) return { kind: 'accepted', reference: readNumber(readValues(sent)[0]) };
  switch (answer.kind) {
    case 'ok':
      // Some modems give no reference; without Ctrl-Z an OK means nothing.
      return answer.handedOver ? { kind: 'accepted', reference: null } : { kind: 'not-sent', text: 'no prompt' };
    case 'error': {
      const { error } = answer;
      if (answer.handedOver && isDuplicate(error)) return { kind: 'accepted', reference: null };
      if (answer.handedOver && isAmbiguous(error)) return { kind: 'unknown', text: error.text };
      const code = error.family === 'CMS' ? error.code : null;
      return { kind: 'rejected', code, because: classifyError(error), text: error.text };
    }
    case 'timeout':
      return answer.handedOver ? { kind: 'unknown', text: 'no answer' } : { kind: 'not-sent', text: 'no prompt' };
    case 'reset':
    case 'closed': {
      const text = answer.kind === 'reset' ? 'the modem started anew' : 'the line was lost';
      return answer.handedOver ? { kind: 'unknown', text } : { kind: 'not-sent', text };
    }
  }
}
