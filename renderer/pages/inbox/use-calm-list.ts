import { useState } from 'react';

/**
 * Keeps a list still while it is read: what comes after the first look waits until she asks for it, so that nothing is
 * pushed from under her eyes. A list that was empty shows what comes at once. Ids grow with time.
 */
export function useCalmList<Item extends { id: number }>(items: readonly Item[]) {
  const newest = items.reduce((most, { id }) => Math.max(most, id), 0);
  const [seenUpTo, setSeenUpTo] = useState(newest);
  const shown = seenUpTo === 0 ? items : items.filter(({ id }) => id <= seenUpTo);
  if (seenUpTo === 0 && newest > 0) setSeenUpTo(newest);
  return { shown, waiting: items.length - shown.length, showAll: () => setSeenUpTo(newest) };
}
