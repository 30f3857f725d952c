import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createSecrets } from '../electron/secrets.ts';
import { createWindowSecrets, type Keychain } from '../electron/window-secrets.ts';

const keyFile = createSecrets(Buffer.alloc(32, 1));
const keychain = (backend: string, available = true): Keychain => ({
  isEncryptionAvailable: () => available,
  encryptString: (text) => Buffer.from([...text].reverse().join('')),
  decryptString(sealed) {
    if (sealed.toString().includes('foreign')) throw new Error('not ours');
    return [...sealed.toString()].reverse().join('');
  },
  getSelectedStorageBackend: () => backend,
});

it('seals with the keychain of the system', () => {
  const secrets = createWindowSecrets(keychain('gnome_libsecret'), keyFile);
  const sealed = secrets.seal('1234');
  assert.match(sealed, /^os:/);
  assert.equal(secrets.unseal(sealed), '1234');
  assert.equal(keyFile.unseal(sealed), null);
});

it('seals with the key file where the system has no real keychain', () => {
  for (const weak of [keychain('basic_text'), keychain('gnome_libsecret', false)]) {
    assert.equal(keyFile.unseal(createWindowSecrets(weak, keyFile).seal('1234')), '1234');
  }
});

it('unseals what the headless program sealed, and nothing that another keychain did', () => {
  const secrets = createWindowSecrets(keychain('kwallet6'), keyFile);
  assert.equal(secrets.unseal(keyFile.seal('1234')), '1234');
  assert.equal(secrets.unseal(`os:${Buffer.from('foreign').toString('base64')}`), null);
  const closed = createWindowSecrets(keychain('kwallet6', false), keyFile);
  assert.equal(closed.unseal(secrets.seal('1234')), null);
});
