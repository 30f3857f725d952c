import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AnyEntry, Query } from '../../electron/contract/define.ts';
import { call } from './call.ts';
import { useProgram } from './Program.tsx';

export interface LiveOptions<Input = unknown> {
  /** False: nothing is asked yet (an empty field, a closed panel). */
  enabled?: boolean;
  /**
   * True: the last answer stays while the next is on its way, so a search never blinks. A function says for which
   * earlier question it may: the answer to another page of a list would show the wrong rows.
   */
  keepPrevious?: boolean | ((before: Input) => boolean);
}

/** A question that asks itself again whenever one of the topics it reads changes. */
export function useLive<In extends z.ZodType, Out extends z.ZodType>(
  entry: Query<string, In, Out>,
  input: z.input<In>,
  { enabled = true, keepPrevious = false }: LiveOptions<z.input<In>> = {},
) {
  const program = useProgram();
  return useQuery<z.output<Out>, Error, z.output<Out>, readonly [name: string, input: z.input<In>]>({
    queryKey: [entry.name, input],
    queryFn: () => call(program, entry, input),
    meta: { reads: entry.reads },
    enabled,
    placeholderData: (last, before) => (before && mayStay(keepPrevious, before.queryKey[1]) ? last : undefined),
  });
}

function mayStay<Input>(keepPrevious: boolean | ((before: Input) => boolean), before: Input): boolean {
  return typeof keepPrevious === 'function' ? keepPrevious(before) : keepPrevious;
}

/** Something a person does. `error` is the refusal to show beside what was pressed; nothing is repeated by itself. */
export function useCommand<E extends AnyEntry>(entry: E) {
  const program = useProgram();
  return useMutation<z.output<E['output']>, Error, z.input<E['input']>>({
    mutationFn: (input) => call(program, entry, input),
  });
}
