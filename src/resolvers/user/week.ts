import * as v from 'valibot';
import { engine } from '../../app';
import type { WeekView } from '../../contract';
import { findErasure } from '../../privacy/erasure/under-way';
import { Refused } from '../../privacy/errors';
import { assertInUse } from '../../privacy/installation';
import { readSubject } from '../../privacy/person/subject';
import { restrictionOf } from '../../privacy/person/grounds';
import { requestRef } from '../../privacy/requests/requests';
import { SETTINGS_REF, settingsOf } from '../../privacy/settings/settings';
import { isDay } from '../../storage/kinds';
import { together } from '../../storage/together';
import { listEntries } from '../../timesheet/entries';
import { secondsOn, totalsOf, weekOf } from '../../timesheet/day-totals';
import { forUser } from '../define';
import { day, timezoneOffset, weekday } from '../payloads';
import { listedForOwner, todayAt } from '../entries';

const MONDAY = 1;
const MOST_LISTED = 100;

/** A week for My time: the days' sums are read strictly, beside the list of entries, which may lag. */
export const getWeek = forUser(
  v.strictObject({ day: v.optional(day), startsOn: v.optional(weekday), timezoneOffset }),
  async (payload, asker): Promise<WeekView> => {
    const { accountId } = asker;
    const today = todayAt(engine.now(), payload.timezoneOffset);
    const week = weekOf(payload.day ?? today, payload.startsOn ?? MONDAY);
    if (!week.every(isDay)) throw beyondDays();
    const [read, found] = await together([
      readSubject(engine, accountId, [
        SETTINGS_REF,
        requestRef(accountId, 'correction'),
        ...totalsOf(accountId, [...week, today]),
      ]),
      listEntries(engine, accountId, { from: week.at(0), to: week.at(-1), limit: MOST_LISTED }),
    ]);
    const { subject, installation, rows } = read;
    assertInUse(engine, installation);
    const [settingsRow, request, ...rowsOfTotals] = rows;
    // Without a registration, what is still there is about to be deleted.
    const totals = subject ? rowsOfTotals : [];
    const erasing = subject ? undefined : await findErasure(engine, accountId);
    return {
      today,
      todaySeconds: secondsOn(today, totals),
      days: week.map((one) => ({ day: one, seconds: secondsOn(one, totals) })),
      entries: subject
        ? listedForOwner(found.entries, settingsOf(settingsRow, engine.now()), subject.standing, request)
        : [],
      ...(subject && found.next !== undefined && { more: true }),
      restricted: subject !== undefined && restrictionOf(subject.standing) !== undefined,
      ...(erasing && { erasing: erasing.id }),
    };
  },
  'checked-by-work',
);

/** The last week of the year 9999 ends on no day that can be written. */
const beyondDays = (): Refused =>
  new Refused('INVALID', 'refused.week-too-late', {
    day: 'refused.week-too-late',
  });
