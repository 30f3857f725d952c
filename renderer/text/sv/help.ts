export const help = {
  title: 'Hjälp',
} as const;
