import type { AtCommand } from './command-line.ts';
import type { CommandFault, SubmitFault } from './habits.ts';

/** What goes wrong with this command, null where nothing does. `countOf` counts how often each fault was in question. */
export function faultOf(
  faults: CommandFault[],
  command: AtCommand,
  countOf: Map<string, number>,
): CommandFault['effect'] | null {
  const keys = [command.name, `${command.name} ${command.form}`];
  for (const key of keys) countOf.set(key, (countOf.get(key) ?? 0) + 1);
  const fault = faults.find(({ command: name, form, nth }) => {
    if (name !== command.name || (form && form !== command.form)) return false;
    return !nth || nth.includes(countOf.get(form ? `${name} ${form}` : name) ?? 0);
  });
  return fault?.effect ?? null;
}

/** What goes wrong with the submit that is the `count`-th, null where nothing does. */
export function submitFaultOf(faults: SubmitFault[], count: number, to: string): SubmitFault['effect'] | null {
  const fault = faults.find((each) => (!each.nth || each.nth.includes(count)) && (!each.to || each.to === to));
  return fault?.effect ?? null;
}
