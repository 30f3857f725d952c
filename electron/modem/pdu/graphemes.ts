const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Characters as a reader counts them: a family emoji is one, and so is a letter with its accents. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
