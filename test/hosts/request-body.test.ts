import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { aWebHost, bearer, TOKEN, type WebHostUnderTest } from '../support/web-host.ts';

let web: WebHostUnderTest;
before(async () => {
  web = await aWebHost();
});
after(async () => {
  await web.dispose();
  assert.deepEqual(web.errors, []);
});

describe('a body that is too large', () => {
  it('is refused, and the same connection then serves the next call', async () => {
    const large = 20 * 1024 * 1024;
    const head = (length: number) =>
      `POST /api/x HTTP/1.1\r\nHost: 127.0.0.1:${web.port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: ${length}\r\n\r\n`;
    const socket = connect(web.port, '127.0.0.1');
    socket.setEncoding('utf8');
    let heard = '';
    const both = new Promise<void>((resolve, reject) => {
      socket.on('data', (piece: string) => {
        heard += piece;
        if (heard.includes('"side":"real"')) resolve();
      });
      socket.on('close', () => reject(new Error(`closed after: ${heard}`)));
    });
    socket.write(head(large));
    for (let sent = 0; sent < large; sent += 1024 * 1024) socket.write(Buffer.alloc(1024 * 1024, 0x20));
    socket.write(`${head(2)}{}`);
    await both;
    socket.removeAllListeners('close');
    socket.destroy();
    assert.match(heard, /^HTTP\/1\.1 413 /);
    assert.match(heard, /\{"ok":false,"code":"too-large","detail":\{\}\}/);
  });

  it('is not kept in memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    await new Promise<void>((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port: web.port, method: 'POST', path: '/api/x', headers: bearer },
        (answer) => {
          assert.equal(answer.statusCode, 413);
          answer.resume().on('end', resolve);
        },
      );
      outgoing.on('error', reject);
      const piece = Buffer.alloc(256 * 1024, 0x20);
      let left = 240;
      const more = () => {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        if (left-- > 0) outgoing.write(piece, more);
        else outgoing.end();
      };
      more();
    });
    assert.ok(most < 45 * 1024 * 1024, `${most} bytes were held of 60 MB`);
  });

  it('without end ends the connection, not the program', async () => {
    const outgoing = request({ host: '127.0.0.1', port: web.port, method: 'POST', path: '/api/x', headers: bearer });
    const ended = new Promise((resolve) => {
      outgoing.on('response', (answer) => resolve(answer.statusCode));
      outgoing.on('error', resolve);
    });
    const piece = Buffer.alloc(1024 * 1024, 0x20);
    const more = () => void (outgoing.destroyed || outgoing.write(piece, (error) => error || more()));
    more();
    assert.ok(await ended);
    outgoing.destroy();
    assert.equal((await web.call('books.list', {})).status, 200);
  });
});

it('a client that goes away in the middle harms nobody', async () => {
  const socket = connect(web.port, '127.0.0.1');
  socket.write(`POST /api/x HTTP/1.1\r\nHost: 127.0.0.1:${web.port}\r\nAuthorization: Bearer ${TOKEN}\r\n`);
  await new Promise<void>((resolve) => socket.write('Content-Length: 100\r\n\r\n{"half":', () => resolve()));
  socket.destroy();
  assert.equal((await web.call('books.list', {})).status, 200);
});
