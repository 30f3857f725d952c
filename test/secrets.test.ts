import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createSecrets, folderKey } from '../electron/secrets.ts';

describe('the keys of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samband-keys-'));
  after(() => rmSync(folder, { recursive: true }));

  it('are made once, for their owner alone, and are not each other’s', () => {
    const key = folderKey(folder, 'address.key');
    assert.equal(key.length, 32);
    assert.deepEqual(folderKey(folder, 'address.key'), key);
    assert.notDeepEqual(folderKey(folder, 'secrets.key'), key);
    if (process.platform !== 'win32') assert.equal(statSync(join(folder, 'address.key')).mode & 0o777, 0o600);
  });

  it('are made whole where the program was killed while it made them', () => {
    writeFileSync(join(folder, 'late.key.draft'), new Uint8Array(5));
    const key = folderKey(folder, 'late.key');
    assert.equal(key.length, 32);
    assert.deepEqual(folderKey(folder, 'late.key'), key);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.draft')),
      [],
    );
  });

  it('are never replaced when they are damaged', () => {
    const file = join(folder, 'damaged.key');
    for (const bytes of [new Uint8Array(), new Uint8Array(31), new Uint8Array(33)]) {
      writeFileSync(file, bytes);
      assert.throws(() => folderKey(folder, 'damaged.key'), /damaged\.key is damaged/);
      assert.deepEqual(new Uint8Array(readFileSync(file)), bytes);
    }
  });
});

describe('a sealed text', () => {
  const secrets = createSecrets(new Uint8Array(32).fill(1));

  it('comes back whole, and is not to be read', () => {
    for (const text of ['', '1234', 'lösenord med å, ä, ö och 🎉', 'x'.repeat(10_000)]) {
      const sealed = secrets.seal(text);
      assert.equal(secrets.unseal(sealed), text);
      if (text !== '') assert.ok(!Buffer.from(sealed, 'base64').includes(Buffer.from(text)));
    }
  });

  it('is another each time, so that equal ones cannot be told', () => {
    assert.notEqual(secrets.seal('1234'), secrets.seal('1234'));
  });

  it('is nothing to another key, nor when a single bit of it is changed', () => {
    const sealed = secrets.seal('1234');
    assert.equal(createSecrets(new Uint8Array(32).fill(2)).unseal(sealed), null);
    const bytes = Buffer.from(sealed, 'base64');
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      assert.equal(secrets.unseal(changed.toString('base64')), null);
    }
  });

  it('is nothing when it is cut off: a shortened seal is no seal', () => {
    const bytes = Buffer.from(secrets.seal('1234'), 'base64');
    for (let length = 0; length < bytes.length; length += 1) {
      assert.equal(secrets.unseal(bytes.subarray(0, length).toString('base64')), null, `${length} bytes`);
    }
  });
});
