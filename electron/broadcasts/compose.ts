import type { Channel } from '../contract/fields.ts';

/** What a person wrote, before it has a frame. */
export interface Written {
  text: string;
  subject: string | null;
}

/** What a book puts around every broadcast. */
export interface Frame {
  header: string;
  footer: string;
}

const NAME = /[ \t]?\{(?:namn|name)\}/giu;

/** True where each recipient gets a text of their own. */
export function isPersonal({ text, subject }: Written): boolean {
  return text.search(NAME) >= 0 || (subject?.search(NAME) ?? -1) >= 0;
}

/**
 * The text one member gets. An SMS has no subject line, so the subject is its first line. Where the member has no name, `{namn}`
 * goes together with the space before it ("Hej {namn}!" becomes "Hej!").
 */
export function composeText(written: Written, frame: Frame, channel: Channel, name: string): string {
  const subject = channel === 'sms' && written.subject ? `${written.subject}\n` : '';
  const words = (subject + written.text).replace(NAME, (found) =>
    name === '' ? '' : found.startsWith('{') ? name : found[0] + name,
  );
  return frame.header + words + frame.footer;
}
