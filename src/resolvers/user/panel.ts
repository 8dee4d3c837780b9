import * as v from 'valibot';
import { engine } from '../../app';
import { isIssueVisible } from '../../atlassian/ask-jira';
import type { ListedEntry, NoticeLanguage, PanelView } from '../../contract';
import type { Settings } from '../../privacy/data-sets/settings';
import { readNews } from '../../privacy/access/news';
import { findErasure } from '../../privacy/erasure/under-way';
import { Refused } from '../../privacy/errors';
import { assertInUse } from '../../privacy/installation';
import { changesSince } from '../../privacy/notice/changes';
import { inForceOf, NOTICE_REFS } from '../../privacy/notice/in-force';
import { noticesOf, type Notices } from '../../privacy/notice/notice';
import { readSubject, type Subject } from '../../privacy/person/subject';
import { restrictionOf } from '../../privacy/person/grounds';
import { seenOnSite } from '../../privacy/person/write';
import { requestRef } from '../../privacy/requests/requests';
import { keepsTotals } from '../../privacy/settings/settings';
import { toInstant } from '../../privacy/time';
import { isJiraId } from '../../storage/kinds';
import { together } from '../../storage/together';
import { listEntries } from '../../timesheet/entries';
import { issueTotalRef, type IssueTotal } from '../../timesheet/issue-total';
import { secondsOn, totalsOf } from '../../timesheet/day-totals';
import { forUser, type Asker } from '../define';
import { language, page, timezoneOffset } from '../payloads';
import { listedForOwner, todayAt } from '../entries';

/** Everything the panel shows, in one call. */
export const getPanel = forUser(
  v.strictObject({ timezoneOffset, language, after: page.after }),
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
    const current = noticesOf(engine.store.map, inForce);
    const [withoutNames, news, notice] = await together([
      timeWithoutNames(settings, issueId, total),
      subject ? readNews(engine, subject) : Promise.resolve({}),
      noticeFor(subject, current, payload.language),
    ]);
    const erasing = subject ? undefined : await findErasure(engine, asker.accountId);
    const entries: ListedEntry[] = listedForOwner(found.entries, settings, subject?.standing, request);
    return {
      now: toInstant(now),
      today,
      todaySeconds: subject ? secondsOn(today, totals) : 0,
      notice,
      entries: subject ? entries : [],
      restricted: subject !== undefined && restrictionOf(subject.standing) !== undefined,
      ...(subject && found.next !== undefined && { next: found.next }),
      ...(erasing && { erasing: erasing.id }),
      news,
      ...(withoutNames !== undefined && { secondsWithoutNames: withoutNames }),
    };
  },
  'checked-by-work',
);

/** The notice, and how it stands with the person; the text that they read is asked for only where it is another one. */
async function noticeFor(
  subject: Subject | undefined,
  current: Notices,
  asked: NoticeLanguage,
): Promise<PanelView['notice']> {
  const { version, language: spoken, line, screen } = current.in(asked);
  const { noticeVersion, noticeAt } = subject?.standing ?? {};
  const changes = await changesSince(engine, noticeVersion, current, asked);
  return {
    version,
    language: spoken,
    line,
    screen,
    acknowledged: noticeVersion === version,
    ...(noticeAt !== undefined && { readAt: noticeAt }),
    ...(changes && { changed: changes.length }),
  };
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
  throw new Refused('INVALID', 'refused.panel-only');
}
