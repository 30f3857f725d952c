import type { Output } from '../../../electron/contract/index.ts';

/** One invented person's telephone, with what it has sent and got. */
export type Phone = Output<'practice.phones'>[number];
