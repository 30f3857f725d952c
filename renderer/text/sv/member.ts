export const member = {
  title: 'Medlem',
} as const;
