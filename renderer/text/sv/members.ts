export const members = {
  title: 'Medlemmar',
} as const;
