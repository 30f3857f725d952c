/** A stop that takes longer than was promised is cut off; what was committed is safe, and the rest was in flight. */
const PATIENCE_MS = 4800;

/** Ends the process when it is asked to, in order; a second signal ends it at once. */
export function stopOnSignals(served: { stop(): Promise<void> }, complain: (line: string) => void): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => {
      complain('Stopping took too long and was cut off');
      process.exit(1);
    }, PATIENCE_MS).unref();
    served.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(`Stopping failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}
