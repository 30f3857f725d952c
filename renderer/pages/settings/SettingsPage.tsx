import { PageFrame } from '../../shell/PageFrame.tsx';
import { useText } from '../../text/use-text.ts';

export function SettingsPage() {
  const t = useText('settings');
  return (
    <PageFrame name={t('title')} sentence={t('title')}>
      {null}
    </PageFrame>
  );
}
