import { outcomes } from './sv/outcomes.ts';
import { useText } from './use-text.ts';

type State = keyof (typeof outcomes)['state'];

/** What has become of one message ("Framme"); a state without words says nothing. */
export function useStateText(): (state: string) => string | null {
  const t = useText('outcomes');
  return (state) => (isState(state) ? t(`state.${state}`) : null);
}

function isState(state: string): state is State {
  return Object.hasOwn(outcomes.state, state);
}
