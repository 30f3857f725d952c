import { useText } from '../../text/use-text.ts';

export function FirstRunPage() {
  const t = useText('firstRun');
  return <h1>{t('title')}</h1>;
}
