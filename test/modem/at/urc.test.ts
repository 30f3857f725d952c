import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recogniseUrc } from '../../../electron/modem/at/urc.ts';

describe('recogniseUrc', () => {
  const cases: { line: string; awaited?: string[]; kind: string | null }[] = [
    { line: '+CMTI: "SM",0', kind: 'stored' },
    { line: '+CDSI: "SR",3', awaited: ['+CMGL'], kind: 'stored' },
    { line: '+CDS: 25', awaited: ['+CMGS'], kind: 'routed' },
    { line: '^RSSI:18', awaited: ['+CMGL'], kind: 'other' },
    { line: '#QSS: 1', kind: 'other' },
    { line: '*PSUTTZ: 2026,11,22', kind: 'other' },
    { line: 'RING', awaited: ['+CMGS'], kind: 'other' },
    { line: 'NO CARRIER', awaited: ['+CMGS'], kind: 'other' },
    { line: 'SMS Ready', kind: 'other' },
    { line: '^SMMEMFULL:"SM"', kind: 'storage-full' },
    { line: '+CIEV: "SMSFULL",1', kind: 'storage-full' },
    { line: 'RDY', awaited: ['+CMGL'], kind: 'rebooted' },
    { line: 'NORMAL POWER DOWN', kind: 'rebooted' },
    { line: '+CPIN: READY', kind: 'rebooted' },
    { line: '+CPIN: READY', awaited: ['+CPIN'], kind: null },
    { line: '+CREG: 2,1,"00A1","00B2"', awaited: ['+CREG'], kind: null },
    { line: '+CREG: 0,1', awaited: ['+CREG'], kind: null },
    { line: '+CREG: 1', awaited: ['+CREG'], kind: 'registration' },
    { line: '+CREG: 1,"00A1","00B2"', awaited: ['+CREG'], kind: 'registration' },
    { line: '+CREG: 5', kind: 'registration' },
    { line: '+CMGS: 12', awaited: ['+CMGS'], kind: null },
    { line: '+CMGS: 12', awaited: ['+CSQ'], kind: 'other' },
    { line: '+CMS ERROR: 38', awaited: ['+CMGS'], kind: null },
    { line: '07911326040000F0', awaited: ['+CMGL'], kind: null },
    { line: 'OK', kind: null },
  ];
  for (const { line, awaited = [], kind } of cases) {
    it(`takes ${line} while ${awaited.join(' ') || 'nothing'} waits as ${kind ?? 'the answer'}`, () => {
      assert.equal(recogniseUrc(line, awaited)?.kind ?? null, kind);
    });
  }
});
