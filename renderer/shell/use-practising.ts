import { listLines } from '../../electron/contract/lines.ts';
import { useProgram } from '../api/Program.tsx';
import { useLive } from '../api/use-live.ts';

/** Whether nothing here is real: the practice side, or a program that has nothing but a practice modem. */
export function usePractising(): boolean {
  const { side } = useProgram();
  const lines = useLive(listLines, {});
  return side === 'practice' || (lines.data?.some(({ practice }) => practice) ?? false);
}
