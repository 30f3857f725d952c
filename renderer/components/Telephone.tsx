import { type ReactNode, useRef } from 'react';
import { useScrollRegion } from './use-scroll-region.ts';
import './telephone.css';

/** The outline of a telephone with what it shows; no fake hardware. `footer` is what can be typed on it. */
export function Telephone(props: {
  label: string;
  title: string;
  detail?: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const { label, title, detail, children, footer } = props;
  const screen = useRef<HTMLDivElement>(null);
  useScrollRegion(screen);
  return (
    <section className="telephone" aria-label={label}>
      <div className="telephone-bar">
        <div>{title}</div>
        {detail && <div className="sm muted">{detail}</div>}
      </div>
      <div className="telephone-screen" ref={screen}>
        {children}
      </div>
      {footer && <div className="telephone-say">{footer}</div>}
    </section>
  );
}
