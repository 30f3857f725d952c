import { useMemo } from 'react';
import { encode } from 'uqr';
import { useText } from '../text/use-text.ts';
import './qr-code.css';

/** A QR code as paper: black on white in both schemes. `what` says in words what the code opens. Size in pixels. */
export function QrCode({ value, what, size = 136 }: { value: string; what: string; size?: number }) {
  const t = useText('common');
  const { path, modules } = useMemo(() => qrPath(value), [value]);
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={t('qrFor', { what })}
      viewBox={`0 0 ${modules} ${modules}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The same code as a file to save: an SVG document of its own, with the quiet zone a scanner wants (ISO/IEC 18004, 4 modules). */
export function qrDocument(value: string): string {
  const { path, modules } = qrPath(value);
  const side = modules + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M-4-4h${side}v${side}h-${side}z"/><path d="${path}"/></svg>`;
}

function qrPath(value: string): { path: string; modules: number } {
  const { data } = encode(value, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, modules: data.length };
}
