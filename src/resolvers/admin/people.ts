import * as v from 'valibot';
import { engine } from '../../app';
import type {
  CorrectEntryResult,
  DeleteEntriesResult,
  EntryPage,
  ExportPage,
  ListedEntry,
  PeoplePage,
  PersonRow,
} from '../../contract';
import { nextOfLook, openLook } from '../../privacy/access/look';
import { auditChange } from '../../privacy/audit';
import { isUsableFor } from '../../privacy/person/leaves-open';
import { findPeople, listPeople as list, type ListedPerson } from '../../privacy/person/people';
import { assertUsable } from '../../privacy/restriction/restriction';
import { SETTINGS_REF, settingsOf } from '../../privacy/settings/settings';
import { correctEntry } from '../../timesheet/correct-entry';
import { deleteEntries } from '../../timesheet/delete-entries';
import { listEntries } from '../../timesheet/entries';
import { TIME_ENTRY } from '../../timesheet/time-entry';
import { dayAndDuration, secondsOf } from '../day-and-duration';
import { forAdmin } from '../define';
import { listed } from '../entries';
import { EXPORT_READS, exportFor } from '../export';
import { lookAt } from '../look-at';
import { accountId, entryFilter, ids, ofPerson, page, token } from '../payloads';

const STANDARD_PAGE = 50;
const MOST_NAMED = 90;

export const listPeople = forAdmin(
  v.strictObject({
    ...page,
    only: v.optional(v.pipe(v.array(accountId), v.minLength(1), v.maxLength(MOST_NAMED))),
  }),
  async ({ only, after, limit }): Promise<PeoplePage> => {
    if (only) return { people: (await findPeople(engine, [...new Set(only)])).map(withoutCounts) };
    const found = await list(engine, after, limit ?? STANDARD_PAGE);
    return { ...found, people: found.people.map(withoutCounts) };
  },
);

/** How much somebody has is told for a reason only. */
const withoutCounts = ({
  accountId: whose,
  handle,
  registeredAt,
  restricted,
  restriction,
}: ListedPerson): PersonRow => ({
  accountId: whose,
  handle,
  registeredAt,
  restricted,
  ...(restriction && { restriction }),
});

export const listEntriesOf = forAdmin(
  v.strictObject({ ...ofPerson, ...entryFilter }),
  async ({ accountId: whose, reason, after, ...filter }, asker): Promise<EntryPage> => {
    const lookedAt = await lookAt(whose, [SETTINGS_REF]);
    assertUsable(lookedAt.subject, reason);
    const asked = { by: asker.accountId, event: 'entries-viewed', reason, after } as const;
    const look = await openLook(engine, lookedAt, asked);
    const found = await listEntries(engine, whose, { ...filter, after: look.after });
    const entries = listed(found.entries, settingsOf(lookedAt.rows[0], engine.now()));
    const total = lookedAt.subject.standing.counts[TIME_ENTRY.name] ?? 0;
    return withNext({ entries, total }, await nextOfLook(engine, look, found.next));
  },
);

export const exportPageOf = forAdmin(
  v.strictObject({ ...ofPerson, after: page.after }),
  async ({ accountId: whose, reason, after }, asker): Promise<ExportPage> => {
    const lookedAt = await lookAt(whose, EXPORT_READS);
    assertUsable(lookedAt.subject, reason);
    const asked = { by: asker.accountId, event: 'data-exported', reason, after } as const;
    const look = await openLook(engine, lookedAt, asked);
    const { next, ...found } = await exportFor(whose, lookedAt, look.after);
    return withNext(found, await nextOfLook(engine, look, next));
  },
);

export const deleteEntriesOf = forAdmin(
  v.strictObject({ ...ofPerson, ...ids }),
  async (payload): Promise<DeleteEntriesResult> => {
    const { subject } = await lookAt(payload.accountId);
    assertUsable(subject, payload.reason);
    return deleteEntries(engine, {
      accountId: payload.accountId,
      ids: payload.ids,
      // A restriction may come in between.
      only: (now) => isUsableFor(now, payload.reason),
      also: (deleted) => [
        auditChange(engine.now(), {
          event: 'entries-deleted',
          role: 'administrator',
          subject: subject.person.token,
          reason: payload.reason,
          records: { [TIME_ENTRY.name]: deleted },
        }),
      ],
    });
  },
);

export const correctEntryOf = forAdmin(
  v.strictObject({ ...ofPerson, id: token, ...dayAndDuration }),
  async (payload): Promise<CorrectEntryResult> => {
    const { accountId: whose, reason, id, startedOn } = payload;
    const seconds = secondsOf(payload);
    await lookAt(whose);
    const { stood, secondsOn, settings } = await correctEntry(engine, {
      accountId: whose,
      id,
      startedOn,
      seconds,
      reason,
      also: ({ person }) => [
        auditChange(engine.now(), {
          event: 'entries-corrected',
          role: 'administrator',
          subject: person.token,
          reason,
          records: { [TIME_ENTRY.name]: 1 },
        }),
      ],
    });
    const [entry] = listed(
      stood.map((one) => one.entry),
      settings,
    );
    return { entry: entry as ListedEntry, daySeconds: secondsOn(startedOn) };
  },
);

const withNext = <Page extends object>(found: Page, next: string | undefined): Page & { next?: string } => ({
  ...found,
  ...(next !== undefined && { next }),
});
