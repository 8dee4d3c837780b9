import * as v from 'valibot';
import { engine } from '../../app';
import type { AuditPage, Counted, Dashboard, ProcessingRecord } from '../../contract';
import { listAudit } from '../../privacy/audit';
import { ERASURE_JOB, type JobState } from '../../privacy/data-sets/erasure-job';
import { assertInUse, INSTALLATION_REF } from '../../privacy/installation';
import { currentNotice, noticeOf } from '../../privacy/notice/notice';
import { processingRecordOf } from '../../privacy/notice/processing-record';
import { FIGURES_REF, peopleOf } from '../../privacy/person/figures';
import { listRequests } from '../../privacy/requests/requests';
import { readSettings, retentionDaysOf, SETTINGS_REF, settingsOf } from '../../privacy/settings';
import { toInstant } from '../../privacy/time';
import { together } from '../../storage/together';
import { TIME_ENTRY } from '../../timesheet/time-entry';
import { forAdmin } from '../define';
import { nothing, page } from '../payloads';

const STANDARD_PAGE = 50;
/** As many as Forge gives for about one unit of its quota, which everyone on the site shares: these are only told. */
const MOST_REQUESTS = 12;
/** In each state. */
const MOST_ERASURES = 10;
const RUNNING: readonly JobState[] = ['asked', 'fenced', 'deleting', 'verifying'];

export const getNotice = forAdmin(nothing, () => currentNotice(engine));

export const getDashboard = forAdmin(nothing, dashboard, 'checked-by-work');

async function dashboard(): Promise<Dashboard> {
  const [installation, row, figures] = await engine.store.getAll([
    INSTALLATION_REF,
    SETTINGS_REF,
    FIGURES_REF,
  ]);
  assertInUse(engine, installation);
  const settings = settingsOf(row);
  const [counted, { requests, next }, stuckErasures, ...running] = await together([
    peopleOf(engine, figures),
    listRequests(engine, 'open', { limit: MOST_REQUESTS }),
    countErasures('stuck'),
    ...RUNNING.map(countErasures),
  ]);
  return {
    ...counted,
    stuckErasures,
    runningErasures: sumOf(running),
    noticeVersion: noticeOf(engine.store.map, settings).version,
    retentionDays: retentionDaysOf(TIME_ENTRY, settings) ?? 0,
    openRequests: atLeast(requests.length, next !== undefined),
    overdueRequests: requests.filter(({ overdue }) => overdue).length,
    ...(requests[0] && { nextDueAt: requests[0].dueAt }),
  };
}

async function countErasures(state: JobState): Promise<Counted> {
  const asked = { index: 'by-state', partition: [state], limit: MOST_ERASURES + 1 };
  const { length } = await engine.store.query(ERASURE_JOB, asked);
  return atLeast(Math.min(length, MOST_ERASURES), length > MOST_ERASURES);
}

const atLeast = (least: number, more: boolean): Counted => ({ least, ...(more && { more }) });

const sumOf = (counts: readonly Counted[]): Counted =>
  atLeast(
    counts.reduce((sum, { least }) => sum + least, 0),
    counts.some(({ more }) => more),
  );

export const getAuditLog = forAdmin(v.strictObject(page), async ({ after, limit }): Promise<AuditPage> => {
  const { lines, next } = await listAudit(engine, { after, limit: limit ?? STANDARD_PAGE });
  const rows = lines.map(({ position, ...line }) => ({ id: position, at: position.slice(0, 24), ...line }));
  return { rows, ...(next !== undefined && { next }) };
});

export const getRecordOfProcessing = forAdmin(nothing, async (): Promise<ProcessingRecord> =>
  processingRecordOf(engine.store.map, await readSettings(engine), toInstant(engine.now())),
);
