import schema from '../../../static/shared/export/data.schema.json';
import { everythingOf } from './generated-parts';

/** Whose export it is. */
export const WHO = '712020:0a1b';

/** A time entry with this ID, as `data.json` has it. */
export const entryOf = (id: string, change: object = {}) => ({
  accountId: WHO,
  issueId: '20001',
  projectId: null,
  startedOn: '2026-02-02',
  seconds: 3600,
  createdAt: '2026-02-02T09:00:00.000Z',
  position: `2026-02-02#${id}`,
  ...change,
});

/** A `data.json` with these records of time entries. */
export const dataOf = (records: unknown[], change: object = {}) => ({
  schemaVersion: schema.properties.schemaVersion.const,
  noticeVersion: 'n1',
  exportedAt: '2026-11-23T10:00:00.000Z',
  subject: { accountId: WHO },
  ...everythingOf,
  dataSets: [{ dataSet: 'time-entry', title: 'Time entries', columns: [], records }],
  ...change,
});
