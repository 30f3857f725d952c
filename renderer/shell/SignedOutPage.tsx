import { Mark } from '../components/Mark.tsx';
import { useText } from '../text/use-text.ts';

/** This tab has no right to speak to the program: the program was started anew since it was opened. */
export function SignedOutPage() {
  const t = useText('shell');
  return (
    <main className="lonely-page">
      <Mark size={48} />
      <h1>{t('signedOut')}</h1>
      <p className="muted">{t('signedOutText')}</p>
    </main>
  );
}
