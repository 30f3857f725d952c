export const broadcasts = {
  title: 'Utskick',
} as const;
