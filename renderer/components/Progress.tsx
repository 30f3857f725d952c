import './progress.css';

/** Arrived is solid, sent lighter, failed striped red, unknown hatched plum; what is left is empty. */
export type ProgressKind = 'arrived' | 'sent' | 'failed' | 'unknown' | 'dear';

/** How far something has come. The counts under it are said by whoever shows it; `label` says them to a reader. */
export function Progress(props: {
  label: string;
  total: number;
  shares: readonly { kind: ProgressKind; count: number }[];
  size?: 'thin' | 'normal' | 'thick';
}) {
  const { label, total, shares, size = 'normal' } = props;
  const done = shares.reduce((sum, { count }) => sum + count, 0);
  return (
    <div
      className={`progress progress-${size}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(total, 1)}
      aria-valuenow={done}
    >
      {shares
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <i key={kind} className={`progress-${kind}`} style={{ width: `${(count / Math.max(total, 1)) * 100}%` }} />
        ))}
    </div>
  );
}
