import type { z } from 'zod';
import { updateBook } from '../../../electron/contract/books.ts';
import { useCommand } from '../../api/use-live.ts';
import { useBook } from '../../shell/use-book.ts';

export type BookPatch = z.input<typeof updateBook.input>['patch'];

/** Changes one thing of the book at a time; what was refused is said beside what was changed. */
export function useBookPatch() {
  const book = useBook();
  const update = useCommand(updateBook);
  return {
    book,
    patch: (patch: BookPatch) => update.mutate({ id: book.id, patch }),
    busy: update.isPending,
    saved: update.isSuccess,
    error: update.error,
  };
}
