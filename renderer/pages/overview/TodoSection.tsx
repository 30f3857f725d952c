import { Link } from 'wouter';
import { listTodos } from '../../../electron/contract/inbound.ts';
import { useLive } from '../../api/use-live.ts';
import { TodoRow } from '../../components/TodoRow.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useText } from '../../text/use-text.ts';

const SHOWN = 5;

/** The newest things that wait for her, with the way to the rest. */
export function TodoSection() {
  const t = useText('overview');
  const book = useBook();
  const todos = useLive(listTodos, { bookId: book.id });
  if (!todos.data) return null;
  return (
    <section>
      <h2 className="section-title">{t('toDo')}</h2>
      {todos.data.length === 0 && <p className="muted overview-nothing">{t('nothingToDo')}</p>}
      <ul>
        {todos.data.slice(0, SHOWN).map((todo) => (
          <TodoRow key={todo.id} todo={todo} />
        ))}
      </ul>
      {todos.data.length > SHOWN && (
        <p className="overview-nothing">
          <Link href="/inbox">{t('allToDo', { count: todos.data.length })}</Link>
        </p>
      )}
    </section>
  );
}
