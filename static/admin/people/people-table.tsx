import { useMemo, useState } from 'react';
import type { PersonRow } from '../../../src/contract';
import type { Found } from '../../shared/look-up';
import { lookUpPeople, type Person } from '../../shared/people';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import { PageButtons } from '../../shared/page-buttons';
import { t } from '../../shared/words/words';
import type { PersonTask } from '../person/person-task';
import type { ChosenPeople } from './use-chosen-people';
import { PeopleHead } from './people-head';
import { PeopleRow } from './people-row';
import type { Names } from './search-people';
import { sortPeople, type PeopleOrder } from './sort-people';

const rowsPerPage = 50;

interface PeopleTableProps {
  people: readonly PersonRow[];
  /** As far as they are known, for sorting by them. */
  names: Names;
  /** More people or names are on their way: until then they stand as they came, so that rows do not jump. */
  growing: boolean;
  chosen: ChosenPeople;
  onOpen: (row: PersonRow, task: PersonTask) => void;
}

/** People with data, a page at a time, by name: how much somebody has is not told here. */
export function PeopleTable({ people, names: every, growing, chosen, onOpen }: PeopleTableProps) {
  const { locale } = useViewer();
  const [order, setOrder] = useState<PeopleOrder>({ by: 'name', direction: 'ASC' });
  const [wantedPage, setPage] = useState(1);
  const sorted = useMemo(
    () => (growing ? people : sortPeople(people, order, (accountId) => nameOf(every.get(accountId)), locale)),
    [people, growing, order, every, locale],
  );
  const pages = Math.max(1, Math.ceil(sorted.length / rowsPerPage));
  const page = Math.min(wantedPage, pages);
  const shown = sorted.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const names = useShownNames(shown);
  const sort = (chosen: PeopleOrder) => {
    setOrder(chosen);
    setPage(1);
  };
  const before = (page - 1) * rowsPerPage;
  return (
    <>
      <table className="table stacking with-ticks people-table">
        <caption className="only-read-aloud">{t('people.title')}</caption>
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
        label={t('people.pages')}
        previous={t('common.previous')}
        next={t('common.next')}
        onPrevious={page > 1 ? () => setPage(page - 1) : undefined}
        onNext={page < pages ? () => setPage(page + 1) : undefined}
      >
        {t('entries.range-of', { first: before + 1, last: before + shown.length, total: sorted.length })}
      </PageButtons>
    </>
  );
}

function useShownNames(people: readonly PersonRow[]): Names {
  const ids = useMemo(() => people.map((row) => row.accountId), [people]);
  return useLookUp(lookUpPeople, ids);
}

function nameOf(found: Found<Person> | undefined): string | undefined {
  return found?.state === 'known' ? found.value.name : undefined;
}
