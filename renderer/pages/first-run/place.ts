/** How far the first run has come, and with which book. */
export interface Place {
  bookId: number | null;
  step: 1 | 2 | 3 | 4;
}

const KEPT = 'samband-first-run';
const start: Place = { bookId: null, step: 1 };
const steps: readonly Place['step'][] = [1, 2, 3, 4];

/** Where she was, if this window was only read in anew. */
export function keptPlace(storage: Storage): Place {
  const [bookId, step] = (storage.getItem(KEPT) ?? '').split(':').map(Number);
  const known = steps.find((one) => one === step);
  return bookId && known ? { bookId, step: known } : start;
}

export function rememberPlace(storage: Storage, { bookId, step }: Place): void {
  if (bookId === null) storage.removeItem(KEPT);
  else storage.setItem(KEPT, `${bookId}:${step}`);
}
