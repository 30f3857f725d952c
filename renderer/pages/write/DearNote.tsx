import { Button } from '@mantine/core';
import { Trans } from 'react-i18next';
import { useText } from '../../text/use-text.ts';
import type { Preview } from './use-preview.ts';

/** Says which character makes it dear and what it costs, with one button that replaces it and says with what. */
export function DearNote(props: {
  costly: readonly string[];
  preview: Preview;
  better: { text: string; preview: Preview };
  /** What the button does, in words ("Byt till bindestreck"). */
  button: string;
  onReplace: (text: string) => void;
}) {
  const { costly, preview, better, button, onReplace } = props;
  const t = useText('write');
  const character = costly.join(' ');
  const several = costly.length > 1;
  return (
    <div className="note note-warn write-dear" role="status">
      <div className="grow">
        <Trans
          t={t}
          i18nKey={several ? 'dearSeveral' : 'dearOne'}
          values={{ character, parts: preview.partsEach, better: better.preview.partsEach }}
          components={{ 1: <mark className="dear" />, 2: <b /> }}
        />
      </div>
      <Button size="sm" onClick={() => onReplace(better.text)}>
        {button}
      </Button>
    </div>
  );
}

const known: Readonly<Record<string, 'hyphen' | 'quote' | 'apostrophe' | 'dots' | 'space'>> = {
  '-': 'hyphen',
  '"': 'quote',
  "'": 'apostrophe',
  '...': 'dots',
  ' ': 'space',
};

/** What the cheaper text has instead, and the button's words; null where the character can only be taken away. */
export function useReplacement(preview: Preview | undefined): { name: string; button: string } | null {
  const t = useText('write');
  const targets = [...new Set(preview?.cheaper?.replaced.map(({ to }) => to))];
  const [only] = targets;
  if (only === undefined) return null;
  const key = known[only];
  const name = key ? t(`names.${key}`) : only;
  if (targets.length === 1) return { name, button: t('swap', { name }) };
  return { name: targets.join(' '), button: t('swapSeveral', { count: preview?.cheaper?.replaced.length ?? 0 }) };
}
