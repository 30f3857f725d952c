import { Problem, type ProblemCode } from '../../electron/contract/problems.ts';
import { SignedOut, Unreachable } from '../api/transport.ts';
import { useFormat, useText } from './use-text.ts';

/** Says a refusal in the reader's words. `only` makes it silent for other codes: `fieldText(error, ['invalid-phone'])`. */
export function useProblemText(): (error: Error) => string {
  const t = useText('problems');
  const shell = useText('shell');
  const format = useFormat();
  return (error) => {
    if (error instanceof Unreachable) return shell('lost');
    if (error instanceof SignedOut) return shell('signedOutText');
    if (!(error instanceof Problem)) return t('internal');
    return t(error.code, spoken(error.detail, format.date, format.address));
  };
}

/** The words for a field, when the refusal is about it: its code is listed, or `detail.field` names it. */
export function useFieldError(): (
  error: Error | null,
  about: { codes?: readonly ProblemCode[]; field?: string },
) => string | null {
  const say = useProblemText();
  return (error, { codes = [], field }) => {
    if (!(error instanceof Problem)) return null;
    const named = field !== undefined && error.detail.field === field;
    return named || codes.includes(error.code) ? say(error) : null;
  };
}

/** Details are for machines; a time and an address are written as people write them before they stand in a sentence. */
function spoken(
  detail: Readonly<Record<string, unknown>>,
  date: (at: number) => string,
  address: (address: string) => string,
): Record<string, string | number> {
  const words: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(detail)) {
    if (typeof value === 'number') words[key] = key === 'at' || key === 'leftAt' ? date(value) : value;
    else if (typeof value === 'string') words[key] = key === 'address' || key === 'phone' ? address(value) : value;
  }
  return words;
}
