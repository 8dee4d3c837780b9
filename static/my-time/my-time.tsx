import type { Day } from '../../src/contract';
import { failure as failureOf } from '../shared/failure';
import { FailureMessage } from '../shared/failure-message';
import { Loading } from '../shared/loading';
import { StandingMessage } from '../shared/standing-message';
import { useRequestIds } from '../shared/time-form/use-log-time';
import { Sums } from './sums';
import { useForms } from './use-forms';
import { useRecentIssues } from './use-recent-issues';
import { useWeek } from './use-week';
import { Week } from './week';
import type { WorkItemFormProps } from './work-item-form';

/** One's time: today, and a week in which to log and correct. Jira draws the page’s heading. */
export function MyTime() {
  const { week, failure, busy, reload, show, said, own } = useWeek();
  const recent = useRecentIssues(week?.today);
  const requestIds = useRequestIds();
  const canLog = week !== undefined && week.erasing === undefined && !week.restricted;
  return (
    <main className="my-time" aria-busy={busy}>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!week && !failure && <Loading what="your time" lines={5} />}
      {week && (
        <>
          <StandingMessage erasing={week.erasing} restricted={week.restricted} />
          <Sums week={week} />
          <Week week={week} recent={recent} said={said} requestIds={requestIds} own={own} onDay={show} />
        </>
      )}
      <AfterTheWeek
        canLog={canLog}
        said={said}
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
  said: string;
  onDay: (day: Day) => void;
}

function AfterTheWeek({ canLog, said, onDay, ...form }: AfterTheWeekProps) {
  const forms = useForms();
  if (forms === undefined) return null;
  if (forms === 'failed') return <FailureMessage failure={noForms} />;
  return (
    <>
      {canLog && <forms.WorkItemForm {...form} />}
      <forms.Year said={said} onDay={onDay} />
      <forms.Ways />
    </>
  );
}

const noForms = failureOf('We could not load the form to log time. Nothing was changed. Reload the page.');
