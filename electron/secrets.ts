import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Seals what must not lie readable in the database (a PIN, a mail password). */
export interface Secrets {
  seal(text: string): string;
  /** Null when it was sealed with another key. */
  unseal(sealed: string): string | null;
}

/**
 * The 32 bytes of `name` in the data folder, made at the first start (mode 0600, on disk before they are used: an address
 * keyed with a key that a power cut then takes away would match nothing for ever).
 */
export function folderKey(dataDir: string, name: string): Uint8Array {
  const file = join(dataDir, name);
  try {
    const key = readFileSync(file);
    if (key.length !== 32) throw new Error(`${file} is damaged: it should hold 32 bytes. Put it back from a backup.`);
    return key;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const key = randomBytes(32);
  // Renamed into place whole: a program killed here must find no key or a key at its next start, never half of one.
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, key);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
  syncFolder(dataDir);
  return key;
}

/** A name is on disk only when its folder is; Windows opens no folders and writes them down by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Told to both ends: without it a seal cut down to four bytes of its tag would be taken too. */
const TAG = { authTagLength: 16 };

/** AES-256-GCM with a key of the data folder, for hosts without a keychain. */
export function createSecrets(key: Uint8Array): Secrets {
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, TAG);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), TAG);
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        // Sealed by another folder or another host: to the caller that is the same as not having it.
        return null;
      }
    },
  };
}
