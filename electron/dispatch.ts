import { type Caller, contract, type Handlers } from './contract/index.ts';
import { Problem, type Reply } from './contract/problems.ts';
import { isDiskFull } from './database/database.ts';

/** The only door into the program; each host is a thin wrapper around it. Never rejects. */
export type Dispatch = (name: string, input: unknown, caller: Caller) => Promise<Reply>;

/** A SQLite error that a person can do something about, by its code. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  return isDiskFull(error) ? new Problem('disk-full') : null;
}

/**
 * Finds the call, checks the input and runs the handler. Refusals come back as their code; anything else is a bug, told once to
 * `reportBug` and answered `internal`.
 */
export function createDispatch(handlers: Handlers, reportBug: (error: unknown, call: string) => void): Dispatch {
  const entries = new Map<string, (typeof contract)[number]>(contract.map((entry) => [entry.name, entry]));
  return async (name, input, caller) => {
    try {
      const entry = entries.get(name);
      if (!entry) throw new Problem('unknown-call', { call: name.slice(0, 100) });
      const parsed = entry.input.safeParse(input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        const field = issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
        throw new Problem('invalid-input', { field: field.join('.'), message: issue?.message ?? '' });
      }
      // The table pairs each name with its own input; TypeScript cannot follow that through a lookup by string.
      const handle = handlers[entry.name] as (input: unknown, caller: Caller) => unknown;
      return { ok: true, value: await handle(parsed.data, caller) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem) return { ok: false, code: problem.code, detail: problem.detail };
      reportBug(error, name);
      return { ok: false, code: 'internal', detail: {} };
    }
  };
}
