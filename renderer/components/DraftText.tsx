import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

interface DraftProps {
  /** What is kept now. */
  value: string;
  /** Called when the field is left with other words in it. */
  onKeep: (value: string) => void;
  /** Called at every key, for a meter beside it. */
  onDraft?: (value: string) => void;
  label?: ReactNode;
  'aria-label'?: string;
  description?: ReactNode;
  placeholder?: string;
  error?: ReactNode;
  type?: 'text' | 'email' | 'tel' | 'time';
  lines?: 'one' | 'many';
  required?: boolean;
  disabled?: boolean;
  className?: string;
}

/** A field that is kept when it is left. What somebody else changes meanwhile is shown, unless she is writing here. */
export function DraftText(props: DraftProps) {
  return <Draft key={props.value} {...props} />;
}

function Draft({ value, onKeep, onDraft, lines = 'one', required = false, ...field }: DraftProps) {
  const [draft, setDraft] = useState(value);
  const change = (next: string) => {
    setDraft(next);
    onDraft?.(next);
  };
  const keep = () => {
    if (draft === value) return;
    if (required && draft.trim() === '') change(value);
    else onKeep(draft);
  };
  if (lines === 'many') {
    return (
      <Textarea
        {...field}
        autosize
        minRows={1}
        maxRows={6}
        value={draft}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onBlur={keep}
      />
    );
  }
  return (
    <TextInput
      {...field}
      value={draft}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') keep();
      }}
    />
  );
}
