import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, aWebHost, bearer, TOKEN, type WebHostUnderTest } from '../support/web-host.ts';

let web: WebHostUnderTest;
before(async () => {
  web = await aWebHost();
});
after(async () => {
  await web.dispose();
  assert.deepEqual(web.errors, []);
});

describe('who may come in', () => {
  const cases: [meaning: string, headers: () => Record<string, string>, status: number][] = [
    ['the token', () => bearer, 200],
    ['the token, from our own page', () => ({ ...bearer, origin: `http://127.0.0.1:${web.port}` }), 200],
    ['the token, by the name localhost', () => ({ ...bearer, host: `localhost:${web.port}` }), 200],
    ['no token', () => ({}), 403],
    ['a wrong token', () => ({ authorization: `Bearer ${TOKEN}x` }), 403],
    ['an empty token', () => ({ authorization: 'Bearer ' }), 403],
    ['the token as a password', () => ({ authorization: `Basic ${TOKEN}` }), 403],
    ['a name that was pointed to this computer', () => ({ ...bearer, host: `evil.example:${web.port}` }), 403],
    ['the right name at another port', () => ({ ...bearer, host: `127.0.0.1:${web.port + 1}` }), 403],
    ["another site's page", () => ({ ...bearer, origin: 'https://evil.example' }), 403],
    ['a page from a file', () => ({ ...bearer, origin: 'null' }), 403],
    ['a page at another port', () => ({ ...bearer, origin: `http://127.0.0.1:${web.port + 1}` }), 403],
    ['a page that only begins like ours', () => ({ ...bearer, origin: `http://127.0.0.1:${web.port}0` }), 403],
  ];
  for (const [meaning, headers, status] of cases) {
    it(`${meaning}: ${status}`, async () => {
      assert.equal((await web.send('POST', '/api/books.list', headers(), '{}')).status, status);
      assert.equal((await web.send('POST', '/api/ticket', headers())).status, status);
    });
  }

  it('the pages and the changes are refused under another name too', async () => {
    assert.equal((await web.send('GET', '/', { host: 'evil.example' })).status, 403);
    assert.equal((await web.send('GET', '/api/events', { ...bearer, origin: 'https://evil.example' })).status, 403);
    assert.equal((await web.send('GET', '/api/events')).status, 403);
  });

  it('no site is let in by CORS', async () => {
    const answer = await web.send('OPTIONS', '/api/books.list', { ...bearer, origin: `http://127.0.0.1:${web.port}` });
    assert.equal(answer.status, 405);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });
});

describe('a ticket', () => {
  const exchange = (ticket: unknown) => web.send('POST', '/api/session', {}, JSON.stringify({ ticket }));
  const tokenIn = ({ text }: Answer): string => JSON.parse(text).value.token;

  it('is exchanged once for a bearer that opens the calls', async () => {
    const ticket = web.host.issueTicket();
    const first = await exchange(ticket);
    assert.equal(first.status, 200);
    const headers = { authorization: `Bearer ${tokenIn(first)}` };
    assert.equal((await web.send('POST', '/api/books.list', headers, '{}')).status, 200);
    assert.equal((await exchange(ticket)).status, 403);
  });

  it('is worth nothing after two minutes, made up, or of another kind', async () => {
    const ticket = web.host.issueTicket();
    web.time.pass(120_000);
    for (const tried of [ticket, 'made-up', '', 17, null, TOKEN]) assert.equal((await exchange(tried)).status, 403);
    assert.equal((await web.send('POST', '/api/session', {}, 'nonsense')).status, 403);
  });

  it('is issued to the token of the start alone', async () => {
    const session = tokenIn(await exchange(web.host.issueTicket()));
    assert.equal((await web.send('POST', '/api/ticket', { authorization: `Bearer ${session}` })).status, 403);
    const issued = await web.send('POST', '/api/ticket', bearer);
    assert.equal((await exchange(JSON.parse(issued.text).value.ticket)).status, 200);
  });
});

describe('a call', () => {
  it('reaches the real side as the local user', async () => {
    const { status, text, headers } = await web.call('books.create', { name: 'Å' });
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^application\/json/);
    assert.deepEqual(JSON.parse(text).value, {
      side: 'real',
      call: 'books.create',
      input: { name: 'Å' },
      caller: { userId: 7 },
    });
  });

  it('reaches the practice side by its header, and a misspelt header reaches neither', async () => {
    assert.equal(JSON.parse((await web.call('x', {}, { 'x-samband': 'practice' })).text).value.side, 'practice');
    assert.equal(JSON.parse((await web.call('x', {}, { 'x-samband': 'practise' })).text).code, 'invalid-input');
  });

  it('without a JSON object is refused', async () => {
    const bodies = ['', '{', 'null', '[]', '"x"', '17', '{"a":1}}', Buffer.from([0x7b, 0xff, 0x7d])];
    for (const body of bodies) {
      const { status, text } = await web.send('POST', '/api/books.list', bearer, body);
      assert.equal(status, 200, String(body));
      assert.equal(JSON.parse(text).code, 'invalid-input', String(body));
    }
  });

  it('is made by POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      assert.equal((await web.send(method, '/api/books.list', bearer)).status, 405);
    }
  });

  it('may carry 100,000 members', async () => {
    const csv = 'Anna Andersson;070-123 45 67;anna.andersson@example.org;Kören\n'.repeat(100_000);
    const { status, text } = await web.call('members.import', { csv });
    assert.equal(status, 200);
    assert.equal(JSON.parse(text).value.input.csv.length, csv.length);
  });
});
