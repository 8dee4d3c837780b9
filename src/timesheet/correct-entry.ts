import type { AccessReason } from '../privacy/data-sets/reasons';
import type { Settings } from '../privacy/data-sets/settings';
import type { Corrections, Engine } from '../privacy/engine';
import type { Subject } from '../privacy/person/subject';
import { assertMayCorrect } from '../privacy/requests/own-deletion';
import { SETTINGS_REF, settingsOf } from '../privacy/settings/settings';
import type { Change } from '../storage/store';
import { assertNotTooOld, entryRef, totalsRef, yearOf } from './entries';
import { changesOf, entryGone, putEntries, workOut, yearsOf, type PutResult } from './put-entries';
import { TIME_ENTRY, type TimeEntry } from './time-entry';

interface Correction {
  accountId: string;
  id: string;
  /** What is right. */
  startedOn: string;
  seconds: number;
  /** Why an administrator corrects it; missing where the person does. */
  reason?: AccessReason;
  /** Changes to be made in the same transaction, for example a line of the audit log. */
  also?: (subject: Subject) => Change[];
}

/**
 * Corrects day and duration of an entry, with the totals of its days, in one transaction. The entry keeps its ID and the
 * moment it was logged. The day on which it ends moves with its day.
 * @throws Refused where it is not there, a day would have more than 24 hours or is too long ago, a restriction does not leave it open, or the
 * person needs an approval for it
 */
export function correctEntry(
  engine: Engine,
  { accountId, id, startedOn, seconds, reason, also }: Correction,
): Promise<PutResult> {
  return putEntries(engine, {
    accountId,
    ids: [id],
    onSite: reason === undefined,
    ...(reason !== undefined && { reason }),
    row: corrected(startedOn, seconds),
    check: (present, settings) => {
      if (reason === undefined) assertMayCorrect(engine, settings, present);
      if (moves(present, startedOn)) assertNotTooOld(startedOn, settings, engine.now());
    },
    ...(also && { also }),
  });
}

/** An entry that stays on its day can be corrected however old that is. */
const moves = (present: readonly TimeEntry[], to: string): boolean =>
  present.some(({ startedOn }) => startedOn !== to);

/** An entry with what is right, and otherwise as it stands. @throws Refused where it is not there */
const corrected =
  (startedOn: string, seconds: number) =>
  (id: string, present: TimeEntry | undefined): TimeEntry => {
    if (!present) throw entryGone();
    return { ...present, startedOn, seconds, position: `${startedOn}#${id}` };
  };

/** The same for what a person asked an administrator to correct. */
export const ENTRY_CORRECTIONS: Corrections = {
  dataSet: TIME_ENTRY,
  ref: entryRef,
  shown: (row) => {
    const { issueId, startedOn, seconds } = row as TimeEntry;
    return { issueId, startedOn, seconds };
  },
  prepare: (accountId, { record, day, seconds }, present) => {
    const years = [...new Set([yearOf(day), ...yearsOf([present as TimeEntry | undefined])])];
    const put = { accountId, ids: [record], row: corrected(day, seconds) };
    return {
      refs: [SETTINGS_REF, entryRef(accountId, record), ...years.map((year) => totalsRef(accountId, year))],
      changes: ([settingsRow, ...rows], now) => {
        const worked = workOut(put, years, rows);
        const before = worked.changed.flatMap((one) => one.before ?? []);
        if (moves(before, day))
          assertNotTooOld(day, settingsOf(settingsRow as Settings | undefined, now), now);
        return changesOf(worked);
      },
    };
  },
};
