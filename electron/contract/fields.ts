import { z } from 'zod';

/** Ids are integers inside and opaque outside; a caller may hand one back as a string of digits. */
export const id = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .transform(Number),
]);

export const limit = z.int().min(1).max(5000).default(50);
export const offset = z.int().min(0).default(0);

/** Epoch milliseconds. */
export const time = z.int();

export const language = z.enum(['sv', 'en']);
export type Language = z.output<typeof language>;

/** A call without input takes an empty object. */
export const nothing = z.strictObject({});
export const done = z.object({});
export const createdId = z.object({ id: z.int() });

export const memberStatus = z.enum(['pending', 'active', 'unsubscribed', 'blocked']);
export type MemberStatus = z.output<typeof memberStatus>;

export const channel = z.enum(['sms', 'mail']);
export type Channel = z.output<typeof channel>;

/** Wide enough for 255 parts, narrow enough that nobody pastes a book. */
export const messageText = z.string().max(40_000);

/** Control characters that are no white space, and the marks that turn the direction of what stands after them (UAX #9). */
const UNSEEN = /(?!\s)\p{Cc}|\p{Bidi_Control}/gu;

/**
 * A name as it is kept: composed, on one line, with nothing that cannot be seen. Otherwise two names that look alike are not
 * found by one search, and a turned one garbles the list, the file and the SMS that it is shown in.
 */
export function plainName(typed: string): string {
  return typed.toWellFormed().normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

const plain = z.string().overwrite(plainName);
export const name = plain.max(200);
/** What a book or a person who signs in is called. */
export const givenName = plain.min(1).max(100);
export const clubName = plain.max(100);
export const label = plain.min(1).max(60);
/** As typed: checked and normalised by the program, so that a refusal can say what is wrong. */
export const typedAddress = z.string().trim().min(1).max(320);
