export const broadcast = {
  title: 'Utskick',
} as const;
