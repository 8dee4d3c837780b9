import * as v from 'valibot';
import { engine } from '../../app';
import type {
  AccessPage,
  EraseOutcome,
  ErasurePreview,
  ExportPage,
  Overview,
  Restriction,
} from '../../contract';
import { accessesTo } from '../../privacy/access/accesses';
import { previewErasure as preview } from '../../privacy/access/erasure-preview';
import { overviewOf } from '../../privacy/access/overview';
import { Refused } from '../../privacy/errors';
import { assertInUse } from '../../privacy/installation';
import { acknowledge } from '../../privacy/notice/acknowledgement';
import { currentNotice } from '../../privacy/notice/notice';
import { lawHolds } from '../../privacy/person/standing';
import { readSubject } from '../../privacy/person/subject';
import { eraseSelf } from '../../privacy/requests/own-deletion';
import { setRestriction as restrict } from '../../privacy/restriction/restriction';
import { SETTINGS_REF, selfErasureOf, settingsOf } from '../../privacy/settings/settings';
import { isDigest } from '../../storage/kinds';
import { together } from '../../storage/together';
import { DAY_TOTALS } from '../../timesheet/time-entry';
import { timeKept, totalsOfYears } from '../../timesheet/time-kept';
import { todayAt } from '../day-and-duration';
import { forUser } from '../define';
import { jobAsked, jobView, receiptAnswer, receiptAsked } from '../erasure-job';
import { EXPORT_READS, exportFor } from '../export';
import { nothing, page as pageRequest, receiptHash as receiptHashSent, timezoneOffset } from '../payloads';

export const getNotice = forUser(nothing, () => currentNotice(engine));

export const acknowledgeNotice = forUser(
  v.strictObject({ version: v.custom<string>(isDigest, 'Give the version of the notice.') }),
  async ({ version }, asker): Promise<{ acknowledgedAt: string | null }> => {
    if (version !== (await currentNotice(engine)).version) {
      throw new Refused(
        'CONFLICT',
        'The notice has changed meanwhile. Nothing was noted; read the new one first.',
      );
    }
    return { acknowledgedAt: (await acknowledge(engine, asker.accountId, version)) ?? null };
  },
);

export const getOverview = forUser(
  nothing,
  async (_, { accountId }): Promise<Overview> => {
    const refs = totalsOfYears(accountId, engine.now());
    const { overview, rows } = await overviewOf(engine, accountId, refs);
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
    const read = await readSubject(engine, asker.accountId, EXPORT_READS);
    assertInUse(engine, read.installation);
    return exportFor(asker.accountId, read, after);
  },
  'checked-by-work',
);

export const previewErasure = forUser(nothing, async (_, asker): Promise<ErasurePreview> => {
  const [shown, { subject, rows }] = await together([
    preview(engine, asker.accountId),
    readSubject(engine, asker.accountId, [SETTINGS_REF]),
  ]);
  const heldByLaw = subject !== undefined && lawHolds(subject.standing);
  const approved = selfErasureOf(settingsOf(rows[0], engine.now())) === 'after-approval';
  return {
    ...shown,
    ...((approved || heldByLaw) && { needsApproval: true }),
    ...(heldByLaw && { heldByLaw }),
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
