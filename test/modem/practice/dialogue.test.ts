import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPracticeModem } from '../../support/typed-client.ts';

/** What is typed after ATE0, and all that comes back; the last answer of several lines counts. */
const DIALOGUES: [name: string, lines: string[], answer: string][] = [
  ['AT alone', ['AT'], '\r\nOK\r\n'],
  ['echo', ['ATE1', 'AT'], 'AT\r\r\nOK\r\n'],
  ['numeric results', ['ATV0', 'AT'], '0\r'],
  ['a numeric error', ['ATV0', 'AT+NONSENSE'], '4\r'],
  ['quiet', ['ATQ1', 'AT'], ''],
  ['no command line', ['nonsense'], ''],
  ['an unknown command', ['AT+NONSENSE'], '\r\nERROR\r\n'],
  ['two commands, one result', ['AT+CMEE=1;+CREG=2'], '\r\nOK\r\n'],
  ['the rest after an error is left', ['AT+NONSENSE;+CMEE=2', 'AT+CMEE?'], '\r\n+CMEE: 0\r\n\r\nOK\r\n'],
  ['IMEI', ['AT+CGSN'], '\r\n490154203237518\r\n\r\nOK\r\n'],
  ['IMSI', ['AT+CIMI'], '\r\n240990000000017\r\n\r\nOK\r\n'],
  ['ICCID', ['AT+CCID'], '\r\n+CCID: 8946070000000000017\r\n\r\nOK\r\n'],
  ['own number', ['AT+CNUM'], '\r\n+CNUM: "","+46700000100",145\r\n\r\nOK\r\n'],
  ['character sets', ['AT+CSCS=?'], '\r\n+CSCS: ("GSM","IRA","UCS2")\r\n\r\nOK\r\n'],
  ['strings in UCS2', ['AT+CSCS="UCS2"', 'AT+COPS?'], '\r\n+COPS: 0,0,"00530061006D00620061006E0064",2\r\n\r\nOK\r\n'],
  ['PIN not needed', ['AT+CPIN?'], '\r\n+CPIN: READY\r\n\r\nOK\r\n'],
  ['registration', ['AT+CREG?'], '\r\n+CREG: 0,1\r\n\r\nOK\r\n'],
  ['registration with its place', ['AT+CREG=2', 'AT+CREG?'], '\r\n+CREG: 2,1,"00C3","0000A1B2"\r\n\r\nOK\r\n'],
  ['the radio off', ['AT+CFUN=4', 'AT+CEREG?'], '\r\n+CEREG: 0,0\r\n\r\nOK\r\n'],
  ['the operator in digits', ['AT+COPS=3,2', 'AT+COPS?'], '\r\n+COPS: 0,2,"24099",2\r\n\r\nOK\r\n'],
  ['signal', ['AT+CSQ'], '\r\n+CSQ: 19,99\r\n\r\nOK\r\n'],
  ['service centre', ['AT+CSCA?'], '\r\n+CSCA: "+46705008999",145\r\n\r\nOK\r\n'],
  ['PDU mode', ['AT+CMGF=0;+CMGF?'], '\r\n+CMGF: 0\r\n\r\nOK\r\n'],
  ['no text mode', ['AT+CMGF=1'], '\r\n+CMS ERROR: 303\r\n'],
  ['memories', ['AT+CPMS=?'], '\r\n+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")\r\n\r\nOK\r\n'],
  ['memories chosen', ['AT+CPMS="ME","SM","ME"', 'AT+CPMS?'], '\r\n+CPMS: "ME",0,50,"SM",0,20,"ME",0,50\r\n\r\nOK\r\n'],
  ['announcements', ['AT+CNMI=2,1,0,1,0', 'AT+CNMI?'], '\r\n+CNMI: 2,1,0,1,0\r\n\r\nOK\r\n'],
  ['announcements it cannot', ['AT+CNMI=2,3'], '\r\n+CMS ERROR: 302\r\n'],
  ['an empty slot', ['AT+CMGR=0'], '\r\n+CMS ERROR: 321\r\n'],
  ['an empty memory', ['AT+CMGL=4'], '\r\nOK\r\n'],
  ['nothing to acknowledge', ['AT+CNMA'], '\r\n+CMS ERROR: 340\r\n'],
  ['errors in words', ['AT+CMEE=2', 'AT+CMGD=99'], '\r\n+CMS ERROR: invalid memory index\r\n'],
  ['a CME code hidden', ['AT+CPIN="1234"'], '\r\nERROR\r\n'],
  ['a CME code shown', ['AT+CMEE=1', 'AT+CPIN="1234"'], '\r\n+CME ERROR: 3\r\n'],
  ['settings forgotten by ATZ', ['AT+CMEE=1', 'ATZ', 'AT+CMEE?'], 'AT+CMEE?\r\r\n+CMEE: 0\r\n\r\nOK\r\n'],
  ['a stale prompt left by ESC', ['AT+CMGS=19', '\x1bAT'], '\r\nOK\r\n\r\nOK\r\n'],
];

for (const [name, lines, answer] of DIALOGUES) {
  test(`the modem says: ${name}`, async () => {
    const { client } = await aPracticeModem();
    let said = '';
    for (const line of lines) said = await client.at(line);
    assert.equal(said, answer);
  });
}

test('what is typed while a command runs waits for its turn', async () => {
  const { modem, client } = await aPracticeModem();
  modem.habits.answerMs = 100;
  assert.equal(
    await client.type('AT+CSQ\rAT+CGATT?\r', 250),
    '\r\n+CSQ: 19,99\r\n\r\nOK\r\n\r\n+CGATT: 1\r\n\r\nOK\r\n',
  );
});

test('a second client is refused while the first is there, and let in after it', async () => {
  const { modem, client } = await aPracticeModem();
  assert.throws(() => modem.open(), { name: 'PortError', code: 'busy' });
  await client.port.close();
  await modem.open().close();
  await assert.rejects(client.port.write(Buffer.from('AT\r')), { code: 'failed' });
});
