import * as v from 'valibot';
import type { AuditPage, Counted, Dashboard, ProcessingRecord } from '../../contract';
import { engine } from '../../app';
import { listAudit } from '../../privacy/audit';
import { ERASURE_JOB, type JobState } from '../../privacy/data-sets/erasure-job';
import { noticeOf } from '../../privacy/notice/notice';
import { countPeople } from '../../privacy/people';
import { processingRecordOf } from '../../privacy/processing-record';
import { listRequests } from '../../privacy/requests/requests';
import { readSettings, retentionDaysOf } from '../../privacy/settings';
import { toInstant } from '../../privacy/time';
import { TIME_ENTRY } from '../../timesheet/time-entry';
import { forAdmin } from '../define';
import { nothing, page } from '../payloads';
import { currentNotice } from '../held';
import { together } from '../../storage/together';

const STANDARD_PAGE = 50;
const MOST_REQUESTS = 100;
/** In each state; counting them takes ten pages. */
const MOST_ERASURES = 1000;
const RUNNING: readonly JobState[] = ['fenced', 'deleting', 'verifying'];

export const getNotice = forAdmin(nothing, currentNotice);

export const getDashboard = forAdmin(nothing, async (): Promise<Dashboard> => {
  const settings = await readSettings(engine);
  const [counted, { requests, next }, stuckErasures, ...running] = await together([
    countPeople(engine),
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
});

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
