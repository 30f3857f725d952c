import type { ReactNode } from 'react';
import { type LampKind, LampShape } from './Lamp.tsx';
import './note.css';

/** A thin edge of colour and a tint. Never inside another, never gone by itself. `actions` are the ways on. */
export function Note(props: {
  tone?: 'plain' | 'warn' | 'danger' | 'unknown' | 'ok';
  lamp?: LampKind;
  children: ReactNode;
  actions?: ReactNode;
  /** True when it appears because of what she just did, so a reader is told at once. */
  announce?: boolean;
}) {
  const { tone = 'plain', lamp, children, actions, announce = false } = props;
  return (
    <div className={`note note-${tone}`} role={announce ? 'alert' : undefined}>
      {lamp && <LampShape kind={lamp} />}
      <div className="grow stack">
        <div>{children}</div>
        {actions && <div className="row wrap">{actions}</div>}
      </div>
    </div>
  );
}
