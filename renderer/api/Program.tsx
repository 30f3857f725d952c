import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { refetchAll, refetchStale } from './refetch.ts';
import { type Side, SignedOut, type Transport, Unreachable } from './transport.ts';

/** What every call of the screens below stands on: how to reach the program, and which of its two sides. */
export interface Program {
  transport: Transport;
  side: Side;
  /** False while the program does not answer. */
  connected: boolean;
}

const ProgramContext = createContext<Program | null>(null);

/** The program and the side everything here stands on. Throws outside a `ProgramProvider`. */
export function useProgram(): Program {
  const program = useContext(ProgramContext);
  if (!program) throw new Error('No ProgramProvider above this component');
  return program;
}

/**
 * Puts everything below on one side of the program. Each side has its own memory of answers, so a list read
 * while practising can never be shown as the real book's.
 */
export function ProgramProvider(props: {
  transport: Transport;
  side: Side;
  onSignedOut: () => void;
  children: ReactNode;
}) {
  const { transport, side, onSignedOut, children } = props;
  const [connected, setConnected] = useState(true);
  const queries = useMemo(() => createQueries(onSignedOut), [onSignedOut]);

  useEffect(() => {
    let lost = false;
    return transport.listen(side, {
      changed: (topics) => refetchStale(queries, topics),
      connected(open) {
        setConnected(open);
        if (open && lost) refetchAll(queries);
        lost = !open;
      },
    });
  }, [transport, side, queries]);

  const program = useMemo(() => ({ transport, side, connected }), [transport, side, connected]);
  return (
    <ProgramContext value={program}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ProgramContext>
  );
}

function createQueries(onSignedOut: () => void): QueryClient {
  const notice = (error: Error) => {
    if (error instanceof SignedOut) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        // Freshness comes from `changed`; asking again on focus would only make the numbers flicker.
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => error instanceof Unreachable && count < 5,
      },
    },
  });
}
