import { countOf } from '../../shared/count-words';
import { longDay } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import { FailureMessage } from '../../shared/failure-message';
import { issueLabel, lookUpIssues, type Issue } from '../../shared/issues';
import type { Found } from '../../shared/look-up';
import { secondsIn } from '../../shared/seconds-in';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import type { SeveralProps } from './several';
import { planOf, toLog, type CellTime, type DayPlan } from './times';
import { severalWords, useLogSeveral } from './use-log-several';

/** As many as are taken back at once. */
const MOST = 100;

interface PreviewProps extends Pick<SeveralProps, 'week' | 'requestIds' | 'own' | 'onClose'> {
  times: readonly CellTime[];
  /** What to do where no time is planned. */
  empty?: string;
}

/** What will be logged, by day, and what is left out and why; and the button that does it. */
export function Preview({ times, empty, week, requestIds, own, onClose }: PreviewProps) {
  const { locale } = useViewer();
  const { busy, failure, send } = useLogSeveral(requestIds);
  const issues = useLookUp(
    lookUpIssues,
    times.map(({ issueId }) => issueId),
  );
  const plan = planOf(times, week);
  const wanted = toLog(plan);
  const count = countOf(wanted.length, 'entry', 'entries', locale);
  const words = wanted.length === 0 ? 'Log' : `Log ${count}, ${formatDuration(secondsIn(wanted), locale)}`;
  const isOff = busy || wanted.length === 0 || wanted.length > MOST;
  const log = async () => {
    const result = isOff ? undefined : await send(wanted);
    if (!result) return;
    own.logged(result.entries, severalWords(result, locale));
    onClose();
  };
  return (
    <>
      {plan.length === 0 ? (
        <p className="quiet">{empty ?? 'There is nothing to log.'}</p>
      ) : (
        <ul className="day-entries plan">
          {plan.map((day) => (
            <PlannedDay key={day.day} plan={day} issues={issues} />
          ))}
        </ul>
      )}
      {wanted.length > MOST && <p>At most {MOST} entries are logged at once.</p>}
      {failure && <FailureMessage failure={failure} />}
      <span className="row">
        <button
          type="button"
          className="plain-button primary"
          aria-disabled={isOff}
          onClick={() => void log()}
        >
          {busy ? 'Logging…' : words}
        </button>
        <button type="button" className="plain-button subtle" onClick={onClose}>
          Cancel
        </button>
      </span>
    </>
  );
}

const WHY = {
  'not-come': 'Left out: this day has not come yet',
  'too-full': 'Left out: the day would have more than 24 hours',
};

interface PlannedDayProps {
  plan: DayPlan;
  issues: ReadonlyMap<string, Found<Issue>>;
}

function PlannedDay({ plan: { day, times, seconds, already, leftOut }, issues }: PlannedDayProps) {
  const { locale } = useViewer();
  const ofTimes = times.map((time) => `${nameOf(issues, time)} ${formatDuration(time.seconds, locale)}`);
  return (
    <li>
      <span>
        <strong>{longDay(day, locale)}</strong>{' '}
        <span className="quiet small">{leftOut ? WHY[leftOut] : ofTimes.join(', ')}</span>
        {already > 0 && <span className="small"> – it has {formatDuration(already, locale)} already</span>}
      </span>
      <span className="number">{leftOut ? '–' : formatDuration(seconds, locale)}</span>
    </li>
  );
}

function nameOf(issues: PlannedDayProps['issues'], { issueId }: CellTime): string {
  const found = issues.get(issueId);
  return found?.state === 'known' ? found.value.key : issueLabel(found, issueId);
}
