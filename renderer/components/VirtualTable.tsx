import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import './virtual-table.css';

export interface Column<Row> {
  key: string;
  /** The words of the heading; `null` for a column of buttons or ticks, which then wants `label`. */
  title: ReactNode;
  label?: string;
  /** A CSS width ("200px", "auto"). */
  width: string;
  /** True: not shown at 640 px and narrower; put its words in `narrowSecond`. */
  wideOnly?: boolean;
  /** Plain elements only: this runs for every row while scrolling. */
  cell: (row: Row) => ReactNode;
}

/**
 * A table of any length. Only what is seen is in the document, so `aria-rowcount` and `aria-rowindex` say the rest.
 * Keep `columns` the same array between renders, else every row is drawn anew while scrolling.
 * Rows are read by index: `rowAt` gives undefined for a page that is still on its way. The table is its own scroller
 * and fills the height it is given. Arrow keys, Home and End move between rows; Enter opens one.
 */
export function VirtualTable<Row>(props: TableProps<Row>) {
  // A new list starts at its top; the old place means nothing in it.
  return <List key={props.listKey} {...props} />;
}

interface TableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  count: number;
  rowAt: (index: number) => Row | undefined;
  rowKey: (row: Row) => string | number;
  /** What is listed (book, tab, search). When it changes the table starts from its top. */
  listKey: string;
  onVisible?: (first: number, last: number) => void;
  onOpen?: (row: Row) => void;
  isSelected?: (row: Row) => boolean;
  isOpen?: (row: Row) => boolean;
  rowHeight?: number;
}

function List<Row>(props: TableProps<Row>) {
  const { label, columns, count, rowAt, rowKey, onVisible, onOpen, isSelected, isOpen, rowHeight = 40 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    onVisible?.(first, last);
  }, [onVisible, first, last]);

  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);

  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(count - 1, index));
    rows.scrollToIndex(target);
    const focus = () => {
      const row = scroller.current?.querySelector<HTMLElement>(`tr[aria-rowindex="${target + 2}"]`);
      row?.focus();
      return row != null;
    };
    // A row far away is in the document first after the scroll has been drawn.
    if (!focus()) requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  // One listener for all rows: rows with listeners of their own could not be told apart from unchanged ones.
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const index = indexOfRow(event.target);
    if (index === null) return;
    const page = Math.max(1, last - first - 24);
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: count - 1,
    };
    const target = moves[event.key];
    if (target === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (target !== undefined) moveTo(target);
    else open(index);
  };
  const onClick = (event: MouseEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof Element) || event.target.closest('button, a, input, label')) return;
    const index = indexOfRow(event.target.closest('tr'));
    if (index !== null) open(index);
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row);
  };

  return (
    <div className="virtual-table" ref={scroller}>
      <table aria-label={label} aria-rowcount={count + 1}>
        <colgroup>
          {columns.map(({ key, width, wideOnly }) => (
            <col key={key} className={wideOnly ? 'wide-only' : undefined} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, title, label: spoken, wideOnly }) => (
              <th key={key} scope="col" className={wideOnly ? 'wide-only' : undefined} aria-label={spoken}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown} onClick={onOpen && onClick}>
          {before > 0 && <Spacer columns={columns.length} height={before} />}
          {items.map(({ index }) => {
            const row = rowAt(index);
            if (row === undefined) {
              return <Spacer key={`waiting-${index}`} columns={columns.length} height={rowHeight} />;
            }
            return (
              <TableRow
                key={rowKey(row)}
                row={row}
                index={index}
                columns={columns}
                height={rowHeight}
                first={index === first}
                canOpen={onOpen !== undefined}
                selected={isSelected?.(row)}
                open={isOpen?.(row) ?? false}
              />
            );
          })}
          {after > 0 && <Spacer columns={columns.length} height={after} />}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  height: number;
  first: boolean;
  canOpen: boolean;
  selected: boolean | undefined;
  open: boolean;
}

function PlainRow<Row>({ row, index, columns, height, first, canOpen, selected, open }: RowProps<Row>) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-open={open || undefined}
      tabIndex={first ? 0 : -1}
      style={{ height }}
      className={canOpen ? 'can-open' : undefined}
    >
      {columns.map(({ key, cell, wideOnly }) => (
        <td key={key} className={wideOnly ? 'wide-only' : undefined}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

// `memo` forgets that the row's type is a parameter; the component underneath keeps it.
const TableRow = memo(PlainRow) as typeof PlainRow;

function indexOfRow(element: EventTarget | null): number | null {
  if (!(element instanceof HTMLTableRowElement)) return null;
  return Number(element.getAttribute('aria-rowindex')) - 2;
}

function Spacer({ columns, height }: { columns: number; height: number }) {
  return (
    <tr className="virtual-table-space">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
