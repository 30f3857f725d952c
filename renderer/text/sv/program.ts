export const program = {
  title: 'Inställningar för programmet',
} as const;
