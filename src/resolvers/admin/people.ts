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
  AffectedPage,
  SaidKey,
} from '../../contract';
import { listAffected as affected } from '../../privacy/access/affected';
import { exportPage as exportData } from '../../privacy/access/export';
import { nextOfLook, openLook, type LookedAt } from '../../privacy/access/look';
import { auditChange } from '../../privacy/audit';
import { INCIDENT_REASONS } from '../../privacy/data-sets/reasons';
import { withoutData } from '../../privacy/erasure/under-way';
import { readInstallation } from '../../privacy/installation';
import { isUsableFor } from '../../privacy/person/leaves-open';
import { findPeople, listPeople as list, type ListedPerson } from '../../privacy/person/people';
import { readSubject } from '../../privacy/person/subject';
import { assertUsable } from '../../privacy/restriction/restriction';
import { SETTINGS_REF, settingsOf } from '../../privacy/settings/settings';
import type { Ref } from '../../storage/store';
import { correctEntry } from '../../timesheet/correct-entry';
import { deleteEntries } from '../../timesheet/delete-entries';
import { listEntries } from '../../timesheet/entries';
import { TIME_ENTRY } from '../../timesheet/time-entry';
import { forAdmin } from '../define';
import { MOST_NAMED, STANDARD_PAGE, accountId, entryFilter, ids, ofPerson, page, token } from '../payloads';
import { listed, dayAndDuration, secondsOf } from '../entries';

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
    const look = await openLook(asker.acting, lookedAt, asked);
    const found = await listEntries(engine, whose, { ...filter, after: look.after });
    const entries = listed(found.entries, settingsOf(lookedAt.rows[0], engine.now()));
    const total = lookedAt.subject.standing.counts[TIME_ENTRY.name] ?? 0;
    return withNext({ entries, total }, await nextOfLook(engine, look, found.next));
  },
);

export const exportPageOf = forAdmin(
  v.strictObject({ ...ofPerson, after: page.after }),
  async ({ accountId: whose, reason, after }, asker): Promise<ExportPage> => {
    const lookedAt = await lookAt(whose);
    assertUsable(lookedAt.subject, reason);
    const asked = { by: asker.accountId, event: 'data-exported', reason, after } as const;
    const look = await openLook(asker.acting, lookedAt, asked);
    const { next, ...found } = await exportData(
      engine,
      { accountId: whose, subject: lookedAt.subject },
      look.after,
    );
    return withNext(found, await nextOfLook(engine, look, next));
  },
);

export const deleteEntriesOf = forAdmin(
  v.strictObject({ ...ofPerson, ...ids }),
  async (payload, { acting }): Promise<DeleteEntriesResult> => {
    const { subject } = await lookAt(payload.accountId);
    assertUsable(subject, payload.reason);
    return deleteEntries(acting, {
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
  async (payload, { acting }): Promise<CorrectEntryResult> => {
    const { accountId: whose, reason, id, startedOn } = payload;
    const seconds = secondsOf(payload);
    await lookAt(whose);
    const { stood, secondsOn, settings } = await correctEntry(acting, {
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

const incident = v.picklist(INCIDENT_REASONS, 'refused-admin.incident-only' satisfies SaidKey);

export const listAffected = forAdmin(
  v.strictObject({ ...page, reason: incident }),
  async ({ reason: why, after, limit }, asker): Promise<AffectedPage> => {
    const installation = await readInstallation(engine);
    const asked = { by: asker.accountId, event: 'accounts-listed', reason: why, after } as const;
    const look = await openLook(asker.acting, { installation }, asked);
    const found = await affected(engine, look.after, limit ?? STANDARD_PAGE);
    return withNext({ accounts: found.accounts }, await nextOfLook(engine, look, found.next));
  },
);

/** Somebody who has data here, and further records, read together. @throws Refused if they have none */
export async function lookAt<const Refs extends readonly Ref[] = readonly []>(
  whose: string,
  also?: Refs,
): Promise<LookedAt<Refs>> {
  const { subject, ...read } = await readSubject(engine, whose, also);
  if (!subject) throw await withoutData(engine, whose);
  return { subject, ...read };
}
