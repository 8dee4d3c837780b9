import { useCallback, useId, useState } from 'react';
import type { ListedEntry, YearView } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatDuration } from '../../shared/duration';
import { lastOfMonth } from '../../shared/entries/day-presets';
import { isFailure, type Failure } from '../../shared/failure';
import { FailureMessage } from '../../shared/failure-message';
import { issueLabel, lookUpIssues } from '../../shared/issues';
import { Loading } from '../../shared/loading';
import { onceEach } from '../../shared/once-each';
import { useLoaded } from '../../shared/use-loaded';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { monthOfYear } from '../../shared/year/months';

interface Sum {
  name: string;
  seconds: number;
}

/** Time by what each entry belongs to, the most first. */
function sumsBy(entries: readonly ListedEntry[], nameOf: (entry: ListedEntry) => string): Sum[] {
  const sums = new Map<string, number>();
  for (const entry of entries) sums.set(nameOf(entry), (sums.get(nameOf(entry)) ?? 0) + entry.seconds);
  return [...sums]
    .map(([name, seconds]) => ({ name, seconds }))
    .sort((one, other) => other.seconds - one.seconds || one.name.localeCompare(other.name));
}

/** Of a month, so many pages of entries are read at most. */
const MOST_PAGES = 3;
const PAGE = 100;

interface OfMonth {
  entries: ListedEntry[];
  /** There are more than were read. */
  more: boolean;
}

/** The time of a month by work item and by space, once it is opened. */
export function MonthSums({ year, changed }: { year: YearView; changed: number }) {
  const { locale } = useViewer();
  const months = [...new Set(Object.keys(year.seconds).map((day) => day.slice(0, 7)))].sort().reverse();
  const [chosen, setChosen] = useState<string>();
  const month = chosen ?? months[0];
  const [open, setOpen] = useState(false);
  const id = useId();
  if (month === undefined) return null;
  return (
    <details className="year-sums" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('my-time.month-title')}</summary>
      <div className="stack-tight">
        <span className="row">
          <label htmlFor={id}>{t('my-time.month')}</label>
          <select id={id} value={month} onChange={(event) => setChosen(event.currentTarget.value)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {monthOfYear(`${one}-01`, locale)}
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
  if (!value) return <Loading words={t('my-time.loading-month')} />;
  const { entries, more } = value;
  const spaceOf = ({ issueId }: ListedEntry): string => {
    const issue = found.get(issueId);
    return issue?.state === 'known' ? issue.value.space : t('my-time.unseen-work-items');
  };
  const nameOf = ({ issueId }: ListedEntry) => issueLabel(found.get(issueId), issueId);
  return (
    <>
      {more && <p>{t('my-time.newest-of-month', { count: entries.length })}</p>}
      <SumTable what={t('common.work-item')} sums={sumsBy(entries, nameOf)} />
      <SumTable what={t('common.space')} sums={sumsBy(entries, spaceOf)} />
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
            {t('time.time-spent')}
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
  return { entries: onceEach(entries, ({ id }) => id), more: after !== undefined };
}
