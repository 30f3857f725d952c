import { type RefObject, useEffect } from 'react';

/** Lets the keyboard reach a box that scrolls and holds nothing else to reach (WCAG 2.1.1); only while it does scroll. */
export function useScrollRegion(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  });
}
