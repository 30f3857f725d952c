import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '../text/use-text.ts';
import { PageFrame } from './PageFrame.tsx';

/** An address that leads nowhere, with the way back. */
export function NotFoundPage() {
  const t = useText('shell');
  return (
    <PageFrame name={t('notFound')} sentence={t('notFound')}>
      <div className="stack gap-3">
        <p className="muted">{t('notFoundText')}</p>
        <div>
          <Button component={Link} href="/" variant="filled">
            {t('toOverview')}
          </Button>
        </div>
      </div>
    </PageFrame>
  );
}
