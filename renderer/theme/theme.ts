import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Modal,
  Paper,
  Switch,
  Table,
  type VariantColorsResolver,
} from '@mantine/core';

const tjarn: MantineColorsTuple = [
  '#edf4f4',
  '#dae8e9',
  '#b6d2d5',
  '#8fbbc1',
  '#679fa7',
  '#43838d',
  '#2b6b76',
  '#1b5561',
  '#14424c',
  '#0d2f37',
];
const ler: MantineColorsTuple = [
  '#fae6e1',
  '#f7d3ca',
  '#f0b3a6',
  '#f39a8c',
  '#dd6a5a',
  '#c8473a',
  '#b5332a',
  '#a3231b',
  '#841a13',
  '#3a0d08',
];

/** The tokens decide what a filled, a quiet and a red control look like; Mantine's own arithmetic would miss the measured contrasts. */
const variantColors: VariantColorsResolver = (input) => {
  const red = input.color === 'ler';
  const role = red ? 'danger' : 'accent';
  const text = red ? 'var(--sb-danger)' : 'var(--sb-accent-text)';
  switch (input.variant) {
    case 'filled':
      return {
        background: `var(--sb-${role})`,
        hover: `var(--sb-${role}-hover)`,
        color: `var(--sb-on-${role})`,
        border: '1px solid transparent',
      };
    case 'outline':
      return {
        background: 'var(--sb-surface)',
        hover: red ? 'var(--sb-danger-soft)' : 'var(--sb-hover)',
        color: text,
        border: `1px solid ${text}`,
      };
    case 'subtle':
      return { background: 'transparent', hover: 'var(--sb-hover)', color: text, border: '1px solid transparent' };
    default:
      return defaultVariantColorsResolver(input);
  }
};

const buttonHeights: Record<string, string> = { sm: '32px', md: '40px', lg: '48px' };
const buttonPadding: Record<string, string> = { sm: '12px', md: '16px', lg: '24px' };
const buttonText: Record<string, string> = { sm: 'var(--sb-fs-sm)', md: 'var(--sb-fs-md)', lg: 'var(--sb-fs-lg)' };

/** Button sizes: sm 32 px in rows, md 40 px, lg 48 px to send. `filled` is written out, once per view; `color="ler"` is red. */
export const theme = createTheme({
  colors: { tjarn, ler },
  primaryColor: 'tjarn',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  white: '#fefdfb',
  black: '#1f2423',
  fontFamily: 'var(--sb-font)',
  fontSizes: { xs: '0.875rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4286', sm: '1.4286', md: '1.5', lg: '1.5556', xl: '1.4' },
  headings: { fontWeight: '650' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '12px', xl: '28px' },
  defaultRadius: 'sm',
  spacing: { xs: '8px', sm: '16px', md: '24px', lg: '32px', xl: '48px' },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--sb-shadow-over)',
    lg: 'var(--sb-shadow-over)',
    xl: 'var(--sb-shadow-over)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  variantColorResolver: variantColors,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default', size: 'md' },
      vars: (_theme, { size }) => ({
        root: {
          '--button-height': buttonHeights[String(size)],
          '--button-padding-x': buttonPadding[String(size)],
          '--button-fz': buttonText[String(size)],
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 40 } }),
    Input: Input.extend({ defaultProps: { size: 'md' }, vars: () => ({ wrapper: { '--input-height': '40px' } }) }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'md' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'outline', radius: 'xs', tt: 'none', fw: 400 } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 8, horizontalSpacing: 16, highlightOnHover: true } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm', radius: 'xs' } }),
    Switch: Switch.extend({ defaultProps: { size: 'md' } }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 240 } } }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right', size: 544, radius: 0 } }),
    Paper: Paper.extend({ defaultProps: { shadow: 'none' } }),
  },
});

const roles = {
  '--mantine-color-body': 'var(--sb-bg)',
  '--mantine-color-text': 'var(--sb-ink)',
  '--mantine-color-dimmed': 'var(--sb-ink-3)',
  '--mantine-color-placeholder': 'var(--sb-ink-3)',
  '--mantine-color-default': 'var(--sb-surface)',
  '--mantine-color-default-hover': 'var(--sb-hover)',
  '--mantine-color-default-color': 'var(--sb-ink)',
  '--mantine-color-default-border': 'var(--sb-line-strong)',
  '--mantine-color-error': 'var(--sb-danger)',
  '--mantine-color-anchor': 'var(--sb-accent-text)',
  '--mantine-color-disabled': 'var(--sb-sunken)',
  '--mantine-color-disabled-color': 'var(--sb-ink-3)',
};

/** Mantine's roles point at our tokens, which themselves change with the scheme; so both schemes get the same map. */
export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: roles, dark: roles });
