export const settings = {
  title: 'Inställningar för adressboken',
} as const;
