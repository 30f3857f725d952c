import { setImmediate as nextTurn } from 'node:timers/promises';
import { ownAddresses } from '../../books/roles-store.ts';
import type { Output } from '../../contract/index.ts';
import type { Core } from '../../core.ts';
import { isDiskFull, type WritableDb } from '../../database/database.ts';
import { recordEvent } from '../../log/events.ts';
import { addPerson } from '../add-member.ts';
import { addLabels } from '../labels-store.ts';
import { writePerson } from '../members-store.ts';
import type { Candidate } from './candidate.ts';
import { judge } from './judge.ts';
import {
  forgetImport,
  type ImportRow,
  importById,
  nextStaged,
  takenOver,
  unfinishedImports,
  unstage,
} from './staging-store.ts';

type Outcome = Output<'members.import'>;

/** Rows taken over in one commit: well under 50 ms, so that a text coming in never waits. */
const BITE_MS = 20;

/** Takes the staged rows over, a bite at a time, each judged again as the book is by then. */
export async function applyImport(core: Core, importId: number): Promise<Outcome> {
  const outcome: Outcome = { added: 0, updated: 0, unchanged: 0, leftOut: [] };
  for (;;) {
    const done = takeBite(core, importId, outcome);
    if (done) return { ...outcome, added: done.added, updated: done.updated };
    await nextTurn();
  }
}

/** At start: what was being taken over is finished, what was only being read is thrown away. */
export async function resumeImports(core: Core): Promise<void> {
  for (const { id, state } of unfinishedImports(core.database.read)) {
    if (state === 'applying') await applyImport(core, id);
    else core.database.write([], (db) => forgetImport(db, id));
  }
}

/**
 * The rows have their room in the file already, but the log before it may have grown to the end of a full disk: emptied into the
 * file it begins anew. A file that is half in would be worse than one that is refused.
 */
function takeBite(core: Core, importId: number, outcome: Outcome): Pick<ImportRow, 'added' | 'updated'> | null {
  const before = structuredClone(outcome);
  const bite = () => core.database.write(['members', 'log'], (db) => applyBite(db, core, importId, outcome));
  try {
    return bite();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    Object.assign(outcome, before);
    core.database.emptyLog();
    return bite();
  }
}

/** Returns the counts when nothing is left. */
function applyBite(
  db: WritableDb,
  core: Core,
  importId: number,
  outcome: Outcome,
): Pick<ImportRow, 'added' | 'updated'> | null {
  const standing = importById(db, importId);
  // Its book was removed meanwhile, and the file with it.
  if (!standing) return { added: 0, updated: 0 };
  const own = ownAddresses(db);
  const until = performance.now() + BITE_MS;
  for (let staged = nextStaged(db, importId); staged; staged = nextStaged(db, importId)) {
    unstage(db, importId, staged.position);
    takenOver(db, importId, applyRow(db, core, standing.bookId, own, staged.candidate, outcome));
    if (performance.now() > until) return null;
  }
  const { bookId, userId } = standing;
  const counts = importById(db, importId) ?? standing;
  recordEvent(db, {
    at: core.clock.now(),
    kind: 'imported',
    bookId,
    userId,
    detail: { count: counts.added, updated: counts.updated },
  });
  forgetImport(db, importId);
  return counts;
}

function applyRow(
  db: WritableDb,
  core: Core,
  bookId: number,
  own: ReadonlySet<string>,
  candidate: Candidate,
  outcome: Outcome,
): 'added' | 'updated' | null {
  const verdict = judge(db, core, bookId, own, candidate);
  switch (verdict.do) {
    case 'add':
      addPerson(db, core, bookId, candidate, 'import');
      return 'added';
    case 'update':
      writePerson(db, core, verdict.member.id, verdict);
      addLabels(db, verdict.member.id, verdict.labels);
      return 'updated';
    case 'nothing':
      outcome.unchanged++;
      return null;
    case 'leave-out':
      outcome.leftOut.push({ row: candidate.row, reason: verdict.reason });
      return null;
  }
}
