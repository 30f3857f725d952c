import type { Secrets } from './secrets.ts';

/** What of Electron's safeStorage is used here. */
export interface Keychain {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

const MARK = 'os:';

/**
 * Seals with the keychain of the system, where it has a real one (the Linux fallback `basic_text` is a fixed password,
 * which protects less than the key file). What was sealed with the key file before, or by the headless program on the
 * same folder, is still unsealed with it; the other way round the secret has to be given again.
 */
export function createWindowSecrets(keychain: Keychain, keyFile: Secrets): Secrets {
  const real = keychain.isEncryptionAvailable() && keychain.getSelectedStorageBackend?.() !== 'basic_text';
  return {
    seal: (text) => (real ? MARK + keychain.encryptString(text).toString('base64') : keyFile.seal(text)),
    unseal(sealed) {
      if (!sealed.startsWith(MARK)) return keyFile.unseal(sealed);
      if (!keychain.isEncryptionAvailable()) return null;
      try {
        return keychain.decryptString(Buffer.from(sealed.slice(MARK.length), 'base64'));
      } catch {
        // Another user's keychain, or one made anew: to the caller that is the same as not having it.
        return null;
      }
    },
  };
}
