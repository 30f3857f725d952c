import { useCallback, useState } from 'react';
import type { Output } from '../../../electron/contract/index.ts';
import { listMembers, type Member } from '../../../electron/contract/members.ts';
import { useLive } from '../../api/use-live.ts';

const PAGE = 200;

export interface MemberQuery {
  bookId: number;
  status: Member['status'];
  search: string;
  label: string | null;
}

/** The same question as the list asks, for one stretch of it. */
export function askFor({ bookId, status, search, label }: MemberQuery, offset: number, limit = PAGE) {
  return {
    bookId,
    status,
    limit,
    offset,
    ...(search === '' ? {} : { search }),
    ...(label === null ? {} : { label }),
  };
}

/**
 * A list of any length, asked for a page at a time as it is scrolled: the rows on screen lie in at most two pages.
 * While a new search is on its way the rows of the last one stay, so that nothing blinks.
 */
export function useMemberRows(query: MemberQuery) {
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const first = Math.floor(visible.first / PAGE) * PAGE;
  const last = Math.floor(visible.last / PAGE) * PAGE;
  const top = usePage(query, 0);
  const pages = [
    { offset: 0, answer: top },
    { offset: first, answer: usePage(query, first) },
    { offset: last, answer: usePage(query, last) },
  ];
  const onVisible = useCallback((from: number, to: number) => setVisible({ first: from, last: to }), []);
  return {
    total: top.data?.total,
    error: top.error,
    onVisible,
    rowAt(index: number): Member | undefined {
      const page = pages.find(({ offset }) => index >= offset && index < offset + PAGE);
      return page?.answer.data?.items[index - page.offset];
    },
  };
}

function usePage(
  query: MemberQuery,
  offset: number,
): { data: Output<'members.list'> | undefined; error: Error | null } {
  const { bookId, status } = query;
  return useLive(listMembers, askFor(query, offset), {
    keepPrevious: (before) => before.bookId === bookId && before.status === status && before.offset === offset,
  });
}
