import type { Day, WeekView } from '../../src/contract';
import { failure as failureOf } from '../shared/failure';
import { FailureMessage } from '../shared/failure-message';
import { Loading } from '../shared/loading';
import { StandingMessage } from '../shared/standing-message';
import { useRequestIds, type RequestIds } from '../shared/time-form/use-log-time';
import { t } from '../shared/words/words';
import { useForms } from './use-forms';
import { useNarrow } from './use-narrow';
import { useRecentIssues } from './use-recent-issues';
import { useWeek, type ShownWeek } from './use-week';
import { Week } from './week';
import { formatDuration } from '../shared/duration';
import { useViewer } from '../shared/viewer';
import { nameOf, secondsOf } from './week-days';

/** One's time: today, and a week in which to log and correct. Jira draws the page’s heading. */
export function MyTime() {
  const shown = useWeek();
  const requestIds = useRequestIds();
  const { week, failure, busy, reload, show, changed } = shown;
  // On a phone the week waits for the form above it, which would move it.
  const narrow = useNarrow();
  const isWaiting = useForms() === undefined && narrow;
  return (
    <main className="my-time" aria-busy={busy}>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {(!week || isWaiting) && !failure && <Loading words={t('my-time.loading')} lines={5} />}
      {week && !isWaiting && (
        <>
          <StandingMessage erasing={week.erasing} restricted={week.restricted} />
          <Sums week={week} />
          <WeekAndForm shown={shown} week={week} requestIds={requestIds} />
        </>
      )}
      <AfterTheWeek changed={changed} onDay={show} />
    </main>
  );
}

interface WeekAndFormProps {
  shown: ShownWeek;
  week: WeekView;
  requestIds: RequestIds;
}

/** The week, and below it the form for any work item; on a phone, where the week is long, the form comes first. */
function WeekAndForm({ shown, week, requestIds }: WeekAndFormProps) {
  const { said, own, openCells, leaving, show } = shown;
  const recent = useRecentIssues(week.today);
  const forms = useForms();
  const narrow = useNarrow();
  const canLog = week.erasing === undefined && !week.restricted;
  const same = { recent, requestIds, own };
  const form = canLog && typeof forms === 'object' && <forms.WorkItemForm key="form" {...same} />;
  const table = (
    <Week key="week" {...same} week={week} said={said} openCells={openCells} leaving={leaving} onDay={show} />
  );
  // With keys, so that what was typed stays when a phone is turned.
  return <>{narrow ? [form, table] : [table, form]}</>;
}

interface AfterTheWeekProps {
  changed: number;
  onDay: (day: Day) => void;
}

function AfterTheWeek(props: AfterTheWeekProps) {
  const forms = useForms();
  if (forms === undefined) return null;
  if (forms === 'failed') return <FailureMessage failure={failureOf(t('my-time.forms-not-loaded'))} />;
  return (
    <>
      <forms.Year {...props} />
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
