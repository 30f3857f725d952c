import { getMember } from '../../electron/contract/members.ts';
import type { Problem } from '../../electron/contract/problems.ts';
import { useLive } from '../api/use-live.ts';
import { firstName } from '../text/first-name.ts';
import { HasLeftNote } from './HasLeftNote.tsx';

/** `member-has-left` in words: who it was and when, and the one way back. `typed`: what she calls them, if the book has no name. */
export function LeftRefusal({ error, typed }: { error: Problem; typed: string }) {
  const { memberId, at } = error.detail;
  const known = typeof memberId === 'number';
  const member = useLive(getMember, { id: known ? memberId : 1 }, { enabled: known });
  const name = firstName(member.data?.name ?? '') || firstName(typed);
  return <HasLeftNote refused name={name} leftAt={typeof at === 'number' ? at : (member.data?.leftAt ?? null)} />;
}
