import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';
import { assertDeclared, keyParts } from './declared';
import { everyPage } from './every-page';
import { answered, StorageRefusedError } from './failures';
import { addressOf, asStored, entityNameOf, queryOf, recordIn, type Address } from './layout';
import { pageOf } from './query';
import { checkOf, type Check } from './transaction';

/** What storage said: that it was done, or the code with which it refused. */
export type Said<Answer> = { done: true; answer: Answer } | { done: false; code: string };

/** What the version of a scratch row must be for a write to be carried out: a number, or not there. */
export type ScratchCondition = { is: number } | { isMissing: true };

/** A step of a transaction on scratch rows; `elsewhere` is the same key in another entity, under which nothing lies. */
export type ScratchStep =
  | { do: 'set'; key: string; row: object; on?: ScratchCondition }
  | { do: 'delete'; key: string; on?: ScratchCondition }
  | { do: 'delete-elsewhere'; key: string }
  | { do: 'check'; key: string; on: ScratchCondition };

/** What a scratch door opens on. */
interface ScratchPlace {
  map: DataMap;
  dataSet: DataSet;
  /** Another entity, none of whose rows can have a key of `dataSet`. */
  elsewhere: DataSet;
  /** What must hold whenever a row is written, however late that arrives: that the store is not closed. */
  guard: Check;
}

/**
 * A narrow door to storage as it is, for what is measured about it: rows of one data set about nobody, and no other. It says
 * what storage answered, where the gateway makes one failure of all refusals.
 * @throws StorageBusyError where storage does not answer, or is busy
 */
export interface Scratch {
  transact(steps: readonly ScratchStep[]): Promise<Said<undefined>>;
  /** The row as it lies in storage. */
  get(key: string): Promise<object | undefined>;
  /** Codes of the keys that were not found, by batch; keys may come twice. */
  batchCodes(keys: readonly string[]): Promise<Said<string[]>>;
  /** The only write without the guard, for which Forge has no place there: the row has to be there already. */
  setIfAbsent(key: string, row: object): Promise<Said<undefined>>;
  /** Writes a row with an attribute that the manifest does not declare, and gives whether it is there afterwards. */
  setUndeclared(key: string, row: object): Promise<Said<boolean>>;
  /** How many rows each page of a listing has, of those with keys from the one to the other. */
  pageLengths(from: string, to: string, limit: number): Promise<number[]>;
}

/** More pages than this are not asked for. */
const MOST_PAGES = 120;
const UNDECLARED = 'undeclared';

export function openScratch(place: ScratchPlace): Scratch {
  const { dataSet } = place;
  const at = (key: string): Address & { entityName: string } => addressIn(dataSet, key);
  const stored = (key: string, row: object): object => {
    assertDeclared(place.map, dataSet, key, row);
    return asStored(dataSet, key, row);
  };
  const entity = () => kvs.entity<object>(inEntity(dataSet));
  const read = async (key: string) => recordIn(dataSet, await entity().get(at(key).key));
  return {
    transact: (steps) => said(() => runSteps(place, steps, stored)),
    get: (key) => answered(() => read(key)) as Promise<object | undefined>,
    batchCodes: (keys) =>
      said(async () => {
        const { failedKeys } = await kvs.batchGet(keys.map(at));
        return failedKeys.map(({ error }) => error.code);
      }),
    setIfAbsent: (key, row) =>
      said(async () => {
        await entity().set(at(key).key, stored(key, row), { keyPolicy: 'FAIL_IF_EXISTS' });
        return undefined;
      }),
    setUndeclared: (key, row) =>
      said(async () => {
        const transaction = guarded(place);
        const entityName = inEntity(dataSet);
        transaction.set(at(key).key, { ...stored(key, row), [UNDECLARED]: 1 }, { entityName });
        await transaction.execute();
        return Object.hasOwn((await entity().get(at(key).key)) ?? {}, UNDECLARED);
      }),
    pageLengths: (from, to, limit) => answered(() => pageLengths(dataSet, [from, to], limit)),
  };
}

/**
 * Where a scratch row lies.
 * @throws TypeError for a key of anything else
 */
function addressIn(dataSet: DataSet, key: string): Address & { entityName: string } {
  if (!keyParts(dataSet, key)) throw new TypeError(`no key of ${dataSet.name}`);
  return { ...addressOf(dataSet, key), entityName: inEntity(dataSet) };
}

function inEntity(dataSet: DataSet): string {
  const entityName = entityNameOf(dataSet);
  if (entityName === undefined) throw new TypeError(`${dataSet.name} lies in no entity`);
  return entityName;
}

async function said<Answer>(call: () => Promise<Answer>): Promise<Said<Answer>> {
  try {
    return { done: true, answer: await answered(call) };
  } catch (error) {
    if (!(error instanceof StorageRefusedError)) throw error;
    return { done: false, code: error.code };
  }
}

/** A transaction that is carried out only while the store is not closed. */
const guarded = ({ guard }: ScratchPlace) =>
  kvs.transact().check(addressOf(guard.dataSet, guard.key).key, checkOf(guard));

async function runSteps(
  place: ScratchPlace,
  steps: readonly ScratchStep[],
  stored: (key: string, row: object) => object,
): Promise<undefined> {
  const { dataSet, elsewhere } = place;
  const transaction = guarded(place);
  for (const step of steps) {
    const { key, entityName } = addressIn(dataSet, step.key);
    const on = 'on' in step && step.on ? { conditions: filterOf(step.on) } : {};
    if (step.do === 'set') transaction.set(key, stored(step.key, step.row), { entityName, ...on });
    else if (step.do === 'delete') transaction.delete(key, { entityName, ...on });
    else if (step.do === 'check') transaction.check(key, { entityName, conditions: filterOf(step.on) });
    else transaction.delete(key, { entityName: inEntity(elsewhere) });
  }
  await transaction.execute();
  return undefined;
}

const filterOf = (on: ScratchCondition) =>
  new Filter<object>().and(
    'version' as never,
    'is' in on ? FilterConditions.equalTo(on.is) : FilterConditions.notExists(),
  );

async function pageLengths(
  dataSet: DataSet,
  between: readonly [string, string],
  limit: number,
): Promise<number[]> {
  const lengths: number[] = [];
  const query = queryOf(dataSet, { index: 'by-key', where: { between } });
  for await (const page of everyPage((cursor) => pageOf(query, limit, cursor))) {
    lengths.push(page.length);
    if (lengths.length >= MOST_PAGES) break;
  }
  return lengths;
}
