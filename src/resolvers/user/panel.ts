import * as v from 'valibot';
import type { ListedEntry, PanelView } from '../../contract';
import { engine } from '../../app';
import { findErasure } from '../../privacy/erasure/fence';
import { assertInUse } from '../../privacy/installation';
import { noticeOf, shortNotice } from '../../privacy/notice/notice';
import { Refused } from '../../privacy/refused';
import { restrictionOf } from '../../privacy/restriction';
import { readSettings } from '../../privacy/settings';
import { readSubject } from '../../privacy/subjects';
import { isJiraId } from '../../storage/kinds';
import { listEntries } from '../../timesheet/entries';
import { forUser, type Asker } from '../define';
import { listed } from '../listed';
import { page, timezoneOffset } from '../payloads';
import { todayAt } from './today';

/** Everything the panel shows, in one call. */
export const getPanel = forUser(
  v.strictObject({ timezoneOffset, after: page.after }),
  async (payload, asker): Promise<PanelView> => {
    const issueId = issueOf(asker);
    const [settings, { subject, installation }, found] = await Promise.all([
      readSettings(engine),
      readSubject(engine, asker.accountId),
      listEntries(engine, asker.accountId, { issueId, after: payload.after }),
    ]);
    assertInUse(engine, installation);
    const { version, summary, points } = shortNotice(noticeOf(engine.store.map, settings), engine.store.map);
    const erasing = subject ? undefined : await findErasure(engine, asker.accountId);
    const entries: ListedEntry[] = listed(found.entries, settings);
    return {
      today: todayAt(engine.now(), payload.timezoneOffset),
      notice: { version, summary, points, acknowledged: subject?.standing.noticeVersion === version },
      entries: subject ? entries : [],
      restricted: subject !== undefined && restrictionOf(subject.standing) !== undefined,
      ...(subject && found.next !== undefined && { next: found.next }),
      ...(erasing && { erasing: erasing.id }),
    };
  },
  'checked-by-work',
);

/** The issue on which the panel stands, as Forge says. */
export function issueOf(asker: Asker): string {
  if (isJiraId(asker.issueId)) return asker.issueId;
  throw new Refused('INVALID', 'This works on a work item only. Open one and use the app’s panel there.');
}
