export const inbox = {
  title: 'Inkorg',
} as const;
