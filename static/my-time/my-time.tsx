import type { Day, WeekView } from '../../src/contract';
import { failure as failureOf } from '../shared/failure';
import { FailureMessage } from '../shared/failure-message';
import { Loading } from '../shared/loading';
import { StandingMessage } from '../shared/standing-message';
import { useRequestIds } from '../shared/time-form/use-log-time';
import { t } from '../shared/words/words';
import { useForms } from './use-forms';
import { useRecentIssues } from './use-recent-issues';
import { useWeek } from './use-week';
import { Week } from './week';
import type { WorkItemFormProps } from './work-item-form';
import { formatDuration } from '../shared/duration';
import { useViewer } from '../shared/viewer';
import { nameOf, secondsOf } from './week-days';

/** One's time: today, and a week in which to log and correct. Jira draws the page’s heading. */
export function MyTime() {
  const { week, failure, busy, reload, show, said, changed, own, openCells, leaving } = useWeek();
  const recent = useRecentIssues(week?.today);
  const requestIds = useRequestIds();
  const canLog = week !== undefined && week.erasing === undefined && !week.restricted;
  return (
    <main className="my-time" aria-busy={busy}>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!week && !failure && <Loading words={t('my-time.loading')} lines={5} />}
      {week && (
        <>
          <StandingMessage erasing={week.erasing} restricted={week.restricted} />
          <Sums week={week} />
          <Week
            week={week}
            recent={recent}
            said={said}
            requestIds={requestIds}
            own={own}
            openCells={openCells}
            leaving={leaving}
            onDay={show}
          />
        </>
      )}
      <AfterTheWeek
        canLog={canLog}
        changed={changed}
        onDay={show}
        recent={recent}
        requestIds={requestIds}
        own={own}
      />
    </main>
  );
}

interface AfterTheWeekProps extends WorkItemFormProps {
  canLog: boolean;
  changed: number;
  onDay: (day: Day) => void;
}

function AfterTheWeek({ canLog, changed, onDay, ...form }: AfterTheWeekProps) {
  const forms = useForms();
  if (forms === undefined) return null;
  if (forms === 'failed') return <FailureMessage failure={failureOf(t('my-time.forms-not-loaded'))} />;
  return (
    <>
      {canLog && <forms.WorkItemForm {...form} />}
      <forms.Year changed={changed} onDay={onDay} />
      <forms.Ways />
    </>
  );
}

/** Today and the week in two figures. */
function Sums({ week }: { week: WeekView }) {
  const { locale } = useViewer();
  return (
    <dl className="sums">
      <div className="card">
        <dt>{t('common.today')}</dt>
        <dd className="number">{formatDuration(week.todaySeconds, locale)}</dd>
      </div>
      <div className="card">
        <dt>{nameOf(week)}</dt>
        <dd className="number">{formatDuration(secondsOf(week), locale)}</dd>
      </div>
    </dl>
  );
}
