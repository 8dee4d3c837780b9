import * as v from 'valibot';
import { engine } from '../../app';
import { visibleIssues } from '../../atlassian/issues';
import type { ImportResult } from '../../contract';
import { Refused } from '../../privacy/errors';
import { LEAST_SECONDS, MOST_SECONDS } from '../../timesheet/duration';
import { importEntries as take, importRules } from '../../timesheet/import-entries';
import { todayAt } from '../day-and-duration';
import { forUser } from '../define';
import { day, instant, jiraId, nothing, requestId, timezoneOffset } from '../payloads';

/** Of a call: Jira tells of at most 100 work items at once, and the call has 25 seconds. */
const MOST_ROWS = 90;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** As the JSON Schema of an export has them. */
const row = v.strictObject({
  id: requestId,
  issueId: jiraId,
  startedOn: day,
  seconds: whole(LEAST_SECONDS, MOST_SECONDS),
  createdAt: instant,
});

export const getImportRules = forUser(nothing, () => importRules(engine), 'checked-by-work');

export const importEntries = forUser(
  v.strictObject({
    rows: v.pipe(v.array(row), v.minLength(1), v.maxLength(MOST_ROWS)),
    asOf: v.optional(instant),
    timezoneOffset,
  }),
  async ({ rows, asOf, timezoneOffset: offset }, { accountId }): Promise<ImportResult> => {
    const visible = await visibleIssues(rows.map(({ issueId }) => issueId));
    if (visible === 'no-answer')
      throw new Refused('TRY_LATER', 'Jira did not answer. Nothing of this was imported; try again.');
    return take(engine, { accountId, rows, visible, asOf, today: todayAt(engine.now(), offset) });
  },
  'checked-by-work',
);
