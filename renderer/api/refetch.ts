import type { QueryClient } from '@tanstack/react-query';

/** Asks again for every answer that reads one of the changed topics. No page ever invalidates anything itself. */
export function refetchStale(queries: QueryClient, changed: readonly string[]): void {
  void queries.invalidateQueries({
    predicate: ({ meta }) => {
      const reads = meta?.reads;
      return Array.isArray(reads) && reads.some((topic) => changed.includes(topic));
    },
  });
}

/** After a broken stream: what was announced meanwhile was not heard. */
export function refetchAll(queries: QueryClient): void {
  void queries.invalidateQueries();
}
