import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { settleOutbox } from '../../../electron/contract/broadcasts.ts';
import { answerTodo, type Todo } from '../../../electron/contract/inbound.ts';
import { useCommand } from '../../api/use-live.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { LampShape } from '../../components/Lamp.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { TodoRow, todoLamps, useTodoWords } from '../../components/TodoRow.tsx';
import { useText } from '../../text/use-text.ts';

/** What is asked of her about one person, each question with its answers. */
export function Questions(props: { todos: readonly Todo[]; name: string; onAsk: () => void }) {
  const { todos, name, onAsk } = props;
  return todos.map((todo) => {
    if (todo.kind === 'near-stop') return <NearStop key={todo.id} todo={todo} name={name} onAsk={onAsk} />;
    if (todo.kind === 'unknown' && todo.outboxId !== null) {
      return <Unknown key={todo.id} todo={todo} outboxId={todo.outboxId} name={name} />;
    }
    if (todo.kind === 'held') return <Held key={todo.id} todo={todo} />;
    return (
      <ul key={todo.id} className="question-row">
        <TodoRow todo={todo} />
      </ul>
    );
  });
}

function Question({ todo, text, children }: { todo: Todo; text: string; children: ReactNode }) {
  const { title } = useTodoWords(todo);
  return (
    <div className="ask">
      <LampShape kind={todoLamps[todo.kind]} />
      <div className="grow">
        <h2 className="question-title">{title}</h2>
        <p className="muted">{text}</p>
        {children}
      </div>
    </div>
  );
}

function NearStop({ todo, name, onAsk }: { todo: Todo; name: string; onAsk: () => void }) {
  const t = useText('inbox');
  const answer = useCommand(answerTodo);
  const [sure, setSure] = useState(false);
  return (
    <Question todo={todo} text={t('nearStopText', { name, text: todo.text ?? '' })}>
      <div className="row wrap">
        <Button onClick={onAsk}>{t('ask', { name })}</Button>
        <Button onClick={() => answer.mutate({ id: todo.id, answer: 'stays' })}>{t('stays', { name })}</Button>
        <Button variant="outline" color="ler" onClick={() => setSure(true)}>
          {t('leaves', { name })}
        </Button>
      </div>
      <ConfirmDialog
        opened={sure}
        title={t('leavesTitle', { name })}
        keep={t('leavesKeep', { name })}
        onKeep={() => setSure(false)}
        outcome={t('leavesDo', { name })}
        onConfirm={() => answer.mutate({ id: todo.id, answer: 'leaves' }, { onSuccess: () => setSure(false) })}
        busy={answer.isPending}
        error={answer.error}
      >
        {t('leavesText', { name })}
      </ConfirmDialog>
      {!sure && <Refusal error={answer.error} />}
    </Question>
  );
}

function Held({ todo }: { todo: Todo }) {
  const t = useText('inbox');
  return (
    <Question todo={todo} text={t('heldText')}>
      <div className="row">
        <Button component={Link} href={`/broadcasts/${todo.broadcastId}`}>
          {t('heldOpen')}
        </Button>
      </div>
    </Question>
  );
}

function Unknown({ todo, outboxId, name }: { todo: Todo; outboxId: number; name: string }) {
  const t = useText('inbox');
  const settle = useCommand(settleOutbox);
  return (
    <Question todo={todo} text={t('unknownText', { name })}>
      <div className="row wrap">
        <Button onClick={() => settle.mutate({ id: outboxId, as: 'sent' })}>{t('itArrived')}</Button>
        <Button onClick={() => settle.mutate({ id: outboxId, as: 'resend' })}>{t('resendOne')}</Button>
        <Button variant="subtle" onClick={() => settle.mutate({ id: outboxId, as: 'dropped' })}>
          {t('dropOne')}
        </Button>
      </div>
      <Refusal error={settle.error} />
    </Question>
  );
}
