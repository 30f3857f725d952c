import type { z } from 'zod';
import type { Topic } from './topics.ts';

/** A call that only reads; the screens refetch it when one of `reads` changes. */
export interface Query<Name extends string, In extends z.ZodType, Out extends z.ZodType> {
  kind: 'query';
  name: Name;
  reads: readonly Topic[];
  input: In;
  output: Out;
}

/** A call that changes something, or reaches outside. */
export interface Command<Name extends string, In extends z.ZodType, Out extends z.ZodType> {
  kind: 'command';
  name: Name;
  input: In;
  output: Out;
}

export type AnyEntry = Query<string, z.ZodType, z.ZodType> | Command<string, z.ZodType, z.ZodType>;

/** `input` and `output` are whole schemas; objects in `input` are strict, so that an unknown field is refused. */
export function query<const Name extends string, In extends z.ZodType, Out extends z.ZodType>(
  name: Name,
  entry: { reads: readonly Topic[]; input: In; output: Out },
): Query<Name, In, Out> {
  return { kind: 'query', name, ...entry };
}

export function command<const Name extends string, In extends z.ZodType, Out extends z.ZodType>(
  name: Name,
  entry: { input: In; output: Out },
): Command<Name, In, Out> {
  return { kind: 'command', name, ...entry };
}
