import { aTextingClub, type TextingClub } from './texting-club.ts';

export const ANNA = '+46701740601';
export const BO = '+46701740602';
export const WRITER = '+46701740686';
export const SECOND = '+46701740687';
export const CHAIR = '+46701740640';
export const CLERK = '+46701740641';
export const STRANGER = '+46701740629';
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

/** A club with one writer and one functionary, nobody in the book. */
export async function club(options: Parameters<typeof aTextingClub>[0] = {}): Promise<TextingClub> {
  const texting = await aTextingClub(options);
  for (const [role, address] of [
    ['writer', WRITER],
    ['functionary', CHAIR],
  ] as const)
    await texting.call('roles.add', { bookId: texting.bookId, role, address });
  await texting.begin();
  return texting;
}

/** The same with Anna and Bo as members. */
export async function clubWithMembers(options: Parameters<typeof aTextingClub>[0] = {}): Promise<TextingClub> {
  const texting = await club(options);
  await texting.addMember({ name: 'Anna Åkesson', phone: ANNA });
  await texting.addMember({ name: 'Bo Ek', phone: BO });
  return texting;
}

/** What of a send-out is queued or sent to that number. */
export const broadcastsTo = (texting: TextingClub, address: string) =>
  texting.to(address).filter((line) => line.startsWith('broadcast'));
