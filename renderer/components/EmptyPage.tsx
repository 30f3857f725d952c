import type { ReactNode } from 'react';
import './empty-page.css';

/** What belongs here, how to begin, one button. No drawings. */
export function EmptyPage({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <section className="empty-page">
      <h2>{title}</h2>
      <p className="muted">{children}</p>
      {action && <div>{action}</div>}
    </section>
  );
}
