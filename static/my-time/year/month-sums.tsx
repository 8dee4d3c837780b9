import { useCallback, useId, useState } from 'react';
import type { ListedEntry, YearView } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatDuration } from '../../shared/duration';
import { lastOfMonth } from '../../shared/entries/day-presets';
import { isFailure, type Failure } from '../../shared/failure';
import { FailureMessage } from '../../shared/failure-message';
import { issueLabel, lookUpIssues } from '../../shared/issues';
import { Loading } from '../../shared/loading';
import { useLoaded } from '../../shared/use-loaded';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import { monthName } from '../../shared/year/months';
import { sumsBy, type Sum } from './sums';

/** Of a month, so many pages of entries are read at most. */
const MOST_PAGES = 3;
const PAGE = 100;

interface OfMonth {
  entries: ListedEntry[];
  /** There are more than were read. */
  more: boolean;
}

/** The time of a month by work item and by space, once it is opened. */
export function MonthSums({ year, changed }: { year: YearView; changed: string }) {
  const { locale } = useViewer();
  const months = [...new Set(Object.keys(year.seconds).map((day) => day.slice(0, 7)))].sort().reverse();
  const [chosen, setChosen] = useState<string>();
  const month = chosen ?? months[0];
  const [open, setOpen] = useState(false);
  const id = useId();
  if (month === undefined) return null;
  return (
    <details className="year-sums" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Sums of a month by work item and space</summary>
      <div className="stack-tight">
        <span className="row">
          <label htmlFor={id}>Month</label>
          <select id={id} value={month} onChange={(event) => setChosen(event.currentTarget.value)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {monthName(`${one}-01`, locale)} {year.year}
              </option>
            ))}
          </select>
        </span>
        {open && <SumsOf key={`${month} ${changed}`} month={month} />}
      </div>
    </details>
  );
}

function SumsOf({ month }: { month: string }) {
  const load = useCallback(() => entriesOf(month), [month]);
  const { value, failure, reload } = useLoaded<OfMonth>(load);
  const found = useLookUp(
    lookUpIssues,
    (value?.entries ?? []).map(({ issueId }) => issueId),
  );
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <Loading what="the month" />;
  const { entries, more } = value;
  const spaceOf = ({ issueId }: ListedEntry): string => {
    const issue = found.get(issueId);
    return issue?.state === 'known' ? issue.value.space : 'Work items that Jira did not show you';
  };
  const nameOf = ({ issueId }: ListedEntry) => issueLabel(found.get(issueId), issueId);
  return (
    <>
      {more && <p>Of the newest {entries.length} entries of this month; there are more.</p>}
      <SumTable what="Work item" sums={sumsBy(entries, nameOf)} />
      <SumTable what="Space" sums={sumsBy(entries, spaceOf)} />
    </>
  );
}

function SumTable({ what, sums }: { what: string; sums: Sum[] }) {
  const { locale } = useViewer();
  return (
    <table className="table readable">
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col" className="at-end">
            Time spent
          </th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ name, seconds }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="number at-end">{formatDuration(seconds, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function entriesOf(month: string): Promise<OfMonth | Failure> {
  const from = `${month}-01`;
  const to = lastOfMonth(from);
  const entries: ListedEntry[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await call('listEntries', { from, to, limit: PAGE, ...(after !== undefined && { after }) });
    if (isFailure(page)) return page;
    entries.push(...page.entries);
    after = page.next;
    if (after === undefined) break;
  }
  return { entries, more: after !== undefined };
}
