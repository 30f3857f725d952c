export const overview = {
  title: 'Översikt',
} as const;
