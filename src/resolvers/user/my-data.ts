import * as v from 'valibot';
import { engine } from '../../app';
import type {
  AccessPage,
  EraseOutcome,
  ErasurePreview,
  ExportPage,
  NoticePeriod,
  Overview,
  Restriction,
} from '../../contract';
import { accessesTo } from '../../privacy/access/accesses';
import { previewErasure as preview } from '../../privacy/access/erasure-preview';
import { exportPage as exportData } from '../../privacy/access/export';
import { overviewOf } from '../../privacy/access/overview';
import { Refused } from '../../privacy/errors';
import { assertInUse } from '../../privacy/installation';
import { acknowledge } from '../../privacy/notice/acknowledgement';
import { ARCHIVE_REF, periodsOf, recordNoticeOrLog } from '../../privacy/notice/archive';
import { currentNotices } from '../../privacy/notice/notice';
import { hasActed } from '../../privacy/person/acting';
import { readSubject } from '../../privacy/person/subject';
import { lawHolds } from '../../privacy/person/grounds';
import { eraseSelf } from '../../privacy/requests/own-deletion';
import { setRestriction as restrict } from '../../privacy/restriction/restriction';
import { SETTINGS_REF, selfErasureOf, settingsOf } from '../../privacy/settings/settings';
import { together } from '../../storage/together';
import { DAY_TOTALS } from '../../timesheet/time-entry';
import { timeKept, totalsOfYears } from '../../timesheet/day-totals';
import { todayAt } from '../entries';
import { forUser } from '../define';
import {
  language,
  nothing,
  page as pageRequest,
  receiptHash as receiptHashSent,
  timezoneOffset,
} from '../payloads';
import {
  jobAsked,
  jobView,
  receiptAnswer,
  receiptAsked,
  noticeAsked,
  noticeShown,
  versionAsked,
  versionShown,
} from '../for-both';

export const getNotice = forUser(noticeAsked, noticeShown);

export const getNoticeVersion = forUser(versionAsked, versionShown);

export const listNoticeVersions = forUser(nothing, async (): Promise<{ versions: NoticePeriod[] }> => ({
  versions: periodsOf(await engine.store.get(ARCHIVE_REF.dataSet, ARCHIVE_REF.key)),
}));

export const acknowledgeNotice = forUser(
  versionAsked,
  async (read, asker): Promise<{ acknowledgedAt: string | null }> => {
    if (read.version !== (await currentNotices(engine)).version) {
      throw new Refused('CONFLICT', 'refused.notice-changed');
    }
    const acknowledgedAt = await acknowledge(engine, asker.accountId, read);
    if (acknowledgedAt !== undefined) await recordNoticeOrLog(engine);
    return { acknowledgedAt: acknowledgedAt ?? null };
  },
);

export const getOverview = forUser(
  v.strictObject({ language }),
  async (asked, { accountId }): Promise<Overview> => {
    const refs = totalsOfYears(accountId, engine.now());
    const { overview, rows } = await overviewOf(engine, accountId, asked.language, refs);
    const years = overview.dataSets.find(({ name }) => name === DAY_TOTALS.name)?.records;
    const time = timeKept(rows, years);
    return { ...overview, ...(time && { time }) };
  },
  'checked-by-work',
);

export const listAccesses = forUser(
  v.strictObject({ after: pageRequest.after }),
  async ({ after }, asker): Promise<AccessPage> => {
    const { subject, installation } = await readSubject(engine, asker.accountId);
    assertInUse(engine, installation);
    return subject ? accessesTo(engine, subject.person.token, after) : { accesses: [] };
  },
  'checked-by-work',
);

export const exportPage = forUser(
  v.strictObject({ after: pageRequest.after }),
  async ({ after }, asker): Promise<ExportPage> => {
    const { subject, installation } = await readSubject(engine, asker.accountId);
    assertInUse(engine, installation);
    return exportData(engine, { accountId: asker.accountId, subject }, after);
  },
  'checked-by-work',
);

export const previewErasure = forUser(v.strictObject({}), async (_, asker): Promise<ErasurePreview> => {
  const [shown, { subject, rows }] = await together([
    preview(engine, asker.accountId),
    readSubject(engine, asker.accountId, [SETTINGS_REF]),
  ]);
  const heldByLaw = subject !== undefined && lawHolds(subject.standing);
  const actedHere = subject !== undefined && hasActed(subject);
  const approved = selfErasureOf(settingsOf(rows[0], engine.now())) === 'after-approval';
  return {
    ...shown,
    ...((approved || heldByLaw || actedHere) && { needsApproval: true }),
    ...(heldByLaw && { heldByLaw }),
    ...(actedHere && { actedHere }),
  };
});

export const eraseMyData = forUser(
  v.strictObject({ receiptHash: receiptHashSent, timezoneOffset }),
  async ({ receiptHash, timezoneOffset: offset }, asker): Promise<EraseOutcome> => {
    const outcome = await eraseSelf(engine, asker.accountId, receiptHash, todayAt(engine.now(), offset));
    return 'job' in outcome ? outcome.job : outcome;
  },
);

export const getJob = forUser(jobAsked, jobView);

export const checkReceipt = forUser(receiptAsked, receiptAnswer);

export const setRestriction = forUser(
  v.strictObject({ restricted: v.boolean() }),
  async ({ restricted }, asker): Promise<{ restriction: Restriction | null }> => ({
    restriction: (await restrict(engine, asker.accountId, 'person', restricted)) ?? null,
  }),
);
