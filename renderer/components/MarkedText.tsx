import { useId } from 'react';
import './marked-text.css';

/**
 * A field for a message in which single characters are marked while she writes. The marks lie in a copy of the text
 * behind the field, so the caret, selection and spelling are the browser's own. It grows with the text.
 */
export function MarkedText(props: {
  id?: string;
  label?: string;
  value: string;
  onChange: (value: string) => void;
  marks: readonly string[];
  placeholder?: string;
  minRows?: number;
  describedBy?: string;
}) {
  const { label, value, onChange, marks, placeholder, minRows = 3, describedBy } = props;
  const ownId = useId();
  return (
    <div className="marked-text" style={{ minHeight: `calc(${minRows} * 1.5rem + 16px)` }}>
      <div className="marked-text-copy" aria-hidden="true">
        {markedPieces(value, marks).map(({ at, text, marked }) =>
          marked ? (
            <mark key={at} className="marked-text-mark">
              {text}
            </mark>
          ) : (
            <span key={at}>{text}</span>
          ),
        )}
        {/* a last line break has no height of its own without something after it */}
        {'\u200b'}
      </div>
      <textarea
        id={props.id ?? ownId}
        aria-label={label}
        aria-describedby={describedBy}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

/** Cuts a text where a marked character stands; `at` is where each piece begins. */
export function markedPieces(text: string, marks: readonly string[]): { at: number; text: string; marked: boolean }[] {
  const pieces: { at: number; text: string; marked: boolean }[] = [];
  let at = 0;
  for (const character of text) {
    const marked = marks.includes(character);
    const last = pieces.at(-1);
    if (last && last.marked === marked) last.text += character;
    else pieces.push({ at, text: character, marked });
    at += character.length;
  }
  return pieces;
}
