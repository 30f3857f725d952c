import { type OpenPort, type Port, PortError, type PortProblem } from './port.ts';

const BAUD_RATE = 115_200;
const CLOSE_MS = 2_000;

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

/** The serial ports of this computer; `vendorId` (four hex digits) for those on USB. */
export async function listSerialPorts(): Promise<
  { path: string; vendorId: string | undefined; manufacturer: string | undefined }[]
> {
  const { SerialPort } = await import('serialport');
  const found = await SerialPort.list().catch((error: NodeJS.ErrnoException) => {
    // Linux is asked through udevadm; a machine without it (a container) has no ports to find, but may be given one by path.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return found.map(({ path, vendorId, manufacturer }) => ({ path, vendorId, manufacturer }));
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
