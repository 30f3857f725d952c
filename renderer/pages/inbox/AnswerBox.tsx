import { Button, Textarea } from '@mantine/core';
import type { FormEvent, RefObject } from 'react';
import { answerOne } from '../../../electron/contract/inbound.ts';
import { Problem } from '../../../electron/contract/problems.ts';
import { useCommand } from '../../api/use-live.ts';
import { HasLeftNote } from '../../components/HasLeftNote.tsx';
import { LeftRefusal } from '../../components/LeftRefusal.tsx';
import { Note } from '../../components/Note.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useBook } from '../../shell/use-book.ts';
import { measureSms } from '../../text/measure-sms.ts';
import { useText } from '../../text/use-text.ts';
import { canAnswer } from './ItemLink.tsx';

/** A private answer to one person, or why there can be none. */
export function AnswerBox(props: {
  address: string;
  name: string;
  left: { at: number | null } | null;
  draft: string;
  onDraft: (draft: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const { address, name, left, draft, onDraft, field } = props;
  const t = useText('inbox');
  const common = useText('common');
  const book = useBook();
  const send = useCommand(answerOne);
  const byMail = address.includes('@');
  if (!canAnswer(address)) {
    return (
      <div className="answer-box">
        <Note lamp="off">{t('noAnswer')}</Note>
      </div>
    );
  }
  if (left) {
    return (
      <div className="answer-box">
        <HasLeftNote name={name} leftAt={left.at} />
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ bookId: book.id, to: address, text: draft }, { onSuccess: () => onDraft('') });
  };
  const { parts, usedInLast, encoding } = measureSms(draft);
  const perPart = encoding === 'gsm7' ? 153 : 67;
  const hasLeft = send.error instanceof Problem && send.error.code === 'member-has-left' ? send.error : null;
  return (
    <form className="answer-box" onSubmit={submit}>
      <Textarea
        className="grow"
        ref={field}
        aria-label={t('answer', { name })}
        placeholder={t('answer', { name })}
        autosize
        minRows={2}
        maxRows={6}
        value={draft}
        onChange={({ currentTarget }) => onDraft(currentTarget.value)}
      />
      <div className="answer-side">
        <span className="sm quiet num">
          {!byMail &&
            `${common('characters', { count: (parts - 1) * perPart + usedInLast })}, ${common('parts', { count: parts })}`}
        </span>
        <Button type="submit" variant="filled" disabled={draft.trim() === ''} loading={send.isPending}>
          {t(byMail ? 'sendMail' : 'sendSms')}
        </Button>
      </div>
      {hasLeft ? <LeftRefusal error={hasLeft} typed={name} /> : <Refusal error={send.error} />}
    </form>
  );
}
