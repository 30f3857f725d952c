export const firstRun = {
  title: 'Välkommen till Samband',
} as const;
