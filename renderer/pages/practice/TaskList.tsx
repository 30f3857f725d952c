import { useState } from 'react';
import { listInbox, practicePhones } from '../../../electron/contract/inbound.ts';
import type { Output } from '../../../electron/contract/index.ts';
import { listLines } from '../../../electron/contract/lines.ts';
import { useLive } from '../../api/use-live.ts';
import { LampShape } from '../../components/Lamp.tsx';
import { useBook } from '../../shell/use-book.ts';
import { firstName } from '../../text/first-name.ts';
import { useText } from '../../text/use-text.ts';

const tasks = ['join', 'broadcast', 'unknown', 'near', 'leave', 'unplug'] as const;
type Task = (typeof tasks)[number];

/** Things to try, each ticked by what the book itself says has happened. */
export function TaskList() {
  const t = useText('practice');
  const book = useBook();
  const items = useLive(listInbox, { bookId: book.id, all: true, limit: 500 });
  const phones = useLive(practicePhones, {});
  const lines = useLive(listLines, {});
  const [wasUnplugged, setWasUnplugged] = useState(false);
  const unplugged = lines.data?.some(({ state }) => state === 'unplugged') ?? false;
  if (unplugged && !wasUnplugged) setWasUnplugged(true);
  const done = (task: Task) =>
    task === 'unplug' ? wasUnplugged : (items.data?.some((item) => shows(task, item)) ?? false);
  const called = (role: 'writer' | 'member') =>
    firstName(phones.data?.find((phone) => phone.role === role && phone.name)?.name ?? '') || '…';
  const names = { writer: called('writer'), member: called('member') };
  const next = tasks.find((task) => !done(task));
  return (
    <ol className="tasks">
      {tasks.map((task) => (
        <li key={task}>
          <LampShape kind={done(task) ? 'works' : 'todo'} />
          <span className={task === next ? 'task-next' : undefined}>
            {t(`tasks.${task}`, names)}
            {done(task) && <span className="hidden-words">, {t('taskDone')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function shows(task: Exclude<Task, 'unplug'>, { decision, reason }: Output<'inbound.list'>[number]): boolean {
  switch (task) {
    case 'join':
      return decision === 'joined' || decision === 'pending';
    case 'broadcast':
      return decision === 'broadcast';
    case 'unknown':
      return reason === 'unknown-number' || reason === 'any-text';
    case 'near':
      return decision === 'near-stop';
    case 'leave':
      return decision === 'left';
  }
}
