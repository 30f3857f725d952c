import type { CallName, Output } from '../../electron/contract/index.ts';
import type { Log } from '../../electron/log.ts';
import type { Samband } from '../../electron/samband.ts';

export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** Calls the program as a host does; throws where it refuses, for a bench has no use for a refusal. */
export async function ask<Name extends CallName>(samband: Samband, name: Name, input: object): Promise<Output<Name>> {
  const reply = await samband.dispatch(name, input, samband.localUser);
  if (!reply.ok) throw new Error(`${name} answered ${reply.code} ${JSON.stringify(reply.detail)}`);
  // The door has checked that this is what the call answers.
  return reply.value as Output<Name>;
}
