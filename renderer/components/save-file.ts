/** Saves text as a file of hers, through the browser's own way of saving. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** A name that every file system takes: "Rödd IF: vår" → "Rodd-IF-var". */
export function fileName(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'samband';
}
