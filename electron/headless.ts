/**
 * The program without a window, for scripts, tests and machines without Electron:
 *
 *     npm run headless -- --data DIR --modem PATH|demo|auto|none --port N
 *
 * Prints one line of JSON on stdout when it serves (`{"ready":true,"url":…,"token":…}`) and nothing else there; the log
 * goes to stderr and to DIR/logs. SIGTERM and SIGINT stop it within five seconds. Exit codes: 0 after a stop, 2 for
 * arguments that cannot be meant (also a port that is taken), 3 for a data folder that cannot be had, 1 for a bug.
 */

/** Node-API 10 is what the database's native part is built for; an older Node would crash on loading it, without a word. */
const OLDEST_NODE_API = 10;

const complain = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  if (Number(process.versions.napi) < OLDEST_NODE_API) {
    complain(`Samband needs Node 22.18 or newer, and this is ${process.version}. Start it with: npm run headless`);
    process.exit(1);
  }
  // Loaded only now: the native parts must not be touched before the Node is known to fit them.
  const [{ parseArguments }, { serveSamband }, { exitCodeOf }, { stopOnSignals }] = await Promise.all([
    import('./arguments.ts'),
    import('./serve.ts'),
    import('./start-problems.ts'),
    import('./stop-on-signals.ts'),
  ]);
  // What is made in the folder holds addresses and texts: it is its owner's alone.
  process.umask(0o077);
  try {
    const options = parseArguments(process.argv.slice(2), process.env, process.platform);
    const served = await serveSamband(options, (line) => process.stderr.write(line));
    stopOnSignals(served, complain);
    process.stdout.write(`${JSON.stringify({ ready: true, url: served.url, token: served.token })}\n`);
  } catch (error) {
    const known = exitCodeOf(error);
    if (known === null) throw error;
    complain(known.sentence);
    process.exit(known.exitCode);
  }
}

await main();
