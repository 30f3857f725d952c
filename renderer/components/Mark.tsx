/** Samband's mark: a speech bubble that is also a signal flag, halved on the bias. Decoration; the name stands beside it. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M3 1h10a2 2 0 0 1 2 2v6.5a2 2 0 0 1-2 2H8.2L4 15.2v-3.7H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z"
        fill="var(--sb-mark)"
      />
      <path d="M15 2.4v7.1a2 2 0 0 1-2 2H8.2z" fill="var(--sb-mark-half)" />
    </svg>
  );
}
