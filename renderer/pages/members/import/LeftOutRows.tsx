import type { Output } from '../../../../electron/contract/index.ts';
import { useText } from '../../../text/use-text.ts';

/** More than a person reads; the count above says how many there are. */
const SHOWN = 500;

/** Every row that is left out, as it stands in the list, with the reason and what to do. */
export function LeftOutRows(props: { lines: readonly string[]; leftOut: Output<'members.import'>['leftOut'] }) {
  const { lines, leftOut } = props;
  const t = useText('members');
  if (leftOut.length === 0) return null;
  return (
    <section aria-label={t('importLeftOut', { count: leftOut.length })}>
      <table className="plain-table import-rows">
        <thead>
          <tr>
            <th scope="col">{t('importRow')}</th>
            <th scope="col">{t('importLine')}</th>
            <th scope="col">{t('importReason')}</th>
          </tr>
        </thead>
        <tbody>
          {leftOut.slice(0, SHOWN).map(({ row, reason }) => (
            <tr key={`${row}-${reason}`}>
              <td>{row}</td>
              <td>{lines[row - 1]}</td>
              <td>{t(`leftOut.${reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
