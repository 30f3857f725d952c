/** Ten SMS: more than that of a stranger's text is read in the toolbox, and is not paid for once per functionary. */
const LONGEST = 1500;

/** The text as it is handed on: whole, but for what nobody would read on a telephone. */
export function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()} [...]` : text;
}
