import * as v from 'valibot';
import type { RemovedPeople, ReportingOf, ReportingStarted, ReportingView } from '../../contract';
import { engine } from '../../app';
import { listRemoved as removedPeople } from '../../privacy/restriction/removal';
import { reportingOf, reportingView, reportNow } from '../../privacy/reporting/view';
import { forAdmin } from '../define';
import { accountId, nothing } from '../payloads';

export const getReporting = forAdmin(nothing, (): Promise<ReportingView> => reportingView(engine));

/** As many as a page looks up by name at once. */
const MOST_REMOVED = 90;

export const listRemoved = forAdmin(nothing, async (): Promise<RemovedPeople> => ({
  removed: await removedPeople(engine, MOST_REMOVED),
}));

export const getReportingOf = forAdmin(
  v.strictObject({ accountId }),
  ({ accountId: whose }): Promise<ReportingOf> => reportingOf(engine, whose),
);

export const runReporting = forAdmin(nothing, (): Promise<ReportingStarted> => reportNow(engine));
