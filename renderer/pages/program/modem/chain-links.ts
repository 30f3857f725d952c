import type { LineItem } from '../../../../electron/contract/lines.ts';
import type { LampKind } from '../../../components/Lamp.tsx';

export type LinkName = 'computer' | 'modem' | 'sim' | 'network' | 'number';

export interface ChainLink {
  name: LinkName;
  lamp: LampKind;
}

/** How far the way is whole, and with what it breaks. A link after the break is not known, and so is off. */
const breaks: Record<LineItem['state'], { at: LinkName; lamp: LampKind } | null> = {
  ready: null,
  starting: { at: 'modem', lamp: 'working' },
  unplugged: { at: 'modem', lamp: 'stopped' },
  error: { at: 'modem', lamp: 'stopped' },
  'no-sim': { at: 'sim', lamp: 'stopped' },
  'needs-pin': { at: 'sim', lamp: 'needsYou' },
  locked: { at: 'sim', lamp: 'stopped' },
  'no-network': { at: 'network', lamp: 'needsYou' },
};

const names: readonly LinkName[] = ['computer', 'modem', 'sim', 'network', 'number'];

/** The five links from the computer to the number; the broken one is seen at once. */
export function chainOf(state: LineItem['state']): ChainLink[] {
  const broken = breaks[state];
  const brokenAt = broken ? names.indexOf(broken.at) : names.length;
  return names.map((name, index) => {
    if (index < brokenAt) return { name, lamp: 'works' };
    return { name, lamp: broken && index === brokenAt ? broken.lamp : 'off' };
  });
}
