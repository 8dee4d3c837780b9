import type { ReactNode } from 'react';

export interface SortOrder<Column extends string> {
  by: Column;
  direction: 'ASC' | 'DESC';
}

interface SortHeaderProps<Column extends string> {
  column: Column;
  /** Missing while the table is not sorted. */
  order: SortOrder<Column> | undefined;
  /** Which way a column runs when it is chosen first. */
  first: SortOrder<Column>['direction'];
  atEnd?: boolean;
  onSort: (order: SortOrder<Column>) => void;
  children: ReactNode;
}

/** The head of a column that sorts the table; a second click turns the order round. */
export function SortHeader<Column extends string>(props: SortHeaderProps<Column>) {
  const { column, order, first, atEnd, onSort, children } = props;
  const isCurrent = order?.by === column;
  const turned = order?.direction === 'ASC' ? 'DESC' : 'ASC';
  return (
    <th
      scope="col"
      className={atEnd ? 'at-end' : undefined}
      aria-sort={isCurrent ? (order?.direction === 'ASC' ? 'ascending' : 'descending') : undefined}
    >
      <button
        type="button"
        className="sort-button"
        onClick={() => onSort({ by: column, direction: isCurrent ? turned : first })}
      >
        {children}
        <span className="sort-arrow" aria-hidden="true">
          {isCurrent ? (order?.direction === 'ASC' ? '↑' : '↓') : '↕'}
        </span>
      </button>
    </th>
  );
}
