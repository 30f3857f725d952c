/** A stop that takes longer than was promised is cut off; what was committed is safe, and the rest was in flight. */
const PATIENCE_MS = 4800;

/** How soon an orphan notices that it is one. */
const NOTICE_MS = 200;

/**
 * Ends the process when it is asked to, in order; a second signal ends it at once.
 *
 * npm passes a signal on to the shell it runs a script in, and many a shell then dies without a word to the program in
 * it. So under npm the loss of the parent counts as being asked.
 */
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
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    if (!stopping) stop();
  }, NOTICE_MS);
  watch.unref();
}
