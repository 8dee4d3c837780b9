import type { WeekView } from '../../../src/contract';
import { longDay } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import { FailureMessage } from '../../shared/failure-message';
import { issueLabel, lookUpIssues, type Issue } from '../../shared/issues';
import type { Found } from '../../shared/look-up';
import { secondsIn } from '../../shared/seconds-in';
import type { RequestIds } from '../../shared/time-form/use-log-time';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { OwnTime } from '../use-week';
import { planOf, toLog, type CellTime, type DayPlan } from './times';
import { severalWords, useLogSeveral } from './use-log-several';

/** As many as are taken back at once. */
const MOST = 100;

/** The week in which several entries are logged, and who is told of it. */
export interface InWeek {
  week: WeekView;
  requestIds: RequestIds;
  own: OwnTime;
  onClose: () => void;
}

interface PreviewProps extends InWeek {
  times: readonly CellTime[];
  /** What to do if no time is planned. */
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
  const time = formatDuration(secondsIn(wanted), locale);
  const words =
    wanted.length === 0 ? t('time.log-time') : t('my-time.log-several', { count: wanted.length, time });
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
        <p className="quiet">{empty ?? t('my-time.nothing-to-log')}</p>
      ) : (
        <ul className="day-entries plan">
          {plan.map((day) => (
            <PlannedDay key={day.day} plan={day} issues={issues} />
          ))}
        </ul>
      )}
      {wanted.length > MOST && <p>{t('my-time.most-at-once', { most: MOST })}</p>}
      {failure && <FailureMessage failure={failure} />}
      <span className="row">
        <button
          type="button"
          className="plain-button primary"
          aria-disabled={isOff}
          onClick={() => void log()}
        >
          {busy ? t('time.logging') : words}
        </button>
        <button type="button" className="plain-button subtle" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </span>
    </>
  );
}

const WHY = {
  'not-come': 'my-time.not-come',
  'too-full': 'my-time.too-full',
} as const;

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
        <span className="quiet small">{leftOut ? t(WHY[leftOut]) : ofTimes.join(', ')}</span>
        {already > 0 && (
          <span className="small"> – {t('my-time.already', { time: formatDuration(already, locale) })}</span>
        )}
      </span>
      <span className="number">{leftOut ? '–' : formatDuration(seconds, locale)}</span>
    </li>
  );
}

function nameOf(issues: PlannedDayProps['issues'], { issueId }: CellTime): string {
  const found = issues.get(issueId);
  return found?.state === 'known' ? found.value.key : issueLabel(found, issueId);
}
