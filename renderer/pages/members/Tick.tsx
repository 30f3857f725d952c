import '../../components/tick.css';
import { useText } from '../../text/use-text.ts';
import { useSelection } from './selection.ts';

/** The tick of one row. A plain element: hundreds of these pass while scrolling. */
export function Tick({ id, name }: { id: number; name: string }) {
  const t = useText('common');
  const { ids, toggle } = useSelection();
  return (
    <label className="tick-target">
      <input
        type="checkbox"
        className="tick"
        aria-label={t('selectRow', { name })}
        checked={ids.has(id)}
        onChange={() => toggle(id)}
      />
    </label>
  );
}

/** Half ticked while some are; a press then takes every tick away, else it ticks the whole list. */
export function TickAll({ onTickAll }: { onTickAll: () => void }) {
  const t = useText('common');
  const { ids, clear } = useSelection();
  const some = ids.size > 0;
  return (
    <label className="tick-target">
      <input
        type="checkbox"
        className="tick"
        aria-label={t('selectAll')}
        ref={(box) => {
          if (box) box.indeterminate = some;
        }}
        checked={false}
        onChange={() => (some ? clear() : onTickAll())}
      />
    </label>
  );
}
