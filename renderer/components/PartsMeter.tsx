import { useText } from '../text/use-text.ts';
import './parts-meter.css';

export interface Parts {
  /** How many SMS parts one recipient's text takes. */
  parts: number;
  /** Characters in the last part, as the network counts them; the parts before it are full. */
  usedInLast: number;
  /** `ucs2`: a character outside the cheap alphabet makes every part less than half as long. */
  encoding: 'gsm7' | 'ucs2';
}

/** Characters in one part, alone and as one of several (3GPP TS 23.040, 9.2.3.24.1). */
const room = { gsm7: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const;

/** One bar per part, filled by characters; always with the words. `small` is the one beside a reply's field. */
export function PartsMeter({ parts, usedInLast, encoding, small = false }: Parts & { small?: boolean }) {
  const t = useText('common');
  const label = t('parts', { count: parts });
  const dear = encoding === 'ucs2' && parts > 1;
  const perPart = parts > 1 ? room[encoding].joined : room[encoding].alone;
  const characters = Math.max(0, parts - 1) * perPart + usedInLast;
  const left = parts * perPart - characters;
  const counted =
    parts > 1
      ? t('charactersLeft', { count: characters, left, part: parts })
      : t('charactersOf', { count: characters, most: perPart });
  const fills = Array.from({ length: Math.max(parts, 1) }, (_, part) => ({
    part,
    fill: fillOf(part, characters, perPart),
  }));
  const bars = (
    <>
      <meter
        className="hidden-words"
        aria-label={label}
        min={0}
        max={Math.max(parts, 1) * perPart}
        value={characters}
      />
      <div className={dear ? 'parts parts-dear' : 'parts'} aria-hidden="true">
        {fills.map(({ part, fill }) => (
          <i key={part}>
            <b style={{ width: `${fill}%` }} />
          </i>
        ))}
      </div>
    </>
  );
  if (small) {
    return (
      <div className="parts-small">
        {bars}
        <span>
          {t('characters', { count: characters })}, {label}
        </span>
      </div>
    );
  }
  return (
    <div className="parts-meter">
      <div className="row between wrap">
        <b>{label}</b>
        <span className="sm quiet num">{counted}</span>
      </div>
      {bars}
    </div>
  );
}

function fillOf(part: number, characters: number, perPart: number): number {
  const filled = (characters - part * perPart) / perPart;
  return Math.round(Math.min(1, Math.max(0, filled)) * 100);
}
