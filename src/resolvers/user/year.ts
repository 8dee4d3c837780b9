import * as v from 'valibot';
import { engine } from '../../app';
import type { YearView } from '../../contract';
import { assertInUse } from '../../privacy/installation';
import { readSubject } from '../../privacy/person/subject';
import { totalsOfYears } from '../../timesheet/day-totals';
import { totalsRef, yearOf } from '../../timesheet/entries';
import { forUser } from '../define';
import { todayAt } from '../entries';
import { timezoneOffset, year } from '../payloads';

/** A year by day, from the totals: one strict read, however much is logged. */
export const getYear = forUser(
  v.strictObject({ year: v.optional(year), timezoneOffset }),
  async (payload, { accountId }): Promise<YearView> => {
    const now = engine.now();
    const today = todayAt(now, payload.timezoneOffset);
    const wanted = payload.year ?? yearOf(today);
    const refs = [totalsRef(accountId, wanted), ...totalsOfYears(accountId, now)];
    // No key comes twice in one read.
    const distinct = [...new Map(refs.map((ref) => [ref.key, ref])).values()];
    const { subject, installation, rows } = await readSubject(engine, accountId, distinct);
    assertInUse(engine, installation);
    // Without a registration, what is still there is about to be deleted.
    const totals = subject ? rows.filter((row) => row !== undefined) : [];
    return {
      today,
      year: wanted,
      seconds: totals.find((row) => row.year === wanted)?.seconds ?? {},
      years: totals
        .map((row) => row.year)
        .sort()
        .reverse(),
    };
  },
  'checked-by-work',
);
