import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';

export interface Column<Row> {
  readonly title: string;
  readonly sortBy: (row: Row) => string | number;
  readonly cell: (row: Row) => ComponentChildren;
}

interface SortableTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly isChosen: (row: Row) => boolean;
}

interface Order {
  readonly column: number;
  readonly isDescending: boolean;
}

/** Rows shown at once: thousands of them would make every click wait. */
const rowsAPage = 200;

const collator = new Intl.Collator('en', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** A table whose heads sort it; rows come in their own order at first. */
export function SortableTable<Row extends { readonly id: string }>(props: SortableTableProps<Row>) {
  const { caption, rows, columns, isChosen } = props;
  const [order, setOrder] = useState<Order | null>(null);
  const [most, setMost] = useState(rowsAPage);
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are made anew at every render; their numbers stand for them.
  const sorted = useMemo(() => {
    const sortBy = order === null ? undefined : columns[order.column]?.sortBy;
    if (!sortBy) return rows;
    const ascending = [...rows].sort((a, b) => compare(sortBy(a), sortBy(b)));
    return order?.isDescending ? ascending.reverse() : ascending;
  }, [rows, order]);
  const sortState = (column: number) =>
    order?.column !== column ? undefined : order.isDescending ? 'descending' : 'ascending';
  return (
    <>
      <table class="sortable">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title }, column) => (
              <th key={title} scope="col" aria-sort={sortState(column)}>
                <button
                  type="button"
                  onClick={() => setOrder({ column, isDescending: order?.column === column && !order.isDescending })}
                >
                  {title}
                  <span aria-hidden="true">
                    {{ ascending: ' ▲', descending: ' ▼', none: ' ↕' }[sortState(column) ?? 'none']}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((row) => (
            <tr key={row.id} class={isChosen(row) ? 'chosen' : undefined}>
              {columns.map(({ title, cell }) => (
                <td key={title}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > most && (
        <button type="button" onClick={() => setMost(most + rowsAPage)}>
          {rowsAPage} more rows of {sorted.length}
        </button>
      )}
    </>
  );
}
