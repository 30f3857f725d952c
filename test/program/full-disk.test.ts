import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import SQLite from 'better-sqlite3';
import type { Output } from '../../electron/contract/index.ts';
import { startHeadless } from '../support/headless.ts';

const ROWS = 500;
const disk = mkdtempSync(join(tmpdir(), 'samband-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=5m', 'tmpfs', disk]).status === 0;

describe('a full disk', { skip: mounted ? false : 'a disk of its own cannot be mounted here' }, () => {
  after(() => {
    spawnSync('umount', [disk]);
    rmdirSync(disk);
  });

  it('takes an import whole or not at all, and says so', async () => {
    const dataDir = join(disk, 'data');
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(2_000_000, 1));
    const program = await startHeadless({ dataDir, modem: 'none' });
    // The door has checked that this is what the call answers.
    const { id: bookId } = (await program.call('books.create', { name: 'Rödd IF' })) as Output<'books.create'>;
    const total = async () => ((await program.call('members.list', { bookId })) as Output<'members.list'>).total;
    const name = 'x'.repeat(150);
    const file = (nth: number) => [
      'Namn;Mobil',
      ...Array.from({ length: ROWS }, (_, row) => `${name} ${row};+46703${String(100_000 + nth * ROWS + row)}`),
    ];

    let imports = 0;
    let refused: { ok: boolean; code?: string };
    do {
      refused = await program.reply('members.import', { bookId, csv: file(imports).join('\n') });
      if (refused.ok) imports += 1;
    } while (refused.ok && imports < 100);

    assert.equal(refused.code, 'disk-full');
    assert.equal(await total(), imports * ROWS);
    await program.kill();

    const bare = new SQLite(join(dataDir, 'samband.sqlite'));
    assert.equal(bare.pragma('integrity_check', { simple: true }), 'ok');
    bare.close();
    rmSync(ballast);
    await program.restart();
    assert.equal(await total(), imports * ROWS);
    await program.dispose();
  });
});

if (!mounted) rmdirSync(disk);
