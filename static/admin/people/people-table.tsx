import { useMemo, useState } from 'react';
import type { AccountId, PersonRow } from '../../../src/contract';
import type { Found } from '../../shared/look-up';
import { lookUpPeople, type Person } from '../../shared/people';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import { PageButtons } from '../page-buttons';
import type { PersonTask } from '../person/person-task';
import type { ChosenPeople } from './use-chosen-people';
import { PeopleHead } from './people-head';
import { PeopleRow } from './people-row';
import { sortPeople, type PeopleOrder } from './sort-people';

const rowsPerPage = 50;
const none: readonly PersonRow[] = [];

interface PeopleTableProps {
  people: readonly PersonRow[];
  /** More people are on their way: until then they stand as they came, so that rows do not jump. */
  growing: boolean;
  chosen: ChosenPeople;
  onOpen: (row: PersonRow, task: PersonTask) => void;
}

/** People with data, a page at a time; names are looked up for the page, or for all when sorting by name. */
export function PeopleTable({ people, growing, chosen, onOpen }: PeopleTableProps) {
  const { locale } = useViewer();
  const [order, setOrder] = useState<PeopleOrder>({ by: 'entries', direction: 'DESC' });
  const [wantedPage, setPage] = useState(1);
  const everyName = useNames(order.by === 'name' && !growing ? people : none);
  const sorted = useMemo(
    () =>
      growing ? people : sortPeople(people, order, (accountId) => nameOf(everyName.get(accountId)), locale),
    [people, growing, order, everyName, locale],
  );
  const pages = Math.max(1, Math.ceil(sorted.length / rowsPerPage));
  const page = Math.min(wantedPage, pages);
  const shown = sorted.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const names = useNames(shown);
  const sort = (chosen: PeopleOrder) => {
    setOrder(chosen);
    setPage(1);
  };
  const from = (page - 1) * rowsPerPage;
  const range = [from + 1, from + shown.length, sorted.length].map((value) => value.toLocaleString(locale));
  return (
    <>
      {order.by === 'name' && !growing && everyName.size < people.length && (
        <p role="status">Looking up every name to sort by it…</p>
      )}
      <table className="table stacking with-ticks people-table">
        <caption className="only-read-aloud">People who have data</caption>
        <PeopleHead order={growing ? undefined : order} onSort={sort} page={{ rows: shown, chosen }} />
        <tbody>
          {shown.map((row) => (
            <PeopleRow
              key={row.accountId}
              row={row}
              found={names.get(row.accountId)}
              chosen={chosen.people.has(row.accountId)}
              full={chosen.full}
              onChoose={chosen.set}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      <PageButtons
        label="Pages of people"
        previous="Previous"
        next="Next"
        onPrevious={page > 1 ? () => setPage(page - 1) : undefined}
        onNext={page < pages ? () => setPage(page + 1) : undefined}
      >
        {range[0]}–{range[1]} of {range[2]}
      </PageButtons>
    </>
  );
}

function useNames(people: readonly PersonRow[]): ReadonlyMap<AccountId, Found<Person>> {
  const ids = useMemo(() => people.map((row) => row.accountId), [people]);
  return useLookUp(lookUpPeople, ids);
}

function nameOf(found: Found<Person> | undefined): string | undefined {
  return found?.state === 'known' ? found.value.name : undefined;
}
