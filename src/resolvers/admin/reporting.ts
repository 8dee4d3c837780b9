import * as v from 'valibot';
import type { ReportingOf, ReportingStarted, ReportingView } from '../../contract';
import { engine } from '../../app';
import { reportingOf, reportingView, reportNow } from '../../privacy/reporting/view';
import { forAdmin } from '../define';
import { accountId, nothing } from '../payloads';

export const getReporting = forAdmin(nothing, (): Promise<ReportingView> => reportingView(engine));

export const getReportingOf = forAdmin(
  v.strictObject({ accountId }),
  ({ accountId: whose }): Promise<ReportingOf> => reportingOf(engine, whose),
);

export const runReporting = forAdmin(nothing, (): Promise<ReportingStarted> => reportNow(engine));
