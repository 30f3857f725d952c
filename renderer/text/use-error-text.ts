import { outcomes } from './sv/outcomes.ts';
import { useText } from './use-text.ts';

type ErrorCode = keyof (typeof outcomes)['error'];

/** Why a message did not arrive, in words; a code without words is said as plainly as can be. */
export function useErrorText(): (code: string | null) => string {
  const t = useText('outcomes');
  return (code) => t(code !== null && isErrorCode(code) ? `error.${code}` : 'error.other');
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(outcomes.error, code);
}
