import type { ReactNode } from 'react';
import './bubble.css';

export interface FramedText {
  /** What the book puts before the text, as it arrives; empty when there is none. */
  header?: string;
  text: string;
  footer?: string;
}

/** A message: `in` lies left on linen, `out` right on pale tjärn. The book's own header and footer are dotted-underlined. */
export function Bubble({ way, header, text, footer }: FramedText & { way: 'in' | 'out' }) {
  return (
    <div className={`bubble bubble-${way}`}>
      {header && <FramePart>{header}</FramePart>}
      {text}
      {footer && <FramePart>{footer}</FramePart>}
    </div>
  );
}

/** Spaces and line breaks around the words stay outside the underline, where they are part of the text all the same. */
function FramePart({ children }: { children: string }) {
  const words = children.trim();
  const start = children.indexOf(words);
  return (
    <>
      {children.slice(0, start)}
      {words && <span className="frame-part">{words}</span>}
      {children.slice(start + words.length)}
    </>
  );
}

/** What stands under a bubble: the time, and what the book did. */
export function BubbleNote({ way, children }: { way: 'in' | 'out'; children: ReactNode }) {
  return <div className={`bubble-note bubble-note-${way}`}>{children}</div>;
}

/** A day between bubbles. */
export function BubbleDay({ children }: { children: ReactNode }) {
  return <div className="bubble-day">{children}</div>;
}
