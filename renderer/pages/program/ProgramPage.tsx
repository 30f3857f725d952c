import { PageFrame } from '../../shell/PageFrame.tsx';
import { useText } from '../../text/use-text.ts';

export function ProgramPage() {
  const t = useText('program');
  return (
    <PageFrame name={t('title')} sentence={t('title')}>
      {null}
    </PageFrame>
  );
}
