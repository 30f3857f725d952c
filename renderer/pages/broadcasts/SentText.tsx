import type { Broadcast } from '../../../electron/contract/broadcasts.ts';
import { Bubble, BubbleNote } from '../../components/Bubble.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';

/** The text as it went out, and who wrote it when. */
export function SentText({ broadcast }: { broadcast: Broadcast }) {
  const t = useText('broadcast');
  const format = useFormat();
  const book = useBook();
  const { origin, authorName, author, createdAt, text, sentTo } = broadcast;
  const who = {
    name: authorName || (author ? format.address(author) : t('unknownAuthor')),
    time: format.moment(createdAt),
  };
  const words = { sms: t('bySms', who), mail: t('byMail', who), toolbox: t('author', who) };
  const frame = sentTo === 'members' ? { header: book.header, footer: book.footer } : {};
  return (
    <div className="broadcast-text">
      <Bubble way="out" text={text} {...frame} />
      <BubbleNote way="out">{words[origin]}</BubbleNote>
    </div>
  );
}
