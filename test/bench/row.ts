/** One row: what was measured, beside something else measured in the same run on the same machine. */
export interface BenchRow {
  what: string;
  ours: string;
  beside: string;
  /** Ours in relation to the other, as said in `beside`. */
  ratio: string;
}
