import { Link } from 'wouter';
import { useText } from '../../text/use-text.ts';

/** Between the two sets of settings: the book's and the program's. Links, since each is a page of its own. */
export function SettingsSwitch({ here }: { here: 'book' | 'program' }) {
  const t = useText('settings');
  return (
    <nav className="settings-switch" aria-label={t('which')}>
      <Link href="/settings" aria-current={here === 'book' ? 'page' : undefined}>
        {t('book')}
      </Link>
      <Link href="/program" aria-current={here === 'program' ? 'page' : undefined}>
        {t('program')}
      </Link>
    </nav>
  );
}
