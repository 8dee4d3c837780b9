import * as v from 'valibot';
import { engine } from '../../app';
import { isIssueVisible } from '../../atlassian/issues';
import type { ListedEntry, PanelView } from '../../contract';
import type { Settings } from '../../privacy/data-sets/settings';
import { findErasure } from '../../privacy/erasure/under-way';
import { Refused } from '../../privacy/errors';
import { assertInUse } from '../../privacy/installation';
import { inForceOf, NOTICE_REFS } from '../../privacy/notice/in-force';
import { noticeOf } from '../../privacy/notice/notice';
import { restrictionOf, type Subject } from '../../privacy/person/standing';
import { readSubject } from '../../privacy/person/subject';
import { seenOnSite } from '../../privacy/person/write';
import { lastAnswered } from '../../privacy/requests/last-answered';
import { requestRef } from '../../privacy/requests/requests';
import { keepsTotals } from '../../privacy/settings/settings';
import { toInstant } from '../../privacy/time';
import { isJiraId } from '../../storage/kinds';
import { together } from '../../storage/together';
import { listEntries } from '../../timesheet/entries';
import { issueTotalRef, type IssueTotal } from '../../timesheet/issue-total';
import { secondsOn, totalsOf } from '../../timesheet/week';
import { todayAt } from '../day-and-duration';
import { forUser, type Asker } from '../define';
import { listedForOwner } from '../entries';
import { page, timezoneOffset } from '../payloads';

/** Everything the panel shows, in one call. */
export const getPanel = forUser(
  v.strictObject({ timezoneOffset, after: page.after }),
  async (payload, asker): Promise<PanelView> => {
    const issueId = issueOf(asker);
    const now = engine.now();
    const today = todayAt(now, payload.timezoneOffset);
    const [{ subject: read, installation, rows }, found] = await together([
      readSubject(engine, asker.accountId, [
        ...NOTICE_REFS,
        issueTotalRef(issueId),
        requestRef(asker.accountId, 'correction'),
        ...totalsOf(asker.accountId, [today]),
      ]),
      listEntries(engine, asker.accountId, { issueId, after: payload.after }),
    ]);
    const [settingsRow, webhook, total, request, ...totals] = rows;
    assertInUse(engine, installation);
    const subject = await seenOnSite(engine, read);
    const inForce = inForceOf(settingsRow, webhook, engine.now());
    const { settings } = inForce;
    const [withoutNames, answeredAt] = await together([
      timeWithoutNames(settings, issueId, total),
      subject ? lastAnswered(engine, subject) : Promise.resolve(undefined),
    ]);
    const { version, line, screen } = noticeOf(engine.store.map, inForce);
    const erasing = subject ? undefined : await findErasure(engine, asker.accountId);
    const entries: ListedEntry[] = listedForOwner(found.entries, settings, subject?.standing, request);
    return {
      now: toInstant(now),
      today,
      todaySeconds: subject ? secondsOn(today, totals) : 0,
      notice: { version, line, screen, ...readOf(version, subject) },
      entries: subject ? entries : [],
      restricted: subject !== undefined && restrictionOf(subject.standing) !== undefined,
      ...(subject && found.next !== undefined && { next: found.next }),
      ...(erasing && { erasing: erasing.id }),
      ...(answeredAt !== undefined && { answeredAt }),
      ...(withoutNames !== undefined && { secondsWithoutNames: withoutNames }),
    };
  },
  'checked-by-work',
);

function readOf(version: string, subject: Subject | undefined): { acknowledged: boolean; readAt?: string } {
  const { noticeVersion, noticeAt } = subject?.standing ?? {};
  return { acknowledged: noticeVersion === version, ...(noticeAt !== undefined && { readAt: noticeAt }) };
}

/** What is known of the issue without names, for who may see the issue: Jira is asked only where there is something. */
async function timeWithoutNames(
  settings: Settings,
  issueId: string,
  total: IssueTotal | undefined,
): Promise<PanelView['secondsWithoutNames']> {
  if (!total || total.seconds === 0 || !keepsTotals(settings)) return undefined;
  const visible = await isIssueVisible(issueId);
  return visible === true ? total.seconds : visible || undefined;
}

/** The issue on which the panel stands, as Forge says. */
export function issueOf(asker: Asker): string {
  if (isJiraId(asker.issueId)) return asker.issueId;
  throw new Refused('INVALID', 'This works on a work item only. Open one and use the app’s panel there.');
}
