import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useFormat, useText } from '../../text/use-text.ts';
import type { Preview } from './use-preview.ts';

const SHOWN = 4;
const MORE = 50;

type LeftOut = Preview['leftOut'][number];

/** Who does not get it, each with the reason. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const t = useText('write');
  const [shown, setShown] = useState(SHOWN);
  const hidden = leftOut.length - shown;
  return (
    <div>
      <ul className="write-left-out">
        {leftOut.slice(0, shown).map((item) => (
          <Row key={item.memberId} item={item} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="sm" variant="subtle" onClick={() => setShown(shown + MORE)}>
          {t('moreLeftOut', { count: hidden })}
        </Button>
      )}
    </div>
  );
}

function Row({ item }: { item: LeftOut }) {
  const t = useText('write');
  const outcomes = useText('outcomes');
  const format = useFormat();
  // Who has no name stands here by address, which a name is never read as.
  const name = item.name.startsWith('+') ? format.address(item.name) : item.name;
  return (
    <li>
      <b className="ellipsis">{name}</b>
      <span className="muted ellipsis">{outcomes(`leftOut.${item.reason}`)}</span>
      <Link href={`/members/${item.memberId}`} aria-label={`${t('open')} ${name}`}>
        {t('open')}
      </Link>
    </li>
  );
}
