import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';

/** A section's name, what it is for, and the button that adds to it. */
export function SectionHead(props: { title: string; text: string; action: string; onAction: () => void }) {
  const { title, text, action, onAction } = props;
  return (
    <div className="row between wrap section-head">
      <div>
        <h2>{title}</h2>
        <p className="sm muted">{text}</p>
      </div>
      <Button size="sm" onClick={onAction} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}>
        {action}
      </Button>
    </div>
  );
}
