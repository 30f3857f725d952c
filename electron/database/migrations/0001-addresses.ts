/** E.164. SQLite's patterns stop at a NUL, so the bytes are counted too. */
export const phone = (column: string) => `(
    ${column} GLOB '+[1-9]*' AND substr(${column}, 2) NOT GLOB '*[^0-9]*' AND length(${column}) BETWEEN 8 AND 16 AND ${column} NOT GLOB '+460*'
    AND length(CAST(${column} AS BLOB)) = length(${column})
  )`;
/** Lower-case mail: no capitals (Latin, Greek, Cyrillic), no blanks or control characters. */
export const mail = (column: string) => `(
    ${column} LIKE '_%@_%._%' AND ${column} NOT GLOB '*[\u0001- A-Z\u007f-\u00a0À-ÖØ-ÞΑ-ΩЀ-Я]*' AND ${column} NOT LIKE '%@%@%'
    AND instr(CAST(${column} AS BLOB), x'00') = 0
  )`;
