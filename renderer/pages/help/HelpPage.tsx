import { Link } from 'wouter';
import { PageFrame } from '../../shell/PageFrame.tsx';
import { usePractising } from '../../shell/use-practising.ts';
import { useText } from '../../text/use-text.ts';
import './help.css';

/** What a new secretary asks first, each with the way to the page that shows it. */
const questions = [
  { key: 'join', href: '/settings/links' },
  { key: 'leave', href: '/members' },
  { key: 'send', href: '/write' },
  { key: 'stop', href: '/broadcasts' },
  { key: 'who', href: '/settings/people' },
  { key: 'unknown', href: '/inbox' },
  { key: 'modem', href: '/program/modem' },
  { key: 'practise', href: '~/practice' },
] as const;

export function HelpPage() {
  const t = useText('help');
  const practising = usePractising();
  return (
    <PageFrame name={t('title')} sentence={t('title')}>
      <p className="muted">{t('lead')}</p>
      <div className="help">
        {questions.map(({ key, href }) => (
          <section key={key} className="stack gap-1">
            <h2>{t(`questions.${key}.title`)}</h2>
            <p>{t(`questions.${key}.text`)}</p>
            <p>
              <Link href={key === 'practise' && practising ? '/practice' : href}>{t(`questions.${key}.link`)}</Link>
            </p>
          </section>
        ))}
      </div>
    </PageFrame>
  );
}
