export const write = {
  title: 'Skriv till medlemmarna',
} as const;
