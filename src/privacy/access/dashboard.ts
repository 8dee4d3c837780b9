import type { Counted, Dashboard } from '../../contract';
import { together } from '../../storage/together';
import { ERASURE_JOB, type JobState } from '../data-sets/erasure-job';
import type { Settings } from '../data-sets/settings';
import type { Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { assertInUse, INSTALLATION_REF } from '../installation';
import { inForceOf, NOTICE_REFS } from '../notice/in-force';
import { noticesOf } from '../notice/notice';
import { FIGURES_REF, peopleOf } from '../person/figures';
import { listRequests } from '../requests/requests';
import { countDueHolds, reviewDays } from '../restriction/review';
import { noticeLacks } from '../settings/settings';
import { waitingOf } from '../settings/waiting';
import { waitingErasing } from '../settings/webhook-erasing';
import { countUndecided } from '../webhook/announcements';

/** As many as Forge gives for about one unit of its quota, which everyone on the site shares: these are only told. */
const MOST_REQUESTS = 12;
/** In each state. */
const MOST_ERASURES = 10;
const MOST_HOLDS = 10;
const MOST_ANNOUNCED = 10;
const RUNNING: readonly JobState[] = ['asked', 'fenced', 'deleting', 'verifying'];

/**
 * How the site stands, for its administrators, with the settings in force, by which a feature says more.
 * @throws Refused where the store is not in use
 */
export async function dashboardOf(
  engine: Engine,
): Promise<Omit<Dashboard, 'retentionDays' | 'siteAlarms'> & { settings: Settings }> {
  const [installation, figures, row, webhook] = await engine.store.getAll([
    INSTALLATION_REF,
    FIGURES_REF,
    ...NOTICE_REFS,
  ]);
  assertInUse(engine, installation);
  const inForce = inForceOf(row, webhook, engine.now());
  const { settings } = inForce;
  const [counted, { requests, next }, announced, holdsToReview, stuckErasures, ...running] = await together([
    peopleOf(engine, figures),
    listRequests(engine, 'open', { limit: MOST_REQUESTS }),
    countAnnounced(engine, inForce.webhook),
    countDueHolds(engine, MOST_HOLDS),
    countErasures(engine, 'stuck'),
    ...RUNNING.map((state) => countErasures(engine, state)),
  ]);
  return {
    ...counted,
    waitingSettings: [
      ...waitingOf(engine, settings),
      ...(inForce.webhook ? waitingErasing(inForce.webhook) : []),
    ],
    settings,
    stuckErasures,
    runningErasures: sumOf(running),
    noticeLacks: noticeLacks(settings),
    noticeVersion: noticesOf(engine.store.map, inForce).version,
    openRequests: atLeast(requests.length, next !== undefined),
    overdueRequests: requests.filter(({ overdue }) => overdue).length,
    announced,
    holdsToReview,
    reviewDays: reviewDays(engine.now()),
    ...(requests[0] && { nextDueOn: requests[0].dueOn }),
  };
}

async function countErasures(engine: Engine, state: JobState): Promise<Counted> {
  const asked = { index: 'by-state', partition: [state], limit: MOST_ERASURES + 1 };
  const { length } = await engine.store.query(ERASURE_JOB, asked);
  return upTo(MOST_ERASURES, length);
}

/** Without a webhook it costs no read. */
const countAnnounced = async (engine: Engine, webhook: Webhook | undefined): Promise<Counted> =>
  webhook
    ? upTo(MOST_ANNOUNCED, await countUndecided(engine, webhook, MOST_ANNOUNCED + 1))
    : atLeast(0, false);

const upTo = (most: number, found: number): Counted => atLeast(Math.min(found, most), found > most);

const atLeast = (least: number, more: boolean): Counted => ({ least, ...(more && { more }) });

const sumOf = (counts: readonly Counted[]): Counted =>
  atLeast(
    counts.reduce((sum, { least }) => sum + least, 0),
    counts.some(({ more }) => more),
  );
