import { PageTick, type PageTickProps } from './page-tick';
import { SortHeader } from '../sort-header';
import type { PeopleOrder } from './sort-people';

interface PeopleHeadProps {
  /** Missing while the table is not sorted. */
  order: PeopleOrder | undefined;
  onSort: (order: PeopleOrder) => void;
  page: PageTickProps;
}

export function PeopleHead({ order, onSort, page }: PeopleHeadProps) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <PageTick {...page} />
        </th>
        <SortHeader column="name" first="ASC" order={order} onSort={onSort}>
          Person
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
