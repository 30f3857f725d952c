import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseArguments } from '../electron/arguments.ts';

const parse = (...argv: string[]) => parseArguments(argv, { XDG_DATA_HOME: '/srv' }, 'linux');

it('finds a modem, a port and a folder by itself', () => {
  assert.deepEqual(parse(), { dataDir: '/srv/samband', modem: 'auto', port: 0 });
});

it('takes what is given', () => {
  const given = { dataDir: 'here', modem: '/dev/ttyUSB0', port: 4801 };
  assert.deepEqual(parse('--data', 'here', '--modem', '/dev/ttyUSB0', '--port', '4801'), given);
  assert.deepEqual(parse('--data=here', '--modem=/dev/ttyUSB0', '--port=4801'), given);
});

const refused: [argv: string[], because: RegExp][] = [
  [['--port', 'x'], /--port x is no port/],
  [['--port', '65536'], /--port 65536 is no port/],
  [['--data', ''], /--data wants a folder/],
  [['--modem='], /--modem wants/],
  [['--data'], /data/],
  [['--mdoem', 'x'], /--mdoem/],
  [['here'], /here/],
];
for (const [argv, because] of refused) {
  it(`refuses ${argv.join(' ')}, in one line that says what is known`, () => {
    assert.throws(
      () => parse(...argv),
      (error: unknown) => {
        assert.ok(error instanceof Error);
        assert.equal(error.name, 'UsageError');
        assert.match(error.message, because);
        assert.match(error.message, /Known: --data DIR/);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      },
    );
  });
}
