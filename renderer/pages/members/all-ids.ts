import { listMembers } from '../../../electron/contract/members.ts';
import { call } from '../../api/call.ts';
import type { Program } from '../../api/Program.tsx';
import { askFor, type MemberQuery } from './use-member-rows.ts';

/** As many as one call takes. */
export const MOST_AT_ONCE = 5000;

/** Everyone the list shows, also those not scrolled to yet. */
export async function allIds(program: Program, query: MemberQuery): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const page = await call(program, listMembers, askFor(query, ids.length, MOST_AT_ONCE));
    ids.push(...page.items.map(({ id }) => id));
    if (page.items.length === 0 || ids.length >= page.total) return ids;
  }
}

/** `ids` in stretches that one call takes. */
export function inCalls(ids: Iterable<number>): number[][] {
  const all = [...ids];
  const stretches: number[][] = [];
  for (let at = 0; at < all.length; at += MOST_AT_ONCE) stretches.push(all.slice(at, at + MOST_AT_ONCE));
  return stretches;
}
