import { kvs } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';
import { isPlainObject } from './kinds';
import { addressOf, recordIn, type Address } from './layout';
import { everyPage, type AskPage } from './every-page';
import { answered, StorageRefusedError } from './failures';
import { MOST_ROWS, rowsOf } from './query';
import { MOST_OPERATIONS } from './store';
import { checkOf, type Check } from './transaction';

/** How an emptying keeps to its time: it waits where storage is busy, and stops where its time is over. */
export interface Hurry {
  pause: (ms: number) => Promise<void>;
  /** Whether no time is left, or none would be after a pause. */
  isOver: (pauseMs?: number) => boolean;
  /** Hears why something was left for another time. */
  gaveUp: (error: unknown) => void;
}

/** What an emptying needs: its time, and what must hold whenever rows are deleted, however late that arrives. */
export interface Emptying {
  hurry: Hurry;
  condition: Check;
}

/** Rows that a listing showed, and whether it was worked through to its end and each of them deleted. */
export interface Emptied {
  rows: number;
  finished: boolean;
}

/** Rows that a transaction deletes beside its condition. */
const GROUP = MOST_OPERATIONS - 1;
/** As many full groups as a page of a query can hold. */
const PAGE = Math.floor(MOST_ROWS / GROUP) * GROUP;
/** Before what failed is tried again; after the last it is left for another time. */
const PAUSES_MS = [100, 500, 2_000, 5_000];

/**
 * Deletes every row of an entity that its key index lists, in the order of keys, whatever is in it; but that on which the
 * emptying is conditional.
 */
export function emptyEntity(entityName: string, emptying: Emptying): Promise<Emptied> {
  const kept = addressOf(emptying.condition.dataSet, emptying.condition.key);
  const isKept = (key: string): boolean => kept.entityName === entityName && kept.key === key;
  return emptyListed(emptying, async (cursor) => {
    const query = kvs.entity<object>(entityName).query().index('by-key').limit(PAGE);
    const { results, nextCursor } = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    const keys = results.map(({ key }) => key).filter((key) => !isKept(key));
    return { results: keys.map((key) => ({ key, entityName })), nextCursor };
  });
}

/** Whether the key index of its entity, by which that is emptied, shows the row as the check wants it. */
export async function isListed({ dataSet, key, expected }: Check): Promise<boolean> {
  const at = addressOf(dataSet, key);
  if (at.entityName === undefined) throw new TypeError(`${dataSet.name} lies in no entity`);
  const { entityName } = at;
  const where = { between: [at.key, at.key] } as const;
  const [listed] = await answered(() => rowsOf({ entityName, index: 'by-key', where, limit: 1 }));
  const record = recordIn(dataSet, listed?.value);
  return isPlainObject(record) && Object.entries(expected).every(([name, value]) => record[name] === value);
}

/** Deletes every plain row, also those that no data set declares. */
export const emptyPlain = (emptying: Emptying): Promise<Emptied> =>
  emptyListed(emptying, (cursor) => {
    const query = kvs.query().limit(PAGE);
    return (cursor === undefined ? query : query.cursor(cursor)).getMany();
  });

async function emptyListed(emptying: Emptying, list: AskPage<Address>): Promise<Emptied> {
  const emptied: Emptied = { rows: 0, finished: true };
  const ask: AskPage<Address> = async (cursor) => {
    const page = await insist(emptying.hurry, () => list(cursor));
    emptied.finished &&= page !== undefined;
    return page ?? { results: [] };
  };
  for await (const page of everyPage(ask)) {
    emptied.rows += page.length;
    emptied.finished = (await deletePage(page, emptying)) && emptied.finished;
  }
  return emptied;
}

/** Deletes the secrets of the map: Forge lists none, so one that no data set declares would stay. */
export async function deleteSecrets(map: DataMap, hurry: Hurry): Promise<boolean> {
  const keys = map.filter(({ place }) => place === 'secret').flatMap(keysOfSecret);
  for (const key of keys) {
    const gone = await insist(hurry, () => kvs.deleteSecret(key).then(() => true));
    if (!gone) return false;
  }
  return true;
}

/** The keys that a secret of this declaration may have. */
function keysOfSecret({ name, key }: DataSet): string[] {
  return key
    .map(([, kind]) => {
      if (kind.kind === 'one-of') return kind.values;
      throw new TypeError(`a secret of ${name} could not be found again to be deleted`);
    })
    .reduce<string[]>(
      (keys, values) => keys.flatMap((start) => values.map((value) => (start ? `${start}#${value}` : value))),
      [''],
    );
}

/**
 * Deletes a page of rows, its groups side by side; gives whether all of it is gone. A group that fails holds up no other:
 * the next round lists it again. Only where all of them fail is storage waited for.
 */
async function deletePage(page: readonly Address[], emptying: Emptying): Promise<boolean> {
  const { hurry } = emptying;
  const groups: Address[][] = [];
  for (let at = 0; at < page.length; at += GROUP) groups.push(page.slice(at, at + GROUP));
  const gone = await insist(hurry, async () => {
    const failures = await deleteGroups(groups, emptying);
    if (failures.length === 0) return true;
    if (failures.length === groups.length) throw failures[0];
    hurry.gaveUp(failures[0]);
    return false;
  });
  return gone === true;
}

/**
 * All groups name the row of the condition. Whether storage takes such transactions side by side is documented nowhere: so
 * those that failed go again one after the other. Gives why groups are left.
 */
async function deleteGroups(
  groups: ReadonlyArray<readonly Address[]>,
  { hurry, condition }: Emptying,
): Promise<unknown[]> {
  const ended = await Promise.allSettled(
    groups.map((group) => answered(() => deleteTogether(group, condition))),
  );
  const failed = ended.flatMap((end, at) =>
    end.status === 'rejected' ? [{ group: groups[at] ?? [], reason: end.reason as unknown }] : [],
  );
  // Where storage is busy for all of them, it is waited for.
  const isBusy = failed.every(({ reason }) => !(reason instanceof StorageRefusedError));
  if (isBusy && failed.length === groups.length) return failed.map(({ reason }) => reason);
  const failures: unknown[] = [];
  for (const { group, reason } of failed) {
    if (hurry.isOver()) failures.push(reason);
    else await deleteGroup(group, condition).catch((error: unknown) => failures.push(error));
  }
  return failures;
}

/** A transaction counts as one write (documented); where it is refused, each row is tried by itself. */
async function deleteGroup(group: readonly Address[], condition: Check): Promise<void> {
  try {
    await answered(() => deleteTogether(group, condition));
  } catch (error) {
    if (!(error instanceof StorageRefusedError)) throw error;
    await deleteEach(group, condition);
  }
}

/** What can be deleted is; then it throws what the first of the others said. */
async function deleteEach(group: readonly Address[], condition: Check): Promise<void> {
  const refusals: unknown[] = [];
  for (const row of group) {
    await answered(() => deleteTogether([row], condition)).catch((error: unknown) => refusals.push(error));
  }
  if (refusals.length > 0) throw refusals[0];
}

async function deleteTogether(rows: readonly Address[], condition: Check): Promise<void> {
  const transaction = kvs.transact();
  transaction.check(addressOf(condition.dataSet, condition.key).key, checkOf(condition));
  for (const row of rows) {
    transaction.delete(row.key, row.entityName === undefined ? undefined : { entityName: row.entityName });
  }
  await transaction.execute();
}

/** Tries again after any failure, as long as there is time; nothing where it did not come to an end, which is told. */
export async function insist<Answer>(hurry: Hurry, work: () => Promise<Answer>): Promise<Answer | undefined> {
  if (hurry.isOver()) return undefined;
  for (const pauseMs of [...PAUSES_MS, undefined]) {
    try {
      return await answered(work);
    } catch (error) {
      if (pauseMs === undefined || hurry.isOver(pauseMs)) {
        hurry.gaveUp(error);
        break;
      }
      await hurry.pause(pauseMs);
    }
  }
  return undefined;
}
