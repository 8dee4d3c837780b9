import { t } from '../../shared/words/words';
import { SortHeader } from '../sort-header';
import type { PeopleOrder } from './sort-people';
import type { PersonRow } from '../../../src/contract';
import { TickAll } from '../../shared/tick-all';
import type { ChosenPeople } from './use-chosen-people';

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
          {t('common.person')}
        </SortHeader>
        <SortHeader column="since" first="DESC" order={order} onSort={onSort}>
          {t('people.has-data-since')}
        </SortHeader>
        <th scope="col" className="at-end">
          {t('common.actions')}
        </th>
      </tr>
    </thead>
  );
}

interface PageTickProps {
  rows: readonly PersonRow[];
  chosen: ChosenPeople;
}

/** Chooses or clears everybody on the page. */
function PageTick({ rows, chosen }: PageTickProps) {
  return (
    <TickAll
      label={t('people.select-page')}
      of={rows.length}
      chosen={rows.filter((row) => chosen.people.has(row.accountId)).length}
      onTick={(ticked) => rows.forEach((row) => chosen.set(row, ticked))}
    />
  );
}
