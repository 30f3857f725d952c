import type { LineItem } from '../../../../electron/contract/lines.ts';
import { LampShape } from '../../../components/Lamp.tsx';
import { signalWord } from '../../../shell/strip-lights.ts';
import { useFormat, useText } from '../../../text/use-text.ts';
import { chainOf, type LinkName } from './chain-links.ts';

/** The way from the computer to the mobile network; the link where it breaks is seen, and said, at once. */
export function Chain({ line }: { line: LineItem }) {
  const t = useText('modem');
  const words = useLinkWords(line);
  const links = chainOf(line.state);
  return (
    <ol className="chain" aria-label={t('chain')}>
      {links.map(({ name, lamp }, index) => (
        <li key={name} className={lamp === 'works' && links[index + 1]?.lamp === 'works' ? 'whole' : undefined}>
          <span className="dot">
            <LampShape kind={lamp} size={28} />
          </span>
          <b className="num">{words.title(name)}</b>
          <span className="sm muted">
            {lamp !== 'works' && lamp !== 'off' && <span className="hidden-words">{t('broken')}: </span>}
            {words.detail(name, lamp === 'works')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function useLinkWords(line: LineItem) {
  const t = useText('modem');
  const shell = useText('shell');
  const format = useFormat();
  const { state, model, operator, signal, number, practice } = line;
  const away = state === 'unplugged' || state === 'error' || state === 'starting';
  const modemHere = practice ? t('modemPractice') : model ? t('modemHere', { model }) : t('modemPlain');
  const details: Record<LinkName, { whole: string; broken: string }> = {
    computer: { whole: t('computerOn'), broken: t('computerOn') },
    modem: { whole: modemHere, broken: state === 'error' ? t('modemSilent') : t('modemGone') },
    sim: {
      whole: t('simOpen'),
      broken: away
        ? t('waitsForModem')
        : t(state === 'no-sim' ? 'simNone' : state === 'locked' ? 'simLocked' : 'simPin'),
    },
    network: {
      whole:
        operator !== null && signal !== null
          ? t('networkOk', { operator, signal: shell(`signal.${signalWord(signal)}`) })
          : t('networkPlain'),
      broken: state === 'no-network' ? t('networkNone') : away ? t('waitsForModem') : t('waitsForSim'),
    },
    number: { whole: t('numberOk'), broken: t('numberOff') },
  };
  const titles: Record<LinkName, string> = {
    computer: t('computer'),
    modem: t('theModem'),
    sim: t('sim'),
    network: t('network'),
    number: number ? format.phone(number) : t('numberUnknown'),
  };
  return {
    title: (name: LinkName) => titles[name],
    detail: (name: LinkName, whole: boolean) => details[name][whole ? 'whole' : 'broken'],
  };
}
