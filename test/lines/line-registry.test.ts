import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { aPluggedSamband, aSim, type PluggedSamband } from '../support/plugged-samband.ts';

const P = '/dev/ttyUSB0';
const Q = '/dev/ttyUSB4';
const ANNA = '+46701740629';
const BO = '+46701740631';

describe('the lines of a program', () => {
  let here: PluggedSamband;
  afterEach(() => here.dispose());

  const lines = () => here.ask('lines.list', {});
  const line = async (port: string) => (await lines()).find((each) => each.port === port) ?? null;
  const readyOn = (port: string) =>
    here.until(`a ready line on ${port}`, async () => {
      const found = await line(port);
      return found?.state === 'ready' ? found : null;
    });
  const memberOf = (bookId: number, phone: string) =>
    here.until(`${phone} is in book ${bookId}`, async () => {
      const { items } = await here.ask('members.list', { bookId, limit: 50, offset: 0 });
      return items.find((member) => member.phone === phone && member.status === 'active') ?? null;
    });
  const leftBook = (bookId: number, phone: string) =>
    here.until(`${phone} left book ${bookId}`, async () => {
      const { items } = await here.ask('members.list', { bookId, limit: 50, offset: 0 });
      return items.find((member) => member.phone === phone && member.status === 'unsubscribed') ?? null;
    });
  const book = (id: number) => here.ask('books.get', { id });

  it('stand in the list before their SIM is known, and a book can have one', async () => {
    here = await aPluggedSamband({ modem: P });
    const [seen] = await lines();
    assert.deepEqual([seen?.port, seen?.state, seen?.number], [P, 'starting', null]);
    const { id } = await here.ask('books.create', { name: 'Rödd IF' });
    assert.equal((await book(id)).lineId, seen?.id);
    assert.equal((await here.lineIn('unplugged')).problem, 'port-missing');

    const modem = here.plug(P, aSim(1));
    const ready = await here.lineIn('ready');
    assert.deepEqual([ready.id, ready.bookId, ready.number], [seen?.id, id, '+46701740681']);
    assert.equal((await book(id)).number, '+46701740681');
    modem.network.telephone(ANNA).send('START');
    await memberOf(id, ANNA);
  });

  it('keep the texts of a line without a book until it gets one', async () => {
    here = await aPluggedSamband({ modem: P });
    const modem = here.plug(P, aSim(1));
    modem.network.telephone(ANNA).send('START');
    const { id: lineId } = await here.lineIn('ready');
    await here.until('the text is read', async () => (modem.storage().SM?.used() === 0 ? true : null));
    modem.network.telephone(BO).send('START');
    await here.until('the second text is read', async () => (modem.storage().SM?.used() === 0 ? true : null));
    assert.deepEqual(modem.network.submits, []);

    const { id } = await here.ask('books.create', { name: 'Rödd IF' });
    assert.equal((await book(id)).lineId, lineId);
    await memberOf(id, ANNA);
    await memberOf(id, BO);
    await here.until('both are told', async () => (modem.network.submits.length === 2 ? true : null));
  });

  it('follow a SIM to another port, and let the one it left go', async () => {
    here = await aPluggedSamband({ modem: P });
    const sim = aSim(1);
    const before = here.plug(P, sim);
    const { id: lineId } = await here.lineIn('ready');
    const { id } = await here.ask('books.create', { name: 'Rödd IF' });
    before.changeSim(null);
    const after = here.plug(Q, sim);
    await here.ask('lines.use', { port: Q });
    const moved = await readyOn(Q);
    assert.deepEqual([moved.id, moved.bookId, (await lines()).length], [lineId, id, 1]);

    after.network.telephone(ANNA).send('START');
    await memberOf(id, ANNA);
    await here.until('the reply goes by the SIM', async () => (after.network.submits.length === 1 ? true : null));
    assert.equal(before.network.submits.length, 0);
    // Nothing holds the port it left any more.
    before.open().close();
  });

  it('are another when another SIM sits in the port; its number is its own and the book waits', async () => {
    here = await aPluggedSamband({ modem: P });
    const modem = here.plug(P, aSim(1));
    const { id: first } = await here.lineIn('ready');
    const { id } = await here.ask('books.create', { name: 'Rödd IF' });
    // It waits for its PIN in the meantime, with what the modem told of the SIM before it still in mind.
    modem.changeSim(aSim(2, { ownNumber: null, pin: '1234' }));
    const locked = await here.until('another SIM asks for its PIN', async () => {
      const found = await line(P);
      return found?.state === 'needs-pin' ? found : null;
    });
    await here.ask('lines.enterPin', { id: locked.id, pin: '1234' });
    const other = await here.until('another line is ready', async () => {
      const found = await line(P);
      return found?.state === 'ready' && found.id !== first ? found : null;
    });
    assert.deepEqual([other.number, other.bookId], [null, null]);
    const left = (await lines()).find((each) => each.id === first);
    assert.deepEqual([left?.port, left?.state, left?.bookId, left?.number], [null, 'unplugged', id, '+46701740681']);
    assert.equal((await book(id)).lineId, first);
  });

  it('are another also when the SIM was changed under power and the modem says nothing of it', async () => {
    here = await aPluggedSamband({ modem: P });
    const modem = here.plug(P, aSim(1));
    const { id: first } = await here.lineIn('ready');
    modem.changeSim(aSim(2));
    const other = await here.until('another line is ready', async () => {
      const found = await line(P);
      return found?.state === 'ready' && found.id !== first ? found : null;
    });
    assert.equal(other.number, '+46701740682');
  });

  it('hand the book over that was given a port whose SIM turns out to be known, with all who left by it', async () => {
    here = await aPluggedSamband({ modem: P });
    const sim = aSim(1);
    const modem = here.plug(P, sim);
    const { id: known } = await here.lineIn('ready');
    const first = await here.ask('books.create', { name: 'Rödd IF' });
    modem.network.telephone(ANNA).send('START');
    await memberOf(first.id, ANNA);
    modem.network.telephone(ANNA).send('STOPP');
    await leftBook(first.id, ANNA);
    await here.ask('books.remove', { id: first.id });

    // The next start is on another port, and the new book is given that before its SIM has said who it is.
    await here.restart(Q);
    const standing = await line(Q);
    const second = await here.ask('books.create', { name: 'Rödd IF igen', lineId: standing?.id });
    assert.equal((await book(second.id)).lineId, standing?.id);
    here.plug(Q, sim);
    const found = await readyOn(Q);
    assert.deepEqual([found.id, found.bookId, (await lines()).length], [known, second.id, 1]);
    assert.equal(await here.refusal('members.add', { bookId: second.id, phone: ANNA }), 'member-has-left');
  });

  it('let nobody lose a book that both the port and the SIM had', async () => {
    here = await aPluggedSamband({ modem: P });
    const sim = aSim(1);
    here.plug(P, sim);
    await here.lineIn('ready');
    const first = await here.ask('books.create', { name: 'Rödd IF' });
    await here.restart(Q);
    const standing = await line(Q);
    const second = await here.ask('books.create', { name: 'Kören', lineId: standing?.id });
    here.plug(Q, sim);
    const found = await readyOn(Q);
    assert.equal(found.bookId, first.id);
    assert.equal((await book(second.id)).lineId, standing?.id);
  });

  it('never overwrite a number that somebody wrote', async () => {
    here = await aPluggedSamband({ modem: P });
    here.plug(P, aSim(1));
    const { id } = await here.lineIn('ready');
    await here.ask('lines.setNumber', { id, number: '070-174 06 99' });
    await here.restart(P);
    assert.equal((await here.lineIn('ready')).number, '+46701740699');
  });

  it('find a modem by themselves, and the same one again', async () => {
    here = await aPluggedSamband({ modem: 'auto' });
    assert.deepEqual(await lines(), []);
    here.plug(Q, aSim(1));
    const { id } = await here.lineIn('ready');
    here.plug(P, aSim(2));
    await here.restart('auto');
    assert.deepEqual((await here.lineIn('ready')).id, id);
  });
});
