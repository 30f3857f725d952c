import { Button, Select } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { type LineItem, listLines } from '../../../../electron/contract/lines.ts';
import { useLive } from '../../../api/use-live.ts';
import { EmptyPage } from '../../../components/EmptyPage.tsx';
import { useBook } from '../../../shell/use-book.ts';
import { useFormat, useText } from '../../../text/use-text.ts';
import { Chain } from './Chain.tsx';
import { ChoosePort } from './ChoosePort.tsx';
import { LineFacts } from './LineFacts.tsx';
import { NumberForm } from './NumberForm.tsx';
import { PinEntry } from './PinEntry.tsx';
import { TestText } from './TestText.tsx';
import { DoThis, Meanwhile, PinKnowledge } from './Trouble.tsx';
import './modem.css';

/** The one page where modem words may stand, and even here as few as can be. */
export function ModemTab() {
  const t = useText('modem');
  const book = useBook();
  const lines = useLive(listLines, {});
  const [chosen, setChosen] = useState<string | null>(null);
  if (!lines.data) return null;
  const own = lines.data.find(({ id }) => String(id) === chosen) ?? lines.data.find(({ id }) => id === book.lineId);
  const line = own ?? lines.data[0];
  if (!line) {
    return (
      <div className="settings-tab stack gap-4">
        <EmptyPage
          title={t('none')}
          action={
            <Button
              component={Link}
              href="~/practice"
              leftSection={<IconDeviceMobile size={20} stroke={1.75} aria-hidden="true" />}
            >
              {t('practise')}
            </Button>
          }
        >
          {t('noneText')}
        </EmptyPage>
        <ChoosePort />
      </div>
    );
  }
  return (
    <>
      {lines.data.length > 1 && <WhichLine lines={lines.data} line={line} onChoose={setChosen} />}
      <OneLine key={line.id} line={line} />
    </>
  );
}

function WhichLine(props: { lines: readonly LineItem[]; line: LineItem; onChoose: (id: string | null) => void }) {
  const { lines, line, onChoose } = props;
  const t = useText('modem');
  const format = useFormat();
  return (
    <Select
      mt={16}
      w={280}
      label={t('theModem')}
      data={lines.map(({ id, number, port }) => ({
        value: String(id),
        label: number ? format.phone(number) : (port ?? t('numberUnknown')),
      }))}
      value={String(line.id)}
      onChange={onChoose}
      allowDeselect={false}
    />
  );
}

function OneLine({ line }: { line: LineItem }) {
  const t = useText('modem');
  const format = useFormat();
  const { state, lastHeardAt } = line;
  return (
    <>
      <div className="modem-headline" role="status">
        <h2>{t(`headline.${state}`)}</h2>
        <p className="muted num">
          {line.practice && state === 'ready' ? t('inPractice') : t(`under.${state}`)}{' '}
          {lastHeardAt !== null && t('heard', { time: format.moment(lastHeardAt) })}
        </p>
      </div>
      <Chain line={line} />
      <div className="modem-cols">
        {state === 'ready' || state === 'starting' ? (
          <>
            <div>
              <LineFacts line={line} />
            </div>
            <div>
              <TestText line={line} />
              <NumberForm line={line} />
              {!line.practice && <ChoosePort />}
            </div>
          </>
        ) : (
          <>
            <div>
              {state === 'needs-pin' ? (
                <>
                  <h2>{t('pinTitle')}</h2>
                  <PinEntry line={line} />
                </>
              ) : (
                <DoThis state={state} />
              )}
              {(state === 'unplugged' || state === 'error') && !line.practice && <ChoosePort />}
            </div>
            <div>{state === 'needs-pin' ? <PinKnowledge /> : <Meanwhile />}</div>
          </>
        )}
      </div>
    </>
  );
}
