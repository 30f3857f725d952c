import { listLines } from '../../../electron/contract/lines.ts';
import { useLive } from '../../api/use-live.ts';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import type { Message, Preview } from './use-preview.ts';

export interface SendWords {
  sentence: string;
  /** What it costs and when it is done, or what is missing. */
  detail: string | null;
  button: string;
  /** True: nothing can be sent yet, and `detail` or `sentence` says why. */
  missing: boolean;
}

/** The sentence before a send-out and the button that repeats it; both from the same answer. */
export function useSendWords(message: Message, preview: Preview | undefined): SendWords {
  const t = useText('write');
  const common = useText('common');
  const format = useFormat();
  const { lineId } = useBook();
  const line = useLive(listLines, {}).data?.find(({ id }) => id === lineId);
  const nothing = { sentence: t('nobody'), button: t('send'), missing: true };
  if (message.audience.kind === 'none') return { ...nothing, detail: t('choose') };
  if (!preview) return { ...nothing, sentence: t('counting'), detail: null };
  const { sms, mail, leftOut } = preview;
  const people = sentenceOf(preview, t);
  const button = buttonOf(preview, t, common);
  if (message.text.trim() === '') return { sentence: people, detail: t('writeFirst'), button, missing: true };
  if (message.at !== null && !(message.at > Date.now())) {
    return { sentence: people, detail: t('chooseTime'), button, missing: true };
  }
  if (preview.sentTo === 'functionaries') {
    return { sentence: t('notWriterSentence'), detail: null, button: t('buttonFunctionaries'), missing: false };
  }
  if (sms + mail === 0) {
    const detail = leftOut.length > 0 ? t('notGetting', { count: leftOut.length }) : t('choose');
    return { ...nothing, detail };
  }
  const ready = readyWords(message, preview);
  const cost = t('cost', {
    parts: common('parts', { count: preview.partsEach }),
    total: format.number(preview.parts),
    ready,
  });
  return { sentence: people, detail: sms > 0 ? cost : ready, button, missing: false };

  function readyWords({ at }: Message, { allowanceLeft, parts, finishesAt }: Preview): string {
    if (at !== null) return t('readyAt', { time: format.moment(at) });
    if (line && line.state !== 'ready') return t('readyLater');
    const time = format.clock(finishesAt);
    if (allowanceLeft === null || allowanceLeft < parts) return t('ready', { time });
    return t('thenLeft', { time, left: format.number(allowanceLeft - parts) });
  }
}

type Words = ReturnType<typeof useText<'write'>>;
type CommonWords = ReturnType<typeof useText<'common'>>;

function sentenceOf({ sms, mail, leftOut }: Preview, t: Words): string {
  const who =
    sms > 0 && mail > 0
      ? t('sentenceBoth', { sms: t('getSms', { count: sms }), mail: t('andMail', { count: mail }) })
      : sms > 0
        ? `${t('getSms', { count: sms })}.`
        : mail > 0
          ? `${t('getMail', { count: mail })}.`
          : t('nobody');
  return leftOut.length > 0 ? `${who} ${t('notGetting', { count: leftOut.length })}` : who;
}

function buttonOf({ sms, mail }: Preview, t: Words, common: CommonWords): string {
  const smsWords = common('sms', { count: sms });
  const mailWords = common('mail', { count: mail });
  if (sms > 0 && mail > 0) return t('buttonBoth', { sms: smsWords, mail: mailWords });
  if (sms + mail === 0) return t('send');
  return t('buttonOne', { what: sms > 0 ? smsWords : mailWords });
}
