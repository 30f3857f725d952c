import type { Caller, Input, Output } from '../contract/index.ts';
import type { Dispatch } from '../dispatch.ts';

/** Invented people on numbers kept free for fiction; the first writes, the second is told. */
const PEOPLE = [
  { name: 'Peter Ström', phone: '+46701740686', labels: ['Ledare'] },
  { name: 'Kerstin Öhman', phone: '+46701740640', labels: ['Styrelsen'] },
  { name: 'Anna Åkesson', phone: '+46701740629', labels: ['Föräldrar'] },
  { name: 'Åke Bergström', phone: '+46701740631', labels: ['Veteraner'] },
  { name: 'Birgit Ågren', phone: '+46701740633', labels: ['Veteraner'] },
  { name: 'Elin Sjöström', phone: '+46701740644', labels: ['Ungdom'] },
  { name: 'Nils Wåhlin', phone: '+46701740671', labels: ['Ungdom'] },
  { name: 'Agnes Dahlström', phone: '+46701740605', labels: ['Ungdom'] },
];

/** The rules practised with: those of the real book, where there is one. */
export type PractisedBook = Output<'books.get'> | null;

/**
 * Makes the practice book through the same door as everything else: the rules of the real book, and people who do not exist.
 * Throws when a call is refused: then the seed is wrong, not the user.
 */
export async function seedPractice(
  dispatch: Dispatch,
  caller: Caller,
  book: PractisedBook,
  settings: Output<'settings.get'>,
): Promise<void> {
  const call = async (name: string, input: unknown) => {
    const reply = await dispatch(name, input, caller);
    if (!reply.ok) throw new Error(`The practice book could not be made: ${name} answered ${reply.code}`);
    return reply.value;
  };
  const { language, country, club } = settings;
  await call('settings.update', { patch: { language, country, club: club || 'Rödd IF', undoSeconds: 0 } });
  const created = await call('books.create', { name: book?.name ?? 'Rödd IF', language: book?.language ?? language });
  // The door has checked that this is what books.create answers.
  const { id } = created as Output<'books.create'>;
  if (book) await call('books.update', { id, patch: rulesOf(book) });
  for (const person of PEOPLE) await call('members.add', { bookId: id, ...person });
  await call('roles.add', { bookId: id, role: 'writer', address: PEOPLE[0]?.phone });
  await call('roles.add', { bookId: id, role: 'functionary', address: PEOPLE[1]?.phone });
}

function rulesOf(book: Output<'books.get'>): Input<'books.update'>['patch'] {
  const { signUp, approval, membersMayWrite, header, footer, replies } = book;
  const { staleAfterHours, sameTextHours, senderLimit, bookLimit } = book;
  const wording = { header, footer, replies };
  return { signUp, approval, membersMayWrite, ...wording, staleAfterHours, sameTextHours, senderLimit, bookLimit };
}
