/** What came of one step of `npm test`. */
export interface Outcome {
  passed: number;
  failed: number;
  /** Name and reason of each. */
  skipped: string[];
  /** What a person needs to see of what failed. */
  report: string;
}

export const passed: Outcome = { passed: 1, failed: 0, skipped: [], report: '' };

export function failed(report: string): Outcome {
  return { passed: 0, failed: 1, skipped: [], report };
}

export function skipped(reason: string): Outcome {
  return { passed: 0, failed: 0, skipped: [reason], report: '' };
}

export function add(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
    failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
    skipped: outcomes.flatMap((outcome) => outcome.skipped),
    report: outcomes
      .map((outcome) => outcome.report)
      .filter((report) => report !== '')
      .join('\n'),
  };
}
