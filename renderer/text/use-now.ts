import { useEffect, useState } from 'react';

/** The time now in epoch milliseconds, renewed as each whole minute begins; for clocks and for "i dag". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), 60_000 - (now % 60_000));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
