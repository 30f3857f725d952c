import { Problem } from './contract/problems.ts';
import { DataFolderError } from './data-folder.ts';
import { isDiskFull } from './database/database.ts';
import { NewerDatabaseError } from './database/migrate.ts';

/** What a start ends with that went wrong in a way a person can mend: 2 for what was typed, 3 for the data folder. Null for a bug. */
export function exitCodeOf(error: unknown): { exitCode: 2 | 3; sentence: string } | null {
  if (error instanceof DataFolderError || error instanceof NewerDatabaseError) {
    return { exitCode: 3, sentence: error.message };
  }
  if (error instanceof Problem && error.code === 'not-practice') {
    return {
      exitCode: 3,
      sentence: 'This folder holds a real book; the practice modem (--modem demo) never serves one',
    };
  }
  if (error instanceof Problem && error.code === 'practice-only') {
    return {
      exitCode: 3,
      sentence: 'This folder is a practice folder; no real modem ever serves one (--modem demo does)',
    };
  }
  if (isDiskFull(error))
    return { exitCode: 3, sentence: 'The disk is full: nothing is lost; make room and start again' };
  if (!(error instanceof Error)) return null;
  if (error.name === 'UsageError') return { exitCode: 2, sentence: error.message };
  const code = 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE' || code === 'EACCES')
    return { exitCode: 2, sentence: `The port cannot be had: ${error.message}` };
  return null;
}
