import type { Log } from '../log.ts';

/** A serial port as the system tells of it; `vendorId` is that of its USB device, hexadecimal. */
export interface SerialPortSeen {
  path: string;
  vendorId?: string | undefined;
  manufacturer?: string | undefined;
}

/**
 * Looks for serial ports. Where the system cannot tell (a container without udev) there are none, which is logged the
 * first time; a port can still be given by its path.
 */
export function createPortList(log: Log): () => Promise<SerialPortSeen[]> {
  let told = false;
  return async () => {
    try {
      const { SerialPort } = await import('serialport');
      return await SerialPort.list();
    } catch (error) {
      if (!told)
        log.warn(`The serial ports cannot be listed: ${error instanceof Error ? error.message : String(error)}`);
      told = true;
      return [];
    }
  };
}
