import { stat } from 'node:fs/promises';
import { type OpenPort, type Port, PortError, type PortProblem } from './port.ts';

const BAUD_RATE = 115_200;
const CLOSE_MS = 2_000;
const WATCH_MS = 1_000;

/** Opens a serial device or pseudo-terminal, or a link to one, for this process alone. */
export const openSerialPort: OpenPort = async (path) => {
  // Loaded here, so that everything around it runs where the native part cannot be loaded.
  const { SerialPort } = await import('serialport');
  // No hang-up on close: on some boards a falling DTR resets the modem at every reopening.
  const device = new SerialPort({ path, baudRate: BAUD_RATE, lock: true, hupcl: false, autoOpen: false });
  const closed = Promise.withResolvers<Error | undefined>();
  // Without a listener an error of the stream ends the process.
  device.on('error', (error: Error) => closed.resolve(error));
  device.on('close', (error?: Error) => closed.resolve(error));
  await new Promise<void>((resolve, reject) => {
    device.open((error) => (error ? reject(new PortError(problemOf(error), error.message)) : resolve()));
  });
  const unwatch = await watchDevice(path, () => {
    closed.resolve(new Error('The device is gone'));
    if (device.isOpen) device.close(() => {});
  });
  void closed.promise.then(unwatch);
  // A pseudo-terminal has no such lines (ENOTTY), and neither have some USB modems.
  device.set({ dtr: true, rts: true }, () => {});

  const port: Port = {
    write(bytes) {
      return new Promise((resolve, reject) => {
        device.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
      });
    },
    onData(listener) {
      device.on('data', listener);
    },
    onClose(listener) {
      void closed.promise.then(listener);
    },
    close() {
      if (!device.isOpen) return Promise.resolve();
      return new Promise((resolve) => {
        // A device that was pulled out may never answer.
        const timer = setTimeout(resolve, CLOSE_MS);
        device.close(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
  return port;
};

/**
 * Calls `gone` when the path vanishes or becomes another device; returns what ends the watch. The native layer reads a hung-up tty as "nothing
 * yet" for ever, unless it happens to be waiting in poll at that moment, so a pulled cable is not always told by a close event.
 */
async function watchDevice(path: string, gone: () => void): Promise<() => void> {
  const atFirst = await stat(path).catch(() => null);
  // Windows has no file for a COM port, and tells of its end by itself.
  if (!atFirst) return () => {};
  const timer = setInterval(async () => {
    const now = await stat(path).catch(() => null);
    if (now?.rdev !== atFirst.rdev || now.ino !== atFirst.ino) gone();
  }, WATCH_MS);
  return () => clearInterval(timer);
}

/** The native layer tells errors apart by their text only: `Error: No such file or directory, cannot open /dev/ttyUSB0`. */
function problemOf(error: Error): PortProblem {
  const text = `${error.name} ${error.message}`;
  if (/no such (file|device)|ENOENT|ENODEV|ENXIO|file not found/i.test(text)) return 'missing';
  // On Windows a port that another program holds answers "Access denied"; there is no other way to be denied one.
  if (/cannot lock|resource temporarily unavailable|busy|EBUSY/i.test(text)) return 'busy';
  if (/access (is )?denied/i.test(text)) return process.platform === 'win32' ? 'busy' : 'not-permitted';
  if (/permission denied|EACCES|EPERM|not permitted/i.test(text)) return 'not-permitted';
  return 'failed';
}
