import type { Reported } from '../../contract';
import type { ReportingOf, ReportingStarted, ReportingView } from '../../contract/reporting';
import { together } from '../../storage/together';
import { closedMembers } from '../cohorts';
import { COHORT, type Cohort } from '../data-sets/cohort';
import { REPORTING, REPORTING_KEY, type Reporting, type ReportingCycle } from '../data-sets/reporting';
import { dueMembers, lastToldOf, memberCountsFrom } from '../due';
import type { Engine } from '../engine';
import { FIGURES_REF, cohortsToShow, COHORTS_SHOWN, peopleOf } from '../person/figures';
import { readSubject, type Subject } from '../person/subject';
import { removedPerson } from '../restriction/removal';
import { readSettings } from '../settings/settings';
import { addSeconds, NEVER, toInstant } from '../time';
import { secondsAway } from './backoff';
import { cycleOf, pastCycles, STANDARD_PERIOD_SECONDS } from './cycles';
import { endLongWait, isLeased, seeReporting } from './lease';
import { startReporting } from './run';

/** How reporting to Atlassian stands, from the first cohorts themselves and from the counts of the runs. */
export async function reportingView(engine: Engine): Promise<ReportingView> {
  const [state, past, figures, cohorts] = await together([
    seeReporting(engine),
    pastCycles(engine),
    engine.store.get(FIGURES_REF.dataSet, FIGURES_REF.key),
    cohortsToShow(engine),
  ]);
  const now = engine.now();
  return {
    now: toInstant(now),
    ...(await peopleOf(engine, figures, async () => cohorts)),
    periodSeconds: state.periodSeconds,
    ...(state.periodUnreadAt !== undefined && { periodUnreadAt: state.periodUnreadAt }),
    ...waiting(
      cohorts.map(({ row }) => row),
      now,
      state,
    ),
    running: isLeased(state, now),
    ...waitOf(state, now),
    ...lastAnswer(state),
    ...lastFailure(state),
    cycles: withPresent(past, state, now),
  };
}

function waiting(
  cohorts: readonly Cohort[],
  now: Date,
  { periodSeconds }: Reporting,
): Pick<ReportingView, 'due' | 'closing' | 'oldest'> {
  const due = cohorts.map((cohort) => dueMembers(cohort, now, periodSeconds).length);
  const from = cohorts.flatMap((cohort) => cohort.members.map((member) => memberCountsFrom(member, cohort)));
  const [oldest = NEVER] = from.sort();
  return {
    due: {
      people: due.reduce((sum, count) => sum + count, 0),
      more: cohorts.length === COHORTS_SHOWN && due.at(-1) !== 0,
    },
    closing: cohorts.reduce((sum, cohort) => sum + closedMembers(cohort).length, 0),
    ...(oldest !== NEVER && { oldest: { countsFrom: oldest, dueAt: later(oldest, periodSeconds) } }),
  };
}

const later = (instant: string, seconds: number): string => toInstant(addSeconds(new Date(instant), seconds));

function waitOf(
  { notBefore, askedUntil }: Reporting,
  now: Date,
): Pick<ReportingView, 'waitsUntil' | 'askedUntil'> {
  if (notBefore === undefined || notBefore <= toInstant(now)) return {};
  return { waitsUntil: notBefore, ...(askedUntil !== undefined && { askedUntil }) };
}

function lastAnswer({ answeredAt, answer }: Reporting): Pick<ReportingView, 'lastAnswer'> {
  if (answeredAt === undefined) return {};
  const { accounts = 0, closed = 0, updated = 0, 'not-understood': notUnderstood = 0 } = answer;
  return { lastAnswer: { at: answeredAt, accounts, closed, updated, notUnderstood } };
}

function lastFailure({ failedAt, failure, failures }: Reporting): Pick<ReportingView, 'lastFailure'> {
  if (failedAt === undefined || failure === undefined) return {};
  return { lastFailure: { at: failedAt, why: failure, inARow: failures } };
}

/** A cycle that has just ended may stand among the past ones and in the row at the same time. */
function withPresent(past: readonly ReportingCycle[], state: Reporting, now: Date): ReportingCycle[] {
  return [...past.filter(({ from }) => from !== state.cycleFrom), cycleOf(state, toInstant(now))];
}

/**
 * Has what is due reported now, at an administrator's wish: never before its cycle is over or Atlassian allows it. A wait
 * of more than one cycle, which would end reporting, is for the administrator to end.
 */
export async function reportNow(engine: Engine): Promise<ReportingStarted> {
  const view = await reportingView(engine);
  const outcome = outcomeOf(view);
  if (outcome !== 'started') return { outcome, view };
  const now = engine.now();
  const away = secondsAway(now);
  await endLongWait(engine);
  await startReporting(engine);
  return { outcome, ...(away > 0 && { startsAt: toInstant(addSeconds(now, away)) }), view };
}

function outcomeOf({ running, waitsUntil, askedUntil, due }: ReportingView): ReportingStarted['outcome'] {
  if (running) return 'running';
  if (waitsUntil !== undefined && askedUntil === undefined) return 'waiting';
  return due.people === 0 ? 'nothing-due' : 'started';
}

/** What Atlassian was told of one person, and what Jira said of them. */
export async function reportingOf(engine: Engine, accountId: string): Promise<ReportingOf> {
  const [{ subject }, settings] = await together([readSubject(engine, accountId), readSettings(engine)]);
  if (!subject) return {};
  const reported = await reportedOf(engine, subject);
  const removed = removedPerson(subject.standing, settings);
  return { ...(reported && { reported }), ...(removed && { removed }) };
}

/** When a person was last reported to Atlassian and will be next, if the app knows it. */
export async function reportedOf(engine: Engine, subject: Subject): Promise<Reported | undefined> {
  const { accountId } = subject.person;
  const [state, cohort] = await engine.store.getAll([
    { dataSet: REPORTING, key: REPORTING_KEY },
    { dataSet: COHORT, key: subject.standing.cohort },
  ]);
  const member = cohort?.members.find((one) => one.accountId === accountId);
  if (!cohort || !member) return undefined;
  const lastAt = lastToldOf(member, cohort);
  const from = new Date(memberCountsFrom(member, cohort));
  return {
    ...(lastAt !== undefined && { lastAt }),
    nextAt: toInstant(addSeconds(from, state?.periodSeconds ?? STANDARD_PERIOD_SECONDS)),
  };
}
