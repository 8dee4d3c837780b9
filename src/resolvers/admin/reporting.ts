import type { ReportingStarted, ReportingView } from '../../contract';
import { engine } from '../../app';
import { reportingView, reportNow } from '../../privacy/reporting/view';
import { forAdmin } from '../define';
import { nothing } from '../payloads';

export const getReporting = forAdmin(nothing, (): Promise<ReportingView> => reportingView(engine));

export const runReporting = forAdmin(nothing, (): Promise<ReportingStarted> => reportNow(engine));
