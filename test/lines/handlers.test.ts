import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { SubmitFault } from '../../electron/modem/practice/habits.ts';
import { aPluggedSamband, aSim, type PluggedSamband } from '../support/plugged-samband.ts';

const PORT = '/dev/ttyUSB0';
const ANNA = '+46701740629';

describe('the calls about lines', () => {
  let here: PluggedSamband;
  beforeEach(async () => {
    here = await aPluggedSamband({ modem: PORT });
  });
  afterEach(() => here.dispose());
  const now = async () => {
    const [line] = await here.ask('lines.list', {});
    assert.ok(line);
    return line;
  };

  it('tell what a line is, from the modem and the SIM', async () => {
    here.plug(PORT, aSim(1));
    const line = await here.lineIn('ready');
    assert.equal(line.number, '+46701740681');
    assert.ok(line.operator);
    assert.ok(line.model);
    assert.ok(line.signal !== null && line.signal <= 31);
    assert.ok(line.storage.length > 0);
    assert.ok(line.lastHeardAt !== null && line.lastHeardAt <= here.clock.now());
    assert.equal('pinTriesLeft' in line, false);
    assert.equal('problem' in line, false);
  });

  it('give a PIN that is asked for, and say what is wrong with one that is not', async () => {
    const { id } = await now();
    assert.equal(await here.refusal('lines.enterPin', { id, pin: '1234' }), 'pin-not-asked');
    assert.equal(await here.refusal('lines.enterPin', { id: id + 1, pin: '1234' }), 'not-found');
    const modem = here.plug(PORT, aSim(1, { pin: '1234', puk: '12345678' }));
    assert.equal((await here.lineIn('needs-pin')).pinTriesLeft, 3);
    for (const pin of ['', '123', '123456789', '12a4', '1234"']) {
      assert.equal(await here.refusal('lines.enterPin', { id, pin }), 'invalid-pin');
    }
    await here.ask('lines.enterPin', { id, pin: '0000' });
    await here.until('the try is lost', async () => ((await now()).pinTriesLeft === 2 ? true : null));
    assert.equal((await now()).problem, 'pin-wrong');
    assert.equal(await here.refusal('lines.enterPin', { id, pin: '0000' }), 'pin-tried-before');

    await here.ask('lines.enterPin', { id, pin: '1111' });
    await here.until('the second is lost', async () => ((await now()).pinTriesLeft === 1 ? true : null));
    assert.equal(await here.refusal('lines.enterPin', { id, pin: '1234' }), 'last-try');
    await here.ask('lines.enterPin', { id, pin: '1234', lastTry: true });
    await here.lineIn('ready');
    const given = () => modem.commands.filter((command) => command.startsWith('+CPIN='));
    assert.equal(given().length, 3);

    // It is given again by itself when the modem has been without power.
    modem.unplug(1000);
    await here.until('it is unlocked again', async () =>
      given().length === 4 && (await now()).state === 'ready' ? true : null,
    );
    await here.restart(PORT);
    await here.lineIn('ready');
    assert.equal(given().length, 4);
  });

  it('take a number as it is written in the country, take it back, and refuse what is none', async () => {
    const { id } = await now();
    await here.ask('lines.setNumber', { id, number: '070-174 06 99' });
    assert.equal((await now()).number, '+46701740699');
    assert.equal(await here.refusal('lines.setNumber', { id, number: '12' }), 'invalid-phone');
    await here.ask('lines.setNumber', { id, number: '' });
    assert.equal((await now()).number, null);
    assert.equal(await here.refusal('lines.setNumber', { id: id + 1, number: '' }), 'not-found');
  });

  it('try a line with a text to one number, by the book that has it', async () => {
    const modem = here.plug(PORT, aSim(1));
    const { id } = await here.lineIn('ready');
    assert.equal(await here.refusal('lines.test', { id, to: ANNA }), 'no-line');
    await here.ask('books.create', { name: 'Rödd IF' });
    assert.equal(await here.refusal('lines.test', { id, to: 'Anna' }), 'invalid-phone');
    await here.ask('lines.test', { id, to: '070-174 06 29' });
    const [text] = await here.until('it arrives', async () => {
      const inbox = modem.network.telephone(ANNA).inbox();
      return inbox.length > 0 ? inbox : null;
    });
    assert.match(text?.text ?? '', /Rödd IF/);
  });

  it('say that the network refused the account until somebody resumes, though the modem is ready', async () => {
    const submitFaults: SubmitFault[] = [{ nth: [1], effect: { kind: 'error', end: { cms: 8 } } }];
    const modem = here.plug(PORT, aSim(1), { submitFaults });
    const { id } = await here.lineIn('ready');
    await here.ask('books.create', { name: 'Rödd IF' });
    await here.ask('lines.test', { id, to: ANNA });
    await here.until('it is refused', async () => ((await now()).problem === 'account-refused' ? true : null));
    assert.equal((await now()).state, 'ready');

    modem.unplug();
    await here.restart();
    await here.until('what is mended first is said first', async () =>
      (await now()).problem === 'port-missing' ? true : null,
    );
    here.plug(PORT, aSim(1));
    assert.equal((await here.lineIn('ready')).problem, 'account-refused');
    await here.ask('outbox.resume', {});
    assert.equal('problem' in (await now()), false);
  });

  it('name the ports of the computer, and use another one from now on', async () => {
    here.plug('/dev/ttyUSB4', aSim(2));
    assert.deepEqual(await here.ask('lines.ports', {}), [{ path: '/dev/ttyUSB4', maker: 'Huawei' }]);
    await here.ask('lines.use', { port: '/dev/ttyUSB4' });
    const ready = async () => (await here.ask('lines.list', {})).find(({ state }) => state === 'ready') ?? null;
    const used = await here.until('it is ready', ready);
    assert.equal(used.port, '/dev/ttyUSB4');
    await here.restart('auto');
    assert.equal((await here.until('it is ready again', ready)).id, used.id);
  });

  it('say that mail is not there yet', async () => {
    assert.deepEqual(await here.ask('mail.status', {}), { imap: 'off', smtp: 'off' });
    const server = { host: 'mail.example.se', port: 993, secure: true };
    assert.equal(
      await here.refusal('mail.configure', {
        imap: { ...server, user: 'a', password: 'b' },
        smtp: server,
        from: 'bok@example.se',
      }),
      'mail-not-configured',
    );
  });
});
