import { SegmentedControl } from '@mantine/core';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';

/** Now, or at a time of her choosing: null is now, NaN a time that is not filled in yet. */
export function WhenField({ at, onChange }: { at: number | null; onChange: (at: number | null) => void }) {
  const t = useText('write');
  const format = useFormat();
  const { quietHours } = useBook();
  const chosen = at !== null;
  return (
    <div className="row wrap write-when">
      <SegmentedControl
        aria-label={t('when')}
        value={chosen ? 'at' : 'now'}
        onChange={(value) => onChange(value === 'at' ? inOneHour() : null)}
        data={[
          { value: 'now', label: t('now') },
          { value: 'at', label: t('atTime') },
        ]}
      />
      {chosen && (
        <input
          type="datetime-local"
          className="write-time"
          aria-label={t('day')}
          value={Number.isNaN(at) ? '' : toLocal(at)}
          onChange={(event) => onChange(new Date(event.currentTarget.value).getTime())}
        />
      )}
      {quietHours && (
        <span className="sm quiet num">
          {chosen
            ? t('quietChosen')
            : t('quietHours', { from: format.wallClock(quietHours.from), to: format.wallClock(quietHours.to) })}
        </span>
      )}
    </div>
  );
}

function inOneHour(): number {
  return Math.ceil((Date.now() + 3_600_000) / 900_000) * 900_000;
}

/** The field wants local wall time without a zone. */
function toLocal(at: number): string {
  const time = new Date(at);
  return new Date(at - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
