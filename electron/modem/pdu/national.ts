import { BASIC_TABLE, EXTENSION_TABLE } from './gsm7.ts';

/**
 * National language tables, by language identifier (3GPP TS 23.038 §6.2.1.2.4): 1 Turkish, 2 Spanish, 3 Portuguese.
 * A language more is a row more in either map; single shift tables of other scripts do not build on the default one.
 */
const singleShiftTables: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map([
  [1, onDefault({ 71: 'Ğ', 73: 'İ', 83: 'Ş', 99: 'ç', 103: 'ğ', 105: 'ı', 115: 'ş' })],
  [
    2,
    onDefault({
      9: 'ç',
      ...{ 65: 'Á', 73: 'Í', 79: 'Ó', 85: 'Ú' },
      ...{ 97: 'á', 105: 'í', 111: 'ó', 117: 'ú' },
    }),
  ],
  [
    3,
    onDefault({
      ...{ 5: 'ê', 9: 'ç', 11: 'Ô', 12: 'ô', 14: 'Á', 15: 'á', 31: 'Ê' },
      ...{ 18: 'Φ', 19: 'Γ', 21: 'Ω', 22: 'Π', 23: 'Ψ', 24: 'Σ', 25: 'Θ' },
      ...{ 65: 'À', 73: 'Í', 79: 'Ó', 85: 'Ú', 91: 'Ã', 92: 'Õ' },
      ...{ 97: 'Â', 105: 'í', 111: 'ó', 117: 'ú', 123: 'ã', 124: 'õ', 127: 'â' },
    }),
  ],
]);

/** 128 characters each (3GPP TS 23.038 §A.3). Spanish has none. */
const lockingShiftTables: ReadonlyMap<number, string> = new Map([
  [
    1,
    '@£$¥€éùıòÇ\nĞğ\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bŞşßÉ' +
      ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
      'İABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
      'çabcdefghijklmnopqrstuvwxyzäöñüà',
  ],
  [
    3,
    '@£$¥êéúíóç\nÔô\rÁáΔ_ªÇÀ∞^\\€Ó|\u001bÂâÊÉ' +
      ' !"#º%&\'()*+,-./0123456789:;<=>?' +
      'ÍABCDEFGHIJKLMNOPQRSTUVWXYZÃÕÚÜ§' +
      '~abcdefghijklmnopqrstuvwxyzãõ`üà',
  ],
]);

/** What follows an escape in that language; the default table where the language is null or unknown. */
export function singleShiftTable(language: number | null): ReadonlyMap<number, string> {
  return (language === null ? undefined : singleShiftTables.get(language)) ?? EXTENSION_TABLE;
}

/** The alphabet of that language; the default one where the language is null or unknown. */
export function lockingShiftTable(language: number | null): string {
  return (language === null ? undefined : lockingShiftTables.get(language)) ?? BASIC_TABLE;
}

function onDefault(additions: Record<number, string>): ReadonlyMap<number, string> {
  return new Map([...EXTENSION_TABLE, ...Object.entries(additions).map(([at, is]): [number, string] => [+at, is])]);
}
