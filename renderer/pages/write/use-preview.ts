import { useDebouncedValue } from '@mantine/hooks';
import { previewBroadcast } from '../../../electron/contract/broadcasts.ts';
import type { Output } from '../../../electron/contract/index.ts';
import { useLive } from '../../api/use-live.ts';
import { type Audience, audienceFields } from './audience.ts';

export type Preview = Output<'broadcasts.preview'>;
export type ChannelChoice = 'auto' | 'sms' | 'mail' | 'both';

/** All that decides who gets what; the same fields go to the preview and to the send, so the two cannot differ. */
export interface Message {
  bookId: number;
  text: string;
  subject: string;
  channel: ChannelChoice;
  audience: Audience;
  /** Epoch milliseconds; null is now. */
  at: number | null;
}

export function messageFields({ bookId, text, subject, channel, audience, at }: Message) {
  return {
    bookId,
    text,
    channel,
    ...audienceFields(audience),
    ...(subject.trim() === '' ? {} : { subject: subject.trim() }),
    ...(at === null ? {} : { at }),
  };
}

/** Long enough that typing asks once a word, short enough that the meter seems to follow the keys. */
const TYPING_PAUSE_MS = 150;

/** What would happen if it were sent as it stands; and the same for a cheaper text, when a character makes it dear. */
export function usePreview(message: Message) {
  const [settled] = useDebouncedValue(message, TYPING_PAUSE_MS);
  const asked = settled.audience.kind !== 'none';
  const now = useLive(previewBroadcast, messageFields(settled), { enabled: asked, keepPrevious: true });
  const cheaperText = now.data ? cheaperTextOf(settled.text, now.data) : null;
  const cheaper = useLive(
    previewBroadcast,
    { ...messageFields(settled), text: cheaperText ?? '' },
    { enabled: asked && cheaperText !== null },
  );
  const better =
    cheaperText !== null && cheaper.data && now.data && cheaper.data.partsEach < now.data.partsEach
      ? { text: cheaperText, preview: cheaper.data }
      : null;
  return {
    preview: asked ? now.data : undefined,
    better,
    error: asked ? now.error : null,
    /** False while the answer on screen is for an older text. */
    isCurrent: settled === message && !now.isPlaceholderData && !now.isFetching,
  };
}

/** With the characters replaced where that helps; else without them; null when nothing makes it dear. */
function cheaperTextOf(text: string, preview: Preview): string | null {
  if (preview.cheaper) return preview.cheaper.text;
  const costlyHere = preview.costly.filter((character) => text.includes(character));
  if (costlyHere.length === 0) return null;
  return costlyHere.reduce((rest, character) => rest.replaceAll(character, ''), text);
}
