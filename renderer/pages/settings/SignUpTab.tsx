import { Switch } from '@mantine/core';
import { replyKinds } from '../../../electron/contract/books.ts';
import { useText } from '../../text/use-text.ts';
import { ReplyField } from './ReplyField.tsx';
import { Saved } from './Saved.tsx';
import { useBookPatch } from './use-book-patch.ts';

const ways = ['off', 'keyword', 'anyText'] as const;

export function SignUpTab() {
  const t = useText('settings');
  const { book, patch, saved, error } = useBookPatch();
  const { pending } = book.counts;
  return (
    <div className="settings-tab">
      <fieldset>
        <legend className="h2">{t('signUpTitle')}</legend>
        <div className="choices">
          {ways.map((way) => (
            <label key={way} className={book.signUp === way ? 'choice choice-on' : 'choice'}>
              <input
                type="radio"
                name="sign-up"
                className="radio"
                checked={book.signUp === way}
                onChange={() => patch({ signUp: way })}
              />
              <span>
                <b>{t(`signUp.${way}.title`)}</b>
                <span className="sm muted">{t(`signUp.${way}.text`)}</span>
              </span>
            </label>
          ))}
        </div>
        <Switch
          checked={book.approval}
          onChange={({ currentTarget }) => patch({ approval: currentTarget.checked })}
          label={
            <>
              <b>{t('approval')}</b> <span className="muted">{t('approvalText')}</span>
            </>
          }
        />
        {pending > 0 && <p className="sm muted">{t('approvalWaiting', { count: pending })}</p>}
      </fieldset>
      <Saved saved={saved} error={error} />
      <section className="section">
        <h2>{t('repliesTitle')}</h2>
        <ul className="replies">
          {replyKinds.map((kind) => (
            <ReplyField key={kind} kind={kind} />
          ))}
        </ul>
        <p className="sm quiet">{t('savesItself', { book: '{bok}', club: '{förening}' })}</p>
      </section>
    </div>
  );
}
