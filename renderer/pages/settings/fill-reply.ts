/** A reply with the names put in, as long as it will be when it is sent. The club is left out where it is the book's own name. */
export function fillReply(text: string, book: string, club: string): string {
  const behind = club.trim().toLowerCase() === book.trim().toLowerCase() ? '' : club.trim();
  const kept = behind === '' ? text.replace(/ ?\(\{(?:förening|club)\}\)/gu, '') : text;
  return kept.replace(/\{(bok|book|förening|club)\}/gu, (_, word) =>
    word === 'bok' || word === 'book' ? book : behind,
  );
}
