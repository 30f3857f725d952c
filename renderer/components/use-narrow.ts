import { useMediaQuery } from '@mantine/hooks';

/** 640 px or narrower, which is also 200 % zoom on a common screen: rows are two lines and panels lie over the page. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
}
