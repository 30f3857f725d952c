import type { ReactNode } from 'react';
import './lamp.css';

/**
 * What a lamp says. Each has a silhouette of its own, so it can be read without colour:
 * works = disc with check, onItsWay = outlined check, working = turning ring, paused = two bars, waits = clock,
 * needsYou = triangle, stopped = octagon, unknown = diamond, off = dashed ring, todo = open ring.
 */
export type LampKind =
  | 'works'
  | 'onItsWay'
  | 'working'
  | 'paused'
  | 'waits'
  | 'needsYou'
  | 'stopped'
  | 'unknown'
  | 'off'
  | 'todo';

const ring = { cx: 10, cy: 10, r: 7.25, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;
const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const check = 'M6.3 10.3l2.6 2.6 4.9-5.3';

const shapes: Record<LampKind, ReactNode> = {
  works: (
    <>
      <circle cx="10" cy="10" r="8" fill="currentColor" />
      <path {...line} className="lamp-cut" d={check} strokeWidth="2" />
    </>
  ),
  onItsWay: (
    <>
      <circle {...ring} />
      <path {...line} d={check} stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  working: (
    <>
      <circle {...ring} r={7} strokeOpacity=".25" strokeWidth={3} />
      <path {...line} className="lamp-turn" d="M10 3a7 7 0 0 1 7 7" stroke="currentColor" strokeWidth="3" />
    </>
  ),
  paused: (
    <>
      <circle {...ring} />
      <path {...line} d="M8 7v6M12 7v6" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  waits: (
    <>
      <circle {...ring} />
      <path {...line} d="M10 6v4.3l2.6 1.7" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  needsYou: (
    <>
      <path
        d="M10 1.8l8.6 15.4H1.4z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
        strokeWidth="1.5"
      />
      <path {...line} className="lamp-cut" d="M10 7.2v4.6" strokeWidth="2" />
      <circle className="lamp-hole" cx="10" cy="14.6" r="1.2" />
    </>
  ),
  stopped: (
    <>
      <path d="M6.5 1.7h7l4.8 4.8v7l-4.8 4.8h-7l-4.8-4.8v-7z" fill="currentColor" />
      <path {...line} className="lamp-cut" d="M7 7l6 6M13 7l-6 6" strokeWidth="2" />
    </>
  ),
  unknown: (
    <>
      <path d="M10 .9l9.1 9.1-9.1 9.1L.9 10z" fill="currentColor" />
      <path {...line} className="lamp-cut" d="M7.9 8.2a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.6-.9 1.3" strokeWidth="1.7" />
      <circle className="lamp-hole" cx="10" cy="13.9" r="1.1" />
    </>
  ),
  off: (
    <>
      <circle {...ring} strokeDasharray="3 2.7" />
      <path {...line} d="M7 10h6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  todo: <circle {...ring} />,
};

/** A lamp with its words; a lamp without words does not exist. `size` is in pixels. */
export function Lamp({ kind, size = 20, children }: { kind: LampKind; size?: number; children: ReactNode }) {
  return (
    <span className="lamp-with-words">
      <LampShape kind={kind} size={size} />
      <span>{children}</span>
    </span>
  );
}

/** Only the silhouette, for a row whose own sentence stands beside it. Hidden from readers: the sentence says it. */
export function LampShape({ kind, size = 20 }: { kind: LampKind; size?: number }) {
  return (
    <svg className={`lamp lamp-${kind}`} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}

/** Lamp + sentence, one under the other: reasons, tasks, what is good to know. */
export function LampList({ items }: { items: readonly { key: string; kind: LampKind; text: ReactNode }[] }) {
  return (
    <ul className="lamp-list">
      {items.map(({ key, kind, text }) => (
        <li key={key}>
          <LampShape kind={kind} />
          <div>{text}</div>
        </li>
      ))}
    </ul>
  );
}
