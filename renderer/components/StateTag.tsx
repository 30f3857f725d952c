import type { ReactNode } from 'react';
import './state-tag.css';

/** A small word in a frame: a label, "Meddelande ej skickat". Says nothing by colour alone. */
export function StateTag({ children, solid = false }: { children: ReactNode; solid?: boolean }) {
  return <span className={solid ? 'tag tag-solid' : 'tag'}>{children}</span>;
}
