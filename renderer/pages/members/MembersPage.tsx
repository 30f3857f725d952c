import { PageFrame } from '../../shell/PageFrame.tsx';
import { useText } from '../../text/use-text.ts';

export function MembersPage() {
  const t = useText('members');
  return (
    <PageFrame name={t('title')} sentence={t('title')}>
      {null}
    </PageFrame>
  );
}
