import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Refusal } from './Refusal.tsx';

/**
 * The question before what cannot be undone: what has happened, what never will, the mild way out first and focused,
 * the red button last, apart, and saying the outcome ("Stoppa, 34 får inget").
 */
export function ConfirmDialog(props: {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** The mild way: closes and changes nothing ("Fortsätt skicka"). */
  keep: string;
  onKeep: () => void;
  /** A middle way, if there is one ("Pausa"). */
  between?: ReactNode;
  outcome: string;
  onConfirm: () => void;
  busy?: boolean;
  error?: Error | null;
}) {
  const { opened, title, children, keep, onKeep, between, outcome, onConfirm, busy = false, error = null } = props;
  return (
    <Modal opened={opened} onClose={onKeep} title={title} withCloseButton={false} size={520}>
      <div className="stack gap-3">
        <div>{children}</div>
        <Refusal error={error} />
        <Group justify="space-between" gap={8}>
          <Group gap={8}>
            <Button onClick={onKeep} data-autofocus>
              {keep}
            </Button>
            {between}
          </Group>
          <Button variant="filled" color="ler" onClick={onConfirm} loading={busy}>
            {outcome}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
