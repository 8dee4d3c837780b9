import type { Day, ListedEntry, WeekView } from '../../../src/contract';
import { longDay } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import { IssueCell } from '../../shared/entries/issue-cell';
import { issueLabel, lookUpIssues, type Issue } from '../../shared/issues';
import type { Found } from '../../shared/look-up';
import '../../shared/table.css';
import type { RequestIds } from '../../shared/time-form/use-log-time';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { OpenCells } from '../use-open-cells';
import type { OwnTime } from '../use-week';
import { secondsOf, shortDay } from '../week-days';
import type { Pasted } from '../several/times';
import type { Cell } from './cells';
import { DayCell } from './day-cell';
import './grid.css';
import { rowsOf, type GridRow } from './rows';
import { useOpenCell, type OpenCellState } from './use-open-cell';

interface WeekGridProps {
  week: WeekView;
  recent: readonly string[];
  requestIds: RequestIds;
  own: OwnTime;
  openCells: OpenCells;
  /** Another week is on its way: no further cell opens in this one. */
  leaving: boolean;
  /** Several cells were pasted. */
  onPasted: (pasted: Pasted) => void;
}

/** A week as a table: work items down, days across, sums both ways; a cell opens to log or to correct. */
export function WeekGrid({ week, recent, requestIds, own, openCells, leaving, onPasted }: WeekGridProps) {
  const { locale } = useViewer();
  const rows = rowsOf(week.entries, recent);
  const issueIds = rows.map(({ issueId }) => issueId);
  const issues = useLookUp(lookUpIssues, issueIds);
  const days = week.days.map(({ day }) => day).filter((day) => day <= week.today);
  const [table, opened] = useOpenCell({ issueIds, days, openCells, leaving });
  return (
    <table className="table week-grid" ref={table}>
      <caption className="only-read-aloud">{t('my-time.grid')}</caption>
      <Head week={week} />
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.issueId}
            row={row}
            week={week}
            found={issues.get(row.issueId)}
            opened={opened}
            requestIds={requestIds}
            own={own}
            days={days}
            onPaste={(text, cell) => onPasted({ text, from: cell, issueIds, days })}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('my-time.all-work-items')}</th>
          {week.days.map(({ day, seconds }) => (
            <td key={day} className="number at-end">
              {seconds > 0 && formatDuration(seconds, locale)}
            </td>
          ))}
          <td className="number at-end">{formatDuration(secondsOf(week), locale)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Head({ week }: { week: WeekView }) {
  const { locale } = useViewer();
  return (
    <thead>
      <tr>
        <th scope="col">{t('common.work-item')}</th>
        {week.days.map(({ day }) => {
          const [weekday, date] = shortDay(day, locale);
          return (
            <th key={day} scope="col" className="at-end" data-today={day === week.today}>
              {weekday} <span className="number">{date}</span>
              {day === week.today && <span className="only-read-aloud"> {t('my-time.is-today')}</span>}
            </th>
          );
        })}
        <th scope="col" className="at-end">
          {t('my-time.sum')}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps extends Pick<WeekGridProps, 'week' | 'requestIds' | 'own'> {
  row: GridRow;
  found: Found<Issue> | undefined;
  opened: OpenCellState;
  /** Those on which one can log. */
  days: readonly Day[];
  onPaste: (text: string, cell: Cell) => void;
}

const nothing: ListedEntry[] = [];

function Row({ row: { issueId, seconds, entriesOf }, week, found, opened, ...rest }: RowProps) {
  const { locale } = useViewer();
  const workItem = found?.state === 'known' ? found.value.key : issueLabel(found, issueId);
  const isOpenFor = week.erasing === undefined && !week.restricted;
  return (
    <tr>
      <th scope="row">
        <IssueCell id={issueId} found={found} />
      </th>
      {week.days.map(({ day }) => (
        <DayCell
          key={day}
          cell={{ issueId, day }}
          names={{ workItem, day: longDay(day, locale) }}
          entries={entriesOf.get(day) ?? nothing}
          canLog={isOpenFor && day <= week.today}
          opened={opened}
          {...rest}
        />
      ))}
      <td className="number at-end quiet">{seconds > 0 && formatDuration(seconds, locale)}</td>
    </tr>
  );
}
