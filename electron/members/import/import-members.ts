import { livingBook } from '../../books/books-store.ts';
import { ownAddresses } from '../../books/roles-store.ts';
import type { Input, Output } from '../../contract/index.ts';
import type { ImportReason } from '../../contract/members.ts';
import { Problem } from '../../contract/problems.ts';
import type { Core } from '../../core.ts';
import { readSetting } from '../../settings/settings-store.ts';
import { addressesOf } from '../members-store.ts';
import { applyImport } from './apply-import.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { columnsOf } from './columns.ts';
import { inBites } from './in-bites.ts';
import { judge, type Verdict } from './judge.ts';
import { readCsv } from './read-csv.ts';
import { forgetImport, insertImport, setApplying, stage } from './staging-store.ts';

type Outcome = Output<'members.import'>;

/**
 * Reads a file of members into the book, or only says what it would do (`dryRun`, which writes nothing). Works in bites, so that a
 * text coming in never waits. Everything is read and judged first; with the one commit of `setApplying` the file is in, and is
 * taken over to its end even when the program is killed meanwhile. Each row is judged again as it is taken over: who leaves in
 * between stays away. Throws `not-found` for the book and `invalid-input` for a file that cannot be read.
 */
export async function importMembers(core: Core, input: Input<'members.import'>, userId: number): Promise<Outcome> {
  const { database } = core;
  const { id: bookId } = livingBook(database.read, input.bookId);
  const candidates = await readCandidates(core, input.csv);
  const outcome: Outcome = { added: 0, updated: 0, unchanged: 0, leftOut: [] };
  const wanted = await judgeAll(core, bookId, candidates, outcome);
  if (input.dryRun || wanted.length === 0) return inOrder(outcome);

  const importId = database.write([], (db) => insertImport(db, bookId, userId, core.clock.now()));
  let position = 0;
  try {
    await inBites(wanted, (take) => {
      database.write([], (db) => {
        for (let candidate = take(); candidate; candidate = take()) stage(db, importId, position++, candidate);
      });
    });
    // All of it lies in the file now, with the room the members need; the log before it begins anew.
    database.emptyLog();
  } catch (error) {
    database.write([], (db) => forgetImport(db, importId));
    throw error;
  }
  database.write([], (db) => setApplying(db, importId));
  const applied = await applyImport(core, importId);
  return inOrder({
    added: applied.added,
    updated: applied.updated,
    unchanged: outcome.unchanged + applied.unchanged,
    leftOut: [...outcome.leftOut, ...applied.leftOut],
  });
}

async function readCandidates(core: Core, csv: string): Promise<Candidate[]> {
  const rows = await readCsv(csv).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new Problem('invalid-input', { field: 'csv', message: String(error.code) });
    throw error;
  });
  const country = readSetting(core.database.read, 'country');
  const { columns, hasHeadings } = columnsOf(rows, country);
  const candidates: Candidate[] = [];
  await inBites(hasHeadings ? rows.slice(1) : rows, (take) => {
    for (let row = take(); row; row = take()) candidates.push(candidateOf(row, columns, country));
  });
  return candidates;
}

/** Counts what needs no writing in `outcome`, and returns the candidates to be taken over. */
async function judgeAll(
  core: Core,
  bookId: number,
  candidates: readonly Candidate[],
  outcome: Outcome,
): Promise<Candidate[]> {
  const { read } = core.database;
  const own = ownAddresses(read);
  const twice = new RowsOfOne();
  const wanted: Candidate[] = [];
  await inBites(candidates, (take) => {
    for (let candidate = take(); candidate; candidate = take()) {
      const verdict = judge(read, core, bookId, own, candidate);
      const reason = verdict.do === 'leave-out' ? verdict.reason : twice.claim(candidate, verdict);
      if (reason) outcome.leftOut.push({ row: candidate.row, reason });
      else if (verdict.do === 'nothing') outcome.unchanged++;
      else {
        wanted.push(candidate);
        if (verdict.do === 'add') outcome.added++;
        else outcome.updated++;
      }
    }
  });
  return wanted;
}

/** One address, and one member, has one row of the file: the first. */
class RowsOfOne {
  private readonly taken = new Set<string | number>();

  claim(candidate: Candidate, verdict: Verdict): ImportReason | null {
    const claims = [...addressesOf(candidate), ...(verdict.do === 'update' ? [verdict.member.id] : [])];
    if (claims.some((claim) => this.taken.has(claim))) return 'shares-address';
    for (const claim of claims) this.taken.add(claim);
    return null;
  }
}

function inOrder(outcome: Outcome): Outcome {
  return { ...outcome, leftOut: outcome.leftOut.toSorted((a, b) => a.row - b.row) };
}
