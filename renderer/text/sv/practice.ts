export const practice = {
  title: 'Prova från telefonerna',
} as const;
