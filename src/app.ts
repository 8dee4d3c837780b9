import { installationId, remainingMs } from './atlassian/invocation';
import { jobQueue } from './atlassian/queue';
import { accountReports } from './atlassian/report-accounts';
import { siteMembers } from './atlassian/users';
import { DATA_MAP } from './data-map';
import type { Engine } from './privacy/engine';
import { mapVersionOf } from './privacy/notice/notice';
import { openStore } from './storage/store';
import { ENTRY_CORRECTIONS } from './timesheet/correct-entry';
import { TIME_ENTRY } from './timesheet/time-entry';
import { ENTRY_DEPENDENTS } from './timesheet/delete-entries';

/** The engine of the deployed app. It keeps nothing between calls: one process serves several installations. */
export const engine: Engine = {
  store: openStore(DATA_MAP),
  queue: jobQueue,
  reports: accountReports,
  members: siteMembers,
  now: () => new Date(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  installationId,
  remainingMs,
  mapVersion: mapVersionOf(DATA_MAP),
  dependents: { [TIME_ENTRY.name]: ENTRY_DEPENDENTS },
  corrections: ENTRY_CORRECTIONS,
  log: (event, facts) => console.log(JSON.stringify({ event, ...facts })),
};
