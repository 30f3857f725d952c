import { PageFrame } from '../../shell/PageFrame.tsx';
import { useText } from '../../text/use-text.ts';

export function HelpPage() {
  const t = useText('help');
  return (
    <PageFrame name={t('title')} sentence={t('title')}>
      {null}
    </PageFrame>
  );
}
