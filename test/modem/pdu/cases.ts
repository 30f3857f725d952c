import type { Address, Alphabet, Concat, Submit } from '../../../electron/modem/pdu/types.ts';

/*
 * Every PDU here was put together from the clauses of 3GPP TS 23.040 and 23.038 by a writer that shares nothing with the
 * codec; the everyday ones are also read the same way by gammu.
 */

export interface DeliverCase {
  name: string;
  hex: string;
  /** Only what is named is looked at. Times as ISO 8601, octets as hex. */
  expected: {
    text?: string;
    from?: Address;
    smsc?: Address;
    sentAt?: string | null;
    alphabet?: Alphabet;
    messageClass?: number | null;
    concat?: Concat | null;
    ports?: { destination: number; source: number };
    elements?: { id: number; data: string }[];
    singleShift?: number;
    lockingShift?: number;
    units?: string;
    damaged?: boolean;
    moreToSend?: boolean;
    pid?: number;
  };
}

export interface ReportCase {
  name: string;
  hex: string;
  expected: { reference: number; status: number; recipient: Address; sentAt: string; dischargedAt: string | null };
}

export interface SubmitCase {
  name: string;
  hex: string;
  expected: {
    text: string;
    validity: Submit['validity'];
    statusReportRequested: boolean;
    reference?: number;
    concat?: Concat;
  };
}

export const deliverCases: readonly DeliverCase[] = [
  {
    name: 'Swedish letters in the default alphabet',
    hex: '07916407710496F9040B916407710406F5000062304191502440235CBB3BED3E97DDA0BD1C047F80E86FF99C1C3EB3408E753904DAF31F5BAE03',
    expected: {
      text: 'Övningen är på torsdag, Åke! äöåÄÖÅ',
      alphabet: 'gsm7',
      from: { kind: 'number', value: '+46701740605', ton: 1 },
    },
  },
  {
    name: 'every character of the default alphabet',
    hex: '07916407710496F9040B916407710406F50000623041915024407F8080604028180E888462C168381E90886442A9582E988C86D3F17C4021D18854329D5029D58AD572BD6031D98C56B3DD7039DD8ED7F3FD8041E19058341E9149E592D9743EA151E9945AB55EB159ED96DBF57EC161F1985C369FD169F59ADD76BFE171F99C5EB7DFF179FD9EDFF7FF01',
    expected: {
      text: '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
    },
  },
  {
    name: 'every character of the extension',
    hex: '07916407710496F9040B916407710406F5000062304191502440141BCA06B5496D5E1BDEA6B7F16D809BF24601',
    expected: { text: '^{}\\[~]|€\f' },
  },
  {
    name: '7 septets in 7 octets, the spare bits no @',
    hex: '07916407710496F9040B916407710406F500006230419150244007ED879B1C3E8700',
    expected: { text: 'måndag!' },
  },
  {
    name: '8 septets in 7 octets',
    hex: '07916407710496F9040B916407710406F500006230419150244008F4F49C1C3E87E5',
    expected: { text: 'tisdagar' },
  },
  {
    name: '7 septets, the last one @',
    hex: '07916407710496F9040B916407710406F5000062304191502440076FF79C1C3E0300',
    expected: { text: 'onsdag@' },
  },
  {
    name: '8 septets, the last one @',
    hex: '07916407710496F9040B916407710406F500006230419150244008F4B77C4E0E9F01',
    expected: { text: 'torsdag@' },
  },
  {
    name: '160 septets',
    hex: '07916407710496F9040B916407710406F5000062304191502440A0CB309B5D66CFCB207A9ACD063DE4F3369F5E7681966136BBCC9E9741F4349B0D7AC8E76D3EBDEC022DC36C76993D2F83E869361BF490CFDB7C7AD9055A86D9EC327B5E06D1D36C36E8219FB7F9F4B20BB40CB3D965F6BC0CA2A7D96CD0433E6FF3E96517681966B3CBEC7919444FB3D9A0877CDEE6D3CB2ED032CC6697D9F332889E66B3410FF9BCCDA797B9',
    expected: {
      text: 'Kallelse till årsmöte. Kallelse till årsmöte. Kallelse till årsmöte. Kallelse till årsmöte. Kallelse till årsmöte. Kallelse till årsmöte. Kallelse till årsmöteÖ',
    },
  },
  { name: 'no text', hex: '07916407710496F9040B916407710406F500006230419150244000', expected: { text: '' } },
  {
    name: 'an extension character with an escape last in an octet run',
    hex: '07916407710496F9040B916407710406F5000062304191502440086679991C3E6FCA',
    expected: { text: 'fredag€' },
  },
  {
    name: 'UCS-2, Cyrillic',
    hex: '07916407710496F9040B916407710406F5000862304191502440240421043E043104400430043D043804350020043200200441044304310431043E04420443',
    expected: { text: 'Собрание в субботу', alphabet: 'ucs2' },
  },
  {
    name: 'UCS-2 with surrogate pairs and joiners',
    hex: '07916407710496F9040B916407710406F50008623041915024402600470072006100740074006900730020D83CDF890020D83DDC69200DD83DDC69200DD83DDC66',
    expected: { text: 'Grattis 🎉 👩‍👩‍👦' },
  },
  {
    name: 'UCS-2, a lone high half',
    hex: '07916407710496F9040B916407710406F5000862304191502440060068D83D0069',
    expected: { text: 'h�i', damaged: false },
  },
  {
    name: 'UCS-2, U+0000 at the end',
    hex: '07916407710496F9040B916407710406F500086230419150244006006F006B0000',
    expected: { text: 'ok' },
  },
  {
    name: 'time stamp, one hour east',
    hex: '07916407710496F9040B916407710406F50000623041915024400178',
    expected: { sentAt: '2026-03-14T18:05:42.000Z' },
  },
  {
    name: 'time stamp, two hours east',
    hex: '07916407710496F9040B916407710406F50000623041915024800178',
    expected: { sentAt: '2026-03-14T17:05:42.000Z' },
  },
  {
    name: 'time stamp, five and a half hours east',
    hex: '07916407710496F9040B916407710406F50000623041915024220178',
    expected: { sentAt: '2026-03-14T13:35:42.000Z' },
  },
  {
    name: 'time stamp, UTC',
    hex: '07916407710496F9040B916407710406F50000623041915024000178',
    expected: { sentAt: '2026-03-14T19:05:42.000Z' },
  },
  {
    name: 'time stamp, six hours west (24 quarters)',
    hex: '07916407710496F9040B916407710406F500006230419150244A0178',
    expected: { sentAt: '2026-03-15T01:05:42.000Z' },
  },
  {
    name: 'time stamp, three and three quarter hours west',
    hex: '07916407710496F9040B916407710406F50000623041915024590178',
    expected: { sentAt: '2026-03-14T22:50:42.000Z' },
  },
  {
    name: 'time stamp, eight hours east (32 quarters)',
    hex: '07916407710496F9040B916407710406F50000623041915024230178',
    expected: { sentAt: '2026-03-14T11:05:42.000Z' },
  },
  {
    name: 'time stamp of leap day',
    hex: '07916407710496F9040B916407710406F50000822092000000000178',
    expected: { sentAt: '2028-02-29T00:00:00.000Z' },
  },
  {
    name: 'time stamp of the last century',
    hex: '07916407710496F9040B916407710406F50000992113329595000178',
    expected: { sentAt: '1999-12-31T23:59:59.000Z' },
  },
  {
    name: 'time stamp that is none: all ones',
    hex: '07916407710496F9040B916407710406F50000FFFFFFFFFFFFFF0178',
    expected: { sentAt: null, text: 'x' },
  },
  {
    name: 'time stamp that is none: month 0',
    hex: '07916407710496F9040B916407710406F50000620041915024400178',
    expected: { sentAt: null, text: 'x' },
  },
  {
    name: 'time stamp that is none: day 0',
    hex: '07916407710496F9040B916407710406F50000623000915024400178',
    expected: { sentAt: null, text: 'x' },
  },
  {
    name: 'time stamp that is none: 30 February',
    hex: '07916407710496F9040B916407710406F50000622003915024400178',
    expected: { sentAt: null, text: 'x' },
  },
  {
    name: 'time stamp that is none: hour 24',
    hex: '07916407710496F9040B916407710406F50000623041425024400178',
    expected: { sentAt: null, text: 'x' },
  },
  {
    name: 'time stamp that is none: minute 60',
    hex: '07916407710496F9040B916407710406F50000623041910624400178',
    expected: { sentAt: null, text: 'x' },
  },
  {
    name: 'time stamp that is none: a letter among the digits',
    hex: '07916407710496F9040B916407710406F500006A3041915024400178',
    expected: { sentAt: null, text: 'x' },
  },
  {
    name: 'time stamp that is none: a zone beyond the date line',
    hex: '07916407710496F9040B916407710406F50000623041915024750178',
    expected: { sentAt: null, text: 'x' },
  },
  {
    name: '8-bit reference, part 2 of 3',
    hex: '07916407710496F9440B916407710406F500006230419150244012050003C90302C26EB23C0C2297D96537',
    expected: { text: 'andra delen', concat: { reference: 201, bits: 8, total: 3, sequence: 2 } },
  },
  {
    name: '16-bit reference, part 1 of 2',
    hex: '07916407710496F9440B916407710406F500006230419150244014060804BEEF020166BE7C4E0F83C86576D90D',
    expected: { text: 'första delen', concat: { reference: 48879, bits: 16, total: 2, sequence: 1 } },
  },
  {
    name: '8-bit reference, part 11 of 17',
    hex: '07916407710496F9440B916407710406F50000623041915024400A05000317110BC22031',
    expected: { text: 'a b', concat: { reference: 23, bits: 8, total: 17, sequence: 11 } },
  },
  {
    name: '8-bit reference 0',
    hex: '07916407710496F9440B916407710406F50000623041915024400B050003000201DC6F361B',
    expected: { text: 'noll', concat: { reference: 0, bits: 8, total: 2, sequence: 1 } },
  },
  {
    name: '8-bit reference, UCS-2',
    hex: '07916407710496F9440B916407710406F5000862304191502440100500034D02020074007600E5002026BD',
    expected: { text: 'två ⚽', concat: { reference: 77, bits: 8, total: 2, sequence: 2 } },
  },
  {
    name: '16-bit reference, UCS-2',
    hex: '07916407710496F9440B916407710406F500086230419150244011060804020102020074007600E5002026BD',
    expected: { text: 'två ⚽', concat: { reference: 513, bits: 16, total: 2, sequence: 2 } },
  },
  {
    name: 'ports before the part',
    hex: '07916407710496F9440B916407710406F5000062304191502440110B0504158A000000030C0201A0CB6A',
    expected: {
      text: 'hej',
      concat: { reference: 12, bits: 8, total: 2, sequence: 1 },
      ports: { destination: 5514, source: 0 },
    },
  },
  {
    name: '8-bit ports',
    hex: '07916407710496F9440B916407710406F500046230419150244007040402E2020106',
    expected: { ports: { destination: 226, source: 2 }, alphabet: '8bit', text: '' },
  },
  {
    name: 'text in 8-bit data to a port is not text',
    hex: '07916407710496F9440B916407710406F50004623041915024400C0605040B840B8453544F5050',
    expected: { ports: { destination: 2948, source: 2948 }, text: '' },
  },
  {
    name: 'part whose text is empty',
    hex: '07916407710496F9440B916407710406F50000623041915024400705000305020200',
    expected: { text: '', concat: { reference: 5, bits: 8, total: 2, sequence: 2 }, damaged: false },
  },
  {
    name: 'UCS-2 part whose text is empty',
    hex: '07916407710496F9440B916407710406F500086230419150244006050003050202',
    expected: { text: '', concat: { reference: 5, bits: 8, total: 2, sequence: 2 }, damaged: false },
  },
  {
    name: 'total 0',
    hex: '07916407710496F9440B916407710406F50000623041915024400C050003050000CAEE79B80D',
    expected: { text: 'ensam', concat: null },
  },
  {
    name: 'number 0',
    hex: '07916407710496F9440B916407710406F50000623041915024400C050003050200CAEE79B80D',
    expected: { text: 'ensam', concat: null },
  },
  {
    name: 'number above the total',
    hex: '07916407710496F9440B916407710406F50000623041915024400D0608040005020365F73CDC06',
    expected: { text: 'ensam', concat: null },
  },
  {
    name: 'element of a wrong length is no part number',
    hex: '07916407710496F9440B916407710406F50000623041915024400B040002010294DDF3701B',
    expected: { text: 'ensam', concat: null },
  },
  {
    name: 'the last of two part numbers holds',
    hex: '07916407710496F9440B916407710406F5000062304191502440110B00030102010804012C0403D0ED0F',
    expected: { text: 'två', concat: { reference: 300, bits: 16, total: 4, sequence: 3 } },
  },
  {
    name: 'a senseless part number does not undo an earlier one',
    hex: '07916407710496F9440B916407710406F5000062304191502440110B00030102010804012C0003D0ED0F',
    expected: { text: 'två', concat: { reference: 1, bits: 8, total: 2, sequence: 1 } },
  },
  {
    name: 'nor with an 8-bit reference',
    hex: '07916407710496F9440B916407710406F5000062304191502440110B0804012C02020003010207D0ED0F',
    expected: { text: 'två', concat: { reference: 300, bits: 16, total: 2, sequence: 2 } },
  },
  {
    name: 'unknown element skipped and kept',
    hex: '07916407710496F9440B916407710406F50000623041915024400F097002DEAD0003090201802EAB01',
    expected: {
      text: 'hej',
      concat: { reference: 9, bits: 8, total: 2, sequence: 1 },
      elements: [
        { id: 112, data: 'DEAD' },
        { id: 0, data: '090201' },
      ],
    },
  },
  {
    name: 'element that runs out of the header: all of it ignored',
    hex: '07916407710496F9440B916407710406F50000623041915024400D070003090201700900BAAC06',
    expected: { text: 'hej', concat: null, elements: [], damaged: true },
  },
  {
    name: '7-letter sender in 13 semi-octets',
    hex: '07916407710496F9040DD04B765D2C2EBB0100006230419150244003E8B21A',
    expected: { from: { kind: 'alphanumeric', value: 'Klubben', ton: 5 } },
  },
  {
    name: '7-letter sender in 14 semi-octets, the spare bits no @',
    hex: '07916407710496F9040ED04B765D2C2EBB0100006230419150244003E8B21A',
    expected: { from: { kind: 'alphanumeric', value: 'Klubben', ton: 5 } },
  },
  {
    name: '11-letter sender',
    hex: '07916407710496F90414D0C925681A6E8BC36E720C00006230419150244003E8B21A',
    expected: { from: { kind: 'alphanumeric', value: 'IK Samband1', ton: 5 } },
  },
  {
    name: '3-letter sender',
    hex: '07916407710496F90406D0D3E61400006230419150244003E8B21A',
    expected: { from: { kind: 'alphanumeric', value: 'SMS', ton: 5 } },
  },
  {
    name: 'sender with letters outside ASCII and an @',
    hex: '07916407710496F90409D0C20760CB0700006230419150244003E8B21A',
    expected: { from: { kind: 'alphanumeric', value: 'Bå@Äö', ton: 5 } },
  },
  {
    name: 'short code of odd length',
    hex: '07916407710496F90405811758F000006230419150244003E8B21A',
    expected: { from: { kind: 'number', value: '71850', ton: 0 } },
  },
  {
    name: 'national number',
    hex: '07916407710496F9040AA1701047605000006230419150244003E8B21A',
    expected: { from: { kind: 'number', value: '0701740605', ton: 2 } },
  },
  {
    name: 'star and hash in a number',
    hex: '07916407710496F90405811A00FB00006230419150244003E8B21A',
    expected: { from: { kind: 'number', value: '*100#', ton: 0 } },
  },
  {
    name: 'letters a to c in a number',
    hex: '07916407710496F9040681C1D2E300006230419150244003E8B21A',
    expected: { from: { kind: 'number', value: '1a2b3c', ton: 0 } },
  },
  {
    name: 'filler inside the count',
    hex: '07916407710496F90406811758F000006230419150244003E8B21A',
    expected: { from: { kind: 'number', value: '71850', ton: 0 } },
  },
  {
    name: 'sender of length 0',
    hex: '07916407710496F904008000006230419150244003E8B21A',
    expected: { text: 'hej', from: { kind: 'none', value: '', ton: 0 } },
  },
  {
    name: 'sender of 24 digits',
    hex: '07916407710496F904189164077104064576104760506400006230419150244003E8B21A',
    expected: { text: 'hej', from: { kind: 'number', value: '+467017406054670174060546', ton: 1 } },
  },
  {
    name: 'no centre',
    hex: '00040B916407710406F500006230419150244003E8B21A',
    expected: { text: 'hej', smsc: { kind: 'none', value: '', ton: 0 } },
  },
  {
    name: 'centre with an even count',
    hex: '06916407710496040B916407710406F500006230419150244003E8B21A',
    expected: { text: 'hej', smsc: { kind: 'number', value: '+4670174069', ton: 1 } },
  },
  {
    name: 'centre with an odd count',
    hex: '07916407710496F9040B916407710406F500006230419150244003E8B21A',
    expected: { text: 'hej', smsc: { kind: 'number', value: '+46701740699', ton: 1 } },
  },
  {
    name: 'flash, class 0',
    hex: '07916407710496F9040B916407710406F50010623041915024400562761A4F07',
    expected: { text: 'blixt', messageClass: 0 },
  },
  {
    name: 'flash in UCS-2',
    hex: '07916407710496F9040B916407710406F50018623041915024400E0062006C006900780074002026A1',
    expected: { text: 'blixt ⚡', messageClass: 0 },
  },
  {
    name: 'class bits without bit 4 are no class',
    hex: '07916407710496F9040B916407710406F500016230419150244003E8B21A',
    expected: { text: 'hej', messageClass: null },
  },
  {
    name: 'group F, class 2, 7 bits',
    hex: '07916407710496F9040B916407710406F500F26230419150244003E8B21A',
    expected: { text: 'hej', messageClass: 2 },
  },
  {
    name: 'group F, class 1, 8 bits',
    hex: '07916407710496F9040B916407710406F500F562304191502440030080FF',
    expected: { text: '', alphabet: '8bit', messageClass: 1, units: '0080FF' },
  },
  {
    name: 'voice mail waits, discard',
    hex: '07916407710496F9040B916407710406F500C86230419150244005737B581E06',
    expected: { text: 'svara', alphabet: 'gsm7', messageClass: null },
  },
  {
    name: 'voice mail waits, store',
    hex: '07916407710496F9040B916407710406F500D96230419150244005737B581E06',
    expected: { text: 'svara', alphabet: 'gsm7' },
  },
  {
    name: 'voice mail waits, UCS-2',
    hex: '07916407710496F9040B916407710406F500E8623041915024400E007300760061007200610020260E',
    expected: { text: 'svara ☎', alphabet: 'ucs2' },
  },
  {
    name: 'marked for deletion, 7 bits',
    hex: '07916407710496F9040B916407710406F500406230419150244004E2B79C0E',
    expected: { text: 'bort' },
  },
  {
    name: 'marked for deletion, UCS-2',
    hex: '07916407710496F9040B916407710406F50048623041915024400C0062006F0072007400202192',
    expected: { text: 'bort →' },
  },
  {
    name: 'reserved alphabet bits',
    hex: '07916407710496F9040B916407710406F5000C6230419150244003E8B21A',
    expected: { text: 'hej', alphabet: 'gsm7' },
  },
  {
    name: 'reserved coding group',
    hex: '07916407710496F9040B916407710406F500956230419150244003E8B21A',
    expected: { text: 'hej', alphabet: 'gsm7', messageClass: null },
  },
  {
    name: 'compressed text is kept as octets',
    hex: '07916407710496F9040B916407710406F5002062304191502440039A0102',
    expected: { text: '', alphabet: '8bit', units: '9A0102' },
  },
  {
    name: '8-bit data',
    hex: '07916407710496F9040B916407710406F50004623041915024400300FF80',
    expected: { text: '', alphabet: '8bit', units: '00FF80' },
  },
  {
    name: '8-bit data that is plain ASCII',
    hex: '07916407710496F9040B916407710406F50004623041915024400553544F5050',
    expected: { text: 'STOPP', alphabet: '8bit' },
  },
  {
    name: 'Turkish single shift',
    hex: '07916407710496F9440B916407710406F50000623041915024400C03240101D84CD39BF3260D',
    expected: { text: 'Şiğı', singleShift: 1 },
  },
  {
    name: 'Turkish locking shift',
    hex: '07916407710496F9440B916407710406F50000623041915024400A032501010072C08403',
    expected: { text: 'İŞç€ı', lockingShift: 1 },
  },
  {
    name: 'Spanish single shift',
    hex: '07916407710496F9440B916407710406F50000623041915024400F032401020892D39BF77C13DC9401',
    expected: { text: 'AdiósÁ€' },
  },
  {
    name: 'Portuguese single shift',
    hex: '07916407710496F9440B916407710406F50000623041915024400B03240103D8EC37FF8D04',
    expected: { text: 'ãâΦ' },
  },
  {
    name: 'Portuguese locking and single shift',
    hex: '07916407710496F9440B916407710406F50000623041915024400F06240103250103FB0A6613DCF400',
    expected: { text: 'ã∞€À~' },
  },
  {
    name: 'a language without a table',
    hex: '07916407710496F9440B916407710406F50000623041915024400B06240163250163FD0D0F',
    expected: { text: 'ñ[' },
  },
  {
    name: 'escape before what the extension lacks',
    hex: '07916407710496F9040B916407710406F5000062304191502440049BF0C601',
    expected: { text: 'aÅ' },
  },
  {
    name: 'two escapes',
    hex: '07916407710496F9040B916407710406F500006230419150244004E1CDA60C',
    expected: { text: 'a e' },
  },
  {
    name: 'escape at the very end',
    hex: '07916407710496F9040B916407710406F500006230419150244002E10D',
    expected: { text: 'a' },
  },
  {
    name: 'lower-case hex',
    hex: '07916407710496f9040b916407710406f500006230419150244007e772bbec2ecb01',
    expected: { text: 'gemener' },
  },
  {
    name: 'reserved message type read as a delivery',
    hex: '07916407710496F9070B916407710406F500006230419150244003747919',
    expected: { text: 'tre' },
  },
  {
    name: 'more messages wait',
    hex: '07916407710496F9000B916407710406F500006230419150244003EDB21C',
    expected: { text: 'mer', moreToSend: true },
  },
  {
    name: 'no more messages wait',
    hex: '07916407710496F9040B916407710406F50000623041915024400473769D0E',
    expected: { text: 'slut', moreToSend: false },
  },
  {
    name: 'reply path and status report bits',
    hex: '07916407710496F9A40B916407710406F500006230419150244005E2343D2C07',
    expected: { text: 'bitar' },
  },
  {
    name: 'replace type 1',
    hex: '07916407710496F9040B916407710406F541006230419150244002EE3C',
    expected: { text: 'ny', pid: 65 },
  },
  {
    name: 'text shorter than said, 7 bits',
    hex: '07916407710496F9040B916407710406F50000623041915024400D61FB9A9D86C3E9207A',
    expected: { text: 'avklippt t', damaged: true },
  },
  {
    name: 'text shorter than said, UCS-2',
    hex: '07916407710496F9040B916407710406F50008623041915024400800680065006A',
    expected: { text: 'hej', damaged: true },
  },
  {
    name: 'half a character, UCS-2',
    hex: '07916407710496F9040B916407710406F50008623041915024400700680065006A00',
    expected: { text: 'hej', damaged: true, units: '00680065006A' },
  },
  {
    name: 'text longer than said',
    hex: '07916407710496F9040B916407710406F50000623041915024400461F1985C369FD1',
    expected: { text: 'abcd', damaged: false },
  },
  {
    name: 'header said and none there',
    hex: '07916407710496F9440B916407710406F500006230419150244000',
    expected: { text: '', damaged: true },
  },
  {
    name: 'header longer than the text',
    hex: '07916407710496F9440B916407710406F5000062304191502440052800BAAC06',
    expected: { text: '', damaged: true },
  },
  {
    name: 'septet count below the header',
    hex: '07916407710496F9440B916407710406F50000623041915024400305000301020100',
    expected: { text: '', damaged: true },
  },
];

export const reportCases: readonly ReportCase[] = [
  {
    name: 'delivered',
    hex: '07916407710496F9068F0B916407710406F5623041915024406230419150554000',
    expected: {
      reference: 143,
      status: 0,
      recipient: { kind: 'number', value: '+46701740605', ton: 1 },
      sentAt: '2026-03-14T18:05:42.000Z',
      dischargedAt: '2026-03-14T18:05:55.000Z',
    },
  },
  {
    name: 'failed for good, with what may follow',
    hex: '07916407710496F906000B916407710406F56230419150244062304191505540460700000178',
    expected: {
      reference: 0,
      status: 70,
      recipient: { kind: 'number', value: '+46701740605', ton: 1 },
      sentAt: '2026-03-14T18:05:42.000Z',
      dischargedAt: '2026-03-14T18:05:55.000Z',
    },
  },
  {
    name: 'still trying, recipient in national writing',
    hex: '07916407710496F906FF0AA17010476050623041915024406230419150554030',
    expected: {
      reference: 255,
      status: 48,
      recipient: { kind: 'number', value: '0701740605', ton: 2 },
      sentAt: '2026-03-14T18:05:42.000Z',
      dischargedAt: '2026-03-14T18:05:55.000Z',
    },
  },
  {
    name: 'no discharge time',
    hex: '07916407710496F906010B916407710406F562304191502440FFFFFFFFFFFFFF20',
    expected: {
      reference: 1,
      status: 32,
      recipient: { kind: 'number', value: '+46701740605', ton: 1 },
      sentAt: '2026-03-14T18:05:42.000Z',
      dischargedAt: null,
    },
  },
  {
    name: "without the centre's address",
    hex: '06090B916407710406F5623041915024406230419150554000',
    expected: {
      reference: 9,
      status: 0,
      recipient: { kind: 'number', value: '+46701740605', ton: 1 },
      sentAt: '2026-03-14T18:05:42.000Z',
      dischargedAt: '2026-03-14T18:05:55.000Z',
    },
  },
];

export const submitCases: readonly SubmitCase[] = [
  {
    name: 'without a validity',
    hex: '0001000B916407710406F500000675FA3A3CA703',
    expected: { text: 'utkast', validity: null, statusReportRequested: false },
  },
  {
    name: 'valid for an hour, report asked',
    hex: '0031070B916407710406F500000B086537889E6EB7CB',
    expected: { text: 'en timme', validity: { relativeMs: 3600000 }, statusReportRequested: true, reference: 7 },
  },
  {
    name: 'valid until',
    hex: '0019000B916407710406F500006230419150244009F4349B0D2297E773',
    expected: {
      text: 'till dess',
      validity: { until: Date.parse('2026-03-14T18:05:42.000Z') },
      statusReportRequested: false,
    },
  },
  {
    name: 'enhanced: relative',
    hex: '0009000B916407710406F5000001A700000000000161',
    expected: { text: 'a', validity: { relativeMs: 86400000 }, statusReportRequested: false },
  },
  {
    name: 'enhanced: seconds',
    hex: '0009000B916407710406F50000025A00000000000161',
    expected: { text: 'a', validity: { relativeMs: 90000 }, statusReportRequested: false },
  },
  {
    name: 'enhanced: hours, minutes, seconds',
    hex: '0009000B916407710406F50000032003510000000161',
    expected: { text: 'a', validity: { relativeMs: 9015000 }, statusReportRequested: false },
  },
  {
    name: 'enhanced: reserved',
    hex: '0009000B916407710406F50000060102030000000161',
    expected: { text: 'a', validity: null, statusReportRequested: false },
  },
  {
    name: 'a part in UCS-2',
    hex: '0041000B916407710406F500081005000303020200640065006C002026BD',
    expected: {
      text: 'del ⚽',
      validity: null,
      statusReportRequested: false,
      concat: { reference: 3, bits: 8, total: 2, sequence: 2 },
    },
  },
];
