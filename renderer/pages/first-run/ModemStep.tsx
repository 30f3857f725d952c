import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { Trans } from 'react-i18next';
import { Link } from 'wouter';
import { type LineItem, listLines } from '../../../electron/contract/lines.ts';
import { useLive } from '../../api/use-live.ts';
import { type LampKind, LampShape } from '../../components/Lamp.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { NumberForm } from '../program/modem/NumberForm.tsx';
import { PinEntry } from '../program/modem/PinEntry.tsx';
import { StepEnd } from './StepEnd.tsx';

type Head = 'none' | 'starting' | 'pin' | 'trouble' | 'number' | 'ready';

/** The modem, its card, the PIN and the number, each ticked by itself as it is found. */
export function ModemStep({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const t = useText('firstRun');
  const modem = useText('modem');
  const book = useBook();
  const lines = useLive(listLines, {});
  const line = lines.data?.find(({ id }) => id === book.lineId) ?? lines.data?.find(({ bookId }) => bookId === null);
  const head = headOf(line);
  return (
    <div className="first-run-form">
      <h1 aria-live="polite">{t(`modemHead.${head}`)}</h1>
      <ul className="found">
        <FoundRows line={line} />
        {head === 'pin' && line && (
          <li className="found-act">
            <LampShape kind="needsYou" />
            <div className="grow stack">
              <p className="muted">{t('pinText')}</p>
              <PinEntry line={line} />
            </div>
          </li>
        )}
        {head === 'number' && line && (
          <li className="found-act">
            <LampShape kind="needsYou" />
            <div className="grow">
              <NumberForm line={line} plain />
            </div>
          </li>
        )}
        {head === 'trouble' && line && (
          <li className="found-act">
            <LampShape kind="needsYou" />
            <div className="grow">
              <b>{modem(`headline.${line.state}`)}</b>
              <p className="muted">{modem(`under.${line.state}`)}</p>
            </div>
          </li>
        )}
      </ul>
      {head !== 'ready' && (
        <div className="found-other">
          <div>
            <h2>{t('noModem')}</h2>
            <p className="muted">{t('noModemText')}</p>
          </div>
          <Button
            component={Link}
            href="~/practice"
            leftSection={<IconDeviceMobile size={20} stroke={1.75} aria-hidden="true" />}
          >
            {t('practise')}
          </Button>
        </div>
      )}
      <StepEnd onBack={onBack}>
        {head !== 'ready' && (
          <>
            <Button variant="subtle" onClick={onDone}>
              {t('without')}
            </Button>
            <span className="sm quiet">{t('modemWait')}</span>
          </>
        )}
        <Button
          size="lg"
          variant={head === 'ready' ? 'filled' : 'default'}
          disabled={head !== 'ready'}
          onClick={onDone}
        >
          {t('modemNext')}
        </Button>
      </StepEnd>
    </div>
  );
}

function headOf(line: LineItem | undefined): Head {
  if (!line || line.state === 'unplugged') return 'none';
  if (line.state === 'starting') return 'starting';
  if (line.state === 'needs-pin') return 'pin';
  if (line.state !== 'ready') return 'trouble';
  return line.number === null ? 'number' : 'ready';
}

type FoundKey =
  | 'modem'
  | 'modemPractice'
  | 'modemNone'
  | 'sim'
  | 'simOperator'
  | 'simWaits'
  | 'pin'
  | 'number'
  | 'numberWaits'
  | 'numberUnknown';

function FoundRows({ line }: { line: LineItem | undefined }) {
  const t = useText('firstRun');
  const format = useFormat();
  const here = line !== undefined && line.state !== 'unplugged' && line.state !== 'error';
  const open = here && (line.state === 'ready' || line.state === 'no-network');
  const rows: { key: FoundKey; kind: LampKind }[] = [
    here ? { key: line.practice ? 'modemPractice' : 'modem', kind: 'works' } : { key: 'modemNone', kind: 'working' },
    open
      ? { key: line.operator ? 'simOperator' : 'sim', kind: 'works' }
      : here && line.state === 'needs-pin'
        ? { key: 'pin', kind: 'needsYou' }
        : { key: 'simWaits', kind: 'off' },
    open && line.number
      ? { key: 'number', kind: 'works' }
      : { key: open ? 'numberUnknown' : 'numberWaits', kind: open ? 'needsYou' : 'off' },
  ];
  const values = { operator: line?.operator ?? '', number: line?.number ? format.phone(line.number) : '' };
  return rows.map(({ key, kind }) => (
    <li key={key}>
      <LampShape kind={kind} />
      <span className="num">
        <Trans t={t} i18nKey={`found.${key}`} values={values} components={{ 1: <b /> }} />
      </span>
    </li>
  ));
}
