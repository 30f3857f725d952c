export const modem = {
  title: 'Modemet',
} as const;
