import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';

/** Back to the left, on to the right; a reason stands beside what cannot be chosen yet. */
export function StepEnd({ onBack, children }: { onBack?: () => void; children: ReactNode }) {
  const t = useText('firstRun');
  return (
    <div className="row between wrap first-run-end">
      {onBack ? (
        <Button
          variant="subtle"
          onClick={onBack}
          leftSection={<IconArrowLeft size={20} stroke={1.75} aria-hidden="true" />}
        >
          {t('back')}
        </Button>
      ) : (
        <span />
      )}
      <div className="row wrap gap-3">{children}</div>
    </div>
  );
}
