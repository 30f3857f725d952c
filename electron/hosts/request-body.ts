import type { IncomingMessage } from 'node:http';

/** The largest call is an import of 100,000 members, about 6 MB of CSV, twice that where every letter is escaped. */
export const LARGEST_BODY_BYTES = 16 * 1024 * 1024;

/** So much of a body that is too large is read past before the answer; of what is larger still, the connection is closed. */
const LARGEST_READ_PAST_BYTES = 64 * 1024 * 1024;

export type RequestBody =
  | { kind: 'object'; value: object }
  /** Not UTF-8, not JSON, or JSON that is not an object. */
  | { kind: 'malformed' }
  /** `ended` is false when the client is still sending. */
  | { kind: 'too-large'; ended: boolean }
  /** The client went away in the middle. */
  | { kind: 'gone' };

/**
 * Reads the JSON object of a request, holding at most `LARGEST_BODY_BYTES` of it. What is too large is read past, so
 * that a client which writes all before it reads gets its answer instead of a broken connection. Never rejects.
 */
export function readBody(request: IncomingMessage): Promise<RequestBody> {
  return new Promise((resolve) => {
    let pieces: Buffer[] = [];
    let length = 0;
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length <= LARGEST_BODY_BYTES) pieces.push(piece);
      else pieces = [];
      if (length > LARGEST_READ_PAST_BYTES) resolve({ kind: 'too-large', ended: false });
    });
    request.on('end', () => {
      resolve(length > LARGEST_BODY_BYTES ? { kind: 'too-large', ended: true } : parse(Buffer.concat(pieces)));
    });
    // Both come after `end` too, when the promise is settled already.
    request.on('error', () => resolve({ kind: 'gone' }));
    request.on('close', () => resolve({ kind: 'gone' }));
  });
}

function parse(bytes: Buffer): RequestBody {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { kind: 'object', value };
  } catch {
    // What cannot be decoded or parsed is malformed, like what is parsed but is no object.
  }
  return { kind: 'malformed' };
}
