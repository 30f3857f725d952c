import { useState } from 'react';
import type { z } from 'zod';
import { type Book, replyKinds, updateBook } from '../../../electron/contract/books.ts';
import { useCommand } from '../../api/use-live.ts';
import { useBook } from '../../shell/use-book.ts';

export type BookPatch = z.input<typeof updateBook.input>['patch'];

/**
 * Changes one thing of the book at a time. `book` is as it will be once the program has answered, so that a switch moves
 * when it is pressed; where the program refuses, it moves back and `error` says why.
 */
export function useBookPatch() {
  const kept = useBook();
  const update = useCommand(updateBook);
  const [eager, setEager] = useState<{ of: Book; patch: BookPatch } | null>(null);
  return {
    book: eager?.of === kept ? withPatch(kept, eager.patch) : kept,
    patch(patch: BookPatch) {
      setEager({ of: kept, patch });
      update.mutate({ id: kept.id, patch }, { onError: () => setEager(null) });
    },
    saved: update.isSuccess,
    error: update.error,
  };
}

function withPatch(book: Book, { lineId, replies, ...patch }: BookPatch): Book {
  const changed = { ...book, ...defined(patch), replies: { ...book.replies } };
  if (lineId !== undefined) changed.lineId = lineId === null ? null : Number(lineId);
  for (const kind of replyKinds) changed.replies[kind] = { ...book.replies[kind], ...defined(replies?.[kind] ?? {}) };
  return changed;
}

/** A key without a value says nothing, and must not take away what was there. */
function defined<T extends object>(patch: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in patch) {
    const value = patch[key];
    if (isDefined(value)) kept[key] = value;
  }
  return kept;
}

function isDefined<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}
