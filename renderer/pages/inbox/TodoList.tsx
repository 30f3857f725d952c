import type { InboxItem, Todo } from '../../../electron/contract/inbound.ts';
import { EmptyPage } from '../../components/EmptyPage.tsx';
import { TodoRow, todoLamps } from '../../components/TodoRow.tsx';
import { firstName } from '../../text/first-name.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { addressOfItem, ConvLink } from './ConvLink.tsx';
import { ItemLink } from './ItemLink.tsx';
import { NewRow } from './NewRow.tsx';
import { useCalmList } from './use-calm-list.ts';

/** First what waits for her answer, then what was not sent on and needs nothing of her. */
export function TodoList(props: { todos: readonly Todo[]; items: readonly InboxItem[]; open: string | null }) {
  const { todos, items, open } = props;
  const t = useText('inbox');
  const asked = new Set(todos.map(({ messageId }) => messageId));
  const { shown, waiting, showAll } = useCalmList(items.filter(({ id }) => !asked.has(id)));
  if (todos.length === 0 && items.length === 0) {
    return (
      <div className="inbox-scroll">
        <EmptyPage title={t('empty')}>{t('emptyText')}</EmptyPage>
      </div>
    );
  }
  return (
    <>
      <NewRow waiting={waiting} onShow={showAll} />
      <div className="inbox-scroll">
        {todos.length === 0 && <EmptyPage title={t('nothingToDo')}>{t('nothingToDoText')}</EmptyPage>}
        <ul>
          {todos.map((todo) =>
            todo.address === null ? (
              <TodoRow key={todo.id} todo={todo} />
            ) : (
              <li key={todo.id}>
                <TodoLink todo={todo} address={todo.address} open={open === todo.address} />
              </li>
            ),
          )}
        </ul>
        {shown.length > 0 && (
          <>
            <h2 className="sm quiet inbox-separator">{t('needsNothing')}</h2>
            <ul>
              {shown.map((item) => (
                <li key={item.id}>
                  <ItemLink item={item} open={open === addressOfItem(item)} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}

function TodoLink({ todo, address, open }: { todo: Todo; address: string; open: boolean }) {
  const t = useText('inbox');
  const format = useFormat();
  return (
    <ConvLink
      address={address}
      name={todo.name}
      at={todo.at}
      text={todo.text}
      lamp={todoLamps[todo.kind]}
      why={t(`todo.${todo.kind}`, { name: firstName(todo.name ?? '') || format.address(address) })}
      asks={todo.kind === 'near-stop' || todo.kind === 'unknown'}
      open={open}
    />
  );
}
