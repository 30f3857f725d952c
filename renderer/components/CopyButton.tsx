import { Button, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../text/use-text.ts';

/** Copies `value`. The button itself says that it happened, and says what to do when the system refused. */
export function CopyButton({ value, children, ...look }: { value: string; children: string } & ButtonProps) {
  const t = useText('common');
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  const Icon = outcome === 'copied' ? IconCheck : IconCopy;
  return (
    <>
      <Button
        {...look}
        onClick={copy}
        onBlur={() => setOutcome(null)}
        leftSection={<Icon size={look.size === 'sm' ? 16 : 20} stroke={1.75} aria-hidden="true" />}
      >
        {outcome === 'copied' ? t('copied') : children}
      </Button>
      <span role="status" className={outcome === 'failed' ? 'sm quiet' : 'hidden-words'}>
        {outcome === 'copied' && t('copied')}
        {outcome === 'failed' && t('copyFailed')}
      </span>
    </>
  );
}
