import type { z } from 'zod';
import type { AnyEntry } from '../../electron/contract/define.ts';
import { Problem } from '../../electron/contract/problems.ts';
import type { Program } from './Program.tsx';

/** Sends one call to the side the program stands on. Throws `Problem` when it is refused. */
export async function call<E extends AnyEntry>(
  program: Program,
  entry: E,
  input: z.input<E['input']>,
): Promise<z.output<E['output']>> {
  const reply = await program.transport.call(program.side, entry.name, input);
  if (!reply.ok) throw new Problem(reply.code, reply.detail);
  // The program itself tests its answers against the same entry; checking 100,000 rows again here would cost a frame.
  return reply.value as z.output<E['output']>;
}
