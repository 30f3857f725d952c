import { PageFrame } from '../../shell/PageFrame.tsx';
import { useText } from '../../text/use-text.ts';

export function OverviewPage() {
  const t = useText('overview');
  return (
    <PageFrame name={t('title')} sentence={t('title')}>
      {null}
    </PageFrame>
  );
}
