import type { LocalForge } from '../../local/forge';
import type { LoadedRow, StoredRow } from '../../local/storage';
import { DATA_MAP } from '../../src/data-map';
import { COHORT } from '../../src/privacy/data-sets/cohort';
import type { Marker } from '../../src/privacy/data-sets/marker';
import { PERSON, STANDING } from '../../src/privacy/data-sets/registration';
import type { DataSet } from '../../src/storage/data-set';
import { recordOf } from '../setup/generated-record';
import { rawRow } from '../setup/rows-of';
import { stored } from './stored';

const asLoaded = ({ store, entityName, key, value }: StoredRow): LoadedRow => ({
  store,
  key,
  value,
  ...(entityName !== undefined && { entityName }),
});

const addressOf = ({ store, entityName, key }: StoredRow): string => `${store} ${entityName ?? ''} ${key}`;

const DELETE_PATHS = { plain: 'delete', secret: 'secret/delete', entity: 'entity/delete' };

/** Loads rows as they are, whatever version wrote them. */
async function loadAsIs(forge: LocalForge, rows: LoadedRow[]): Promise<void> {
  const { settings } = forge.storage;
  const before = settings.unknownAttributes;
  settings.unknownAttributes = 'kept';
  await forge.storage.load(forge.installations.get().storageId, rows);
  settings.unknownAttributes = before;
}

/** Sets the store back to the rows of a backup. */
export async function setBack(forge: LocalForge, backup: readonly StoredRow[]): Promise<void> {
  const kept = new Set(backup.map(addressOf));
  const { storageId } = forge.installations.get();
  for (const row of stored(forge).rows) {
    if (kept.has(addressOf(row))) continue;
    const { key, entityName } = row;
    await forge.storage.handle(storageId, DELETE_PATHS[row.store], JSON.stringify({ key, entityName }));
  }
  await loadAsIs(forge, backup.map(asLoaded));
}

/** Writes every record as a later version does that knows one field more, of each and of what stands in lists. */
export async function writeAsLater(forge: LocalForge): Promise<void> {
  const records = stored(forge).rows.filter(({ store }) => store !== 'secret');
  await loadAsIs(
    forge,
    records.map((row) => ({ ...asLoaded(row), value: withOneMore(row.value) })),
  );
}

function withOneMore(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).map(([name, one]) => [
    name,
    Array.isArray(one) ? one.map(withOneMore) : (one as unknown),
  ]);
  return { ...(Object.fromEntries(fields) as object), addedLater: 1 };
}

/** When the next marker ends, or the next entry's last day where entries are kept for so many days; nothing where that is far away. */
export function nextEnd(
  forge: LocalForge,
  keptDays: number | undefined,
  withinMs: number,
): number | undefined {
  const { rows, entries } = stored(forge);
  const markers = rows.flatMap(({ entityName, value }) =>
    entityName === 'marker' ? [Date.parse((value as Marker).endsAt)] : [],
  );
  // The first moment of the day after the last.
  const kept = entries.map(
    ({ startedOn }) => Date.parse(startedOn) + ((keptDays ?? Infinity) + 1) * 86_400_000,
  );
  const now = forge.clock.now();
  const ends = [...markers, ...kept].filter((at) => at > now && at - now <= withinMs);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/**
 * Kinds of row that an erasure could leave. A live row is none, since whoever has one is there, and neither is a standing
 * row: where no marker tells of an erasure, its person is made whole again.
 */
const OF_SOMEBODY_THERE: ReadonlySet<string> = new Set([PERSON.name, STANDING.name]);
export const LEFT = DATA_MAP.filter(({ found, name }) => found && !OF_SOMEBODY_THERE.has(name));

/** Writes past the app a row of somebody who is not there. */
export async function leaveOver(forge: LocalForge, set: DataSet, accountId: string): Promise<void> {
  const record = set.name === COHORT.name ? cohortWith(forge, accountId) : recordOf(set, accountId, 0);
  if (record) await loadAsIs(forge, [rawRow(set, record.key, record.value)]);
}

function cohortWith(forge: LocalForge, accountId: string): { key: string; value: object } | undefined {
  const [first] = stored(forge).cohorts;
  if (!first) return undefined;
  const { key, ...value } = first;
  const members = [...value.members, { accountId, updatedAt: '2026-02-01T10:00:00.000Z' }];
  return { key, value: { ...value, size: members.length, members } };
}
