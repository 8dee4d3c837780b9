import { TIME_ENTRY } from './time-entry';
import { assertMayCorrect } from '../privacy/requests/own-deletion';
import type { Engine } from '../privacy/engine';
import type { Subject } from '../privacy/person/standing';
import type { Change } from '../storage/store';
import { entryGone, putEntries, type PutResult } from './put-entries';

interface Correction {
  accountId: string;
  id: string;
  /** What is right. */
  startedOn: string;
  seconds: number;
  by: 'person' | 'administrator';
  /** Changes to be made in the same transaction, for example a line of the audit log. */
  also?: (subject: Subject) => Change[];
}

/**
 * Corrects day and duration of an entry, with the totals of its days, in one transaction. The entry keeps its ID and the
 * moment it was logged, so the day on which it ends stays.
 * @throws Refused where it is not there, a day would have more than 24 hours, the use of the person's data is restricted,
 * or the person needs an approval for it
 */
export function correctEntry(
  engine: Engine,
  { accountId, id, startedOn, seconds, by, also }: Correction,
): Promise<PutResult> {
  return putEntries(engine, {
    accountId,
    ids: [id],
    onSite: by === 'person',
    row: (_, present) => {
      if (!present) throw entryGone();
      return { ...present, startedOn, seconds, position: `${startedOn}#${id}` };
    },
    check: (present, settings) => {
      if (by === 'person') assertMayCorrect(engine, settings, TIME_ENTRY, present);
    },
    ...(also && { also }),
  });
}
