import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommandLine, readArguments } from '../../../electron/modem/practice/command-line.ts';

const LINES: [line: string, commands: string[] | null][] = [
  ['AT', []],
  ['at', []],
  ['', null],
  ['07916407058099F9', null],
  ['~~xAT+CSQ', ['+CSQ run ']],
  ['ATE0', ['E run 0']],
  ['AT&F', ['&F run ']],
  ['ATE0V1', ['E run 0', 'V run 1']],
  ['ATE0+CPMS?', ['E run 0', '+CPMS read ']],
  ['ATS3=13E1', ['S set 3=13', 'E run 1']],
  ['AT+CMEE=1;+CREG=2', ['+CMEE set 1', '+CREG set 2']],
  ['at+cmgs=23', ['+CMGS set 23']],
  ['AT+CNMI=?', ['+CNMI test ']],
  ['AT^CURC=0', ['^CURC set 0']],
  ['AT$TSSPCSW=?', ['$TSSPCSW test ']],
  ['AT+CPMS="SM","ME";+CSQ', ['+CPMS set "SM","ME"', '+CSQ run ']],
  ['AT+CLCK="S;C",2', ['+CLCK set "S;C",2']],
  ['AT!', ['? run ']],
];

for (const [line, expected] of LINES) {
  test(`the line ${JSON.stringify(line)} is read`, () => {
    const commands = parseCommandLine(line);
    assert.deepEqual(commands?.map(({ name, form, value }) => `${name} ${form} ${value}`) ?? null, expected);
  });
}

test('arguments keep commas inside quotes and absent places', () => {
  assert.deepEqual(readArguments('"a,b",,2'), ['a,b', '', '2']);
  assert.deepEqual(readArguments(''), ['']);
});
