import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import './lonely-page.css';

/** A page that breaks takes only itself down, and says so in words; the browser's console has the stack. */
export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  const t = useText('shell');
  return (
    <section className="lonely-page">
      <h1>{t('broken')}</h1>
      <p className="muted">{t('brokenText')}</p>
      <Button variant="filled" onClick={() => window.location.reload()}>
        {t('reload')}
      </Button>
    </section>
  );
}
