import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { confirmClock } from '../../electron/contract/broadcasts.ts';
import { answerTodo, type Todo } from '../../electron/contract/inbound.ts';
import { useCommand } from '../api/use-live.ts';
import { useFormat, useText } from '../text/use-text.ts';
import { type LampKind, LampShape } from './Lamp.tsx';
import './todo-row.css';

export const todoLamps: Record<Todo['kind'], LampKind> = {
  'near-stop': 'unknown',
  held: 'paused',
  unknown: 'unknown',
  'writer-left': 'needsYou',
  'functionary-left': 'needsYou',
  unreadable: 'needsYou',
  incomplete: 'waits',
  'key-mismatch': 'needsYou',
  'clock-back': 'needsYou',
};

/** The kinds that are over when she says so; the others end when what they ask about is answered. */
const endsByHand: readonly Todo['kind'][] = [
  'writer-left',
  'functionary-left',
  'unreadable',
  'incomplete',
  'key-mismatch',
];

/** One thing that waits for the secretary, with the verb that answers it. */
export function TodoRow({ todo }: { todo: Todo }) {
  const t = useText('todos');
  const words = useTodoWords(todo);
  const answer = useCommand(answerTodo);
  const clock = useCommand(confirmClock);
  const href = whereToAnswer(todo);
  return (
    <li className="todo-row">
      <LampShape kind={todoLamps[todo.kind]} />
      <div className="grow">
        <div>
          <b>{words.title}</b>
        </div>
        <div className="sm muted num">{words.hint}</div>
      </div>
      <div className="row">
        {endsByHand.includes(todo.kind) && (
          <Button size="sm" variant="subtle" onClick={() => answer.mutate({ id: todo.id, answer: 'done' })}>
            {t('done')}
          </Button>
        )}
        {href === null ? (
          <Button size="sm" onClick={() => clock.mutate({})} loading={clock.isPending}>
            {t(`action.${todo.kind}`)}
          </Button>
        ) : (
          <Button size="sm" component={Link} href={href}>
            {t(`action.${todo.kind}`)}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The title and the sentence under it, for a row here and for the same question elsewhere. */
export function useTodoWords(todo: Todo): { title: string; hint: string } {
  const t = useText('todos');
  const common = useText('common');
  const format = useFormat();
  const name = todo.name || (todo.address ? format.address(todo.address) : common('noName'));
  const filled = { name, text: todo.text ?? '', time: format.moment(todo.at) };
  return { title: t(`title.${todo.kind}`, filled), hint: t(`hint.${todo.kind}`, filled) };
}

/** Null when the button itself is the answer. */
function whereToAnswer(todo: Todo): string | null {
  switch (todo.kind) {
    case 'held':
    case 'unknown':
      return todo.broadcastId === null ? '/inbox' : `/broadcasts/${todo.broadcastId}`;
    case 'near-stop':
    case 'unreadable':
    case 'incomplete':
      return todo.address === null ? '/inbox' : `/inbox/${encodeURIComponent(todo.address)}`;
    case 'key-mismatch':
      return todo.memberId === null ? '/members' : `/members/${todo.memberId}`;
    case 'writer-left':
    case 'functionary-left':
      return '/settings/people';
    case 'clock-back':
      return null;
  }
}
