/** Every refusal a person can meet. The screens have one text each; `detail` names the field, the day, the person's id. */
export const problemCodes = [
  'invalid-input',
  'unknown-call',
  'forbidden',
  'not-found',
  'internal',
  'too-large',
  'member-has-left',
  'already-member',
  'invalid-phone',
  'invalid-email',
  'not-mobile',
  'own-address',
  'two-numbers',
  'no-address',
  'name-taken',
  'role-exists',
  'mail-address-taken',
  'line-taken',
  'no-line',
  'no-recipients',
  'text-too-long',
  'empty-text',
  'time-passed',
  'not-held',
  'not-pending',
  'not-unknown',
  'already-settled',
  'mail-not-configured',
  'not-practice',
  'practice-only',
  'last-try',
  'pin-not-asked',
  'pin-tried-before',
  'invalid-pin',
  'line-not-ready',
  'disk-full',
  'folder-in-use',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What a refusal carries besides its code; plain JSON. */
export type ProblemDetail = Record<string, string | number | boolean | null>;

/** A refusal the user should read; anything else that is thrown is a bug. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;

  constructor(code: ProblemCode, detail: ProblemDetail = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
  }
}

export type Reply = { ok: true; value: unknown } | { ok: false; code: ProblemCode; detail: ProblemDetail };
