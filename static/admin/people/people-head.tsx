import { SortHeader } from '../sort-header';
import type { PeopleOrder } from './sort-people';

interface PeopleHeadProps {
  /** Missing while the table is not sorted. */
  order: PeopleOrder | undefined;
  onSort: (order: PeopleOrder) => void;
}

export function PeopleHead({ order, onSort }: PeopleHeadProps) {
  return (
    <thead>
      <tr>
        <SortHeader column="name" first="ASC" order={order} onSort={onSort}>
          Person
        </SortHeader>
        <SortHeader column="entries" first="DESC" order={order} onSort={onSort} atEnd>
          Time entries
        </SortHeader>
        <SortHeader column="since" first="DESC" order={order} onSort={onSort}>
          Has data since
        </SortHeader>
        <th scope="col" className="at-end">
          Actions
        </th>
      </tr>
    </thead>
  );
}
