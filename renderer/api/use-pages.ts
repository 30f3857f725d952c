import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { Query } from '../../electron/contract/define.ts';
import { call } from './call.ts';
import { useProgram } from './Program.tsx';

const PAGE = 200;

interface Paged {
  total: number;
  items: unknown[];
}

/**
 * A list too long to fetch whole, read in pages as it is scrolled; each page refetches like any live question.
 * Hand `onVisible`, `count` and `rowAt` to a VirtualTable. `input` is the question without limit and offset.
 */
export function usePages<In extends z.ZodType, Out extends z.ZodType<Paged>>(
  entry: Query<string, In, Out>,
  input: Omit<z.input<In>, 'limit' | 'offset'>,
) {
  const program = useProgram();
  const listKey = JSON.stringify(input);
  const [seen, setSeen] = useState({ listKey, first: 0, last: 0 });
  // Pages of another search say nothing about this one: it begins at its own top.
  const { first, last } = seen.listKey === listKey ? seen : { first: 0, last: 0 };
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const answers = useQueries({
    queries: pages.map((page) => {
      const paged = { ...input, limit: PAGE, offset: page * PAGE };
      return {
        queryKey: [entry.name, paged],
        queryFn: () => call(program, entry, paged as z.input<In>),
        meta: { reads: entry.reads },
      };
    }),
  });
  const onVisible = useCallback(
    (firstRow: number, lastRow: number) => {
      const wanted = { listKey, first: Math.floor(firstRow / PAGE), last: Math.floor(lastRow / PAGE) };
      setSeen((known) => (JSON.stringify(known) === JSON.stringify(wanted) ? known : wanted));
    },
    [listKey],
  );
  const total = answers.find(({ data }) => data !== undefined)?.data?.total;
  return {
    listKey,
    /** Undefined until the first page is here. */
    total,
    count: total ?? 0,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    onVisible,
    rowAt(index: number): z.output<Out>['items'][number] | undefined {
      const page = Math.floor(index / PAGE) - first;
      return answers[page]?.data?.items[index % PAGE];
    },
  };
}
