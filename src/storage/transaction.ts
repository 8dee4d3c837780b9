import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { DataSet } from './data-set';
import { addressOf, asStored, assertNameable, entityNameOf, type Expected } from './layout';

/** Why a row is written without a condition of its own. */
export type Unconditional =
  /** Nobody else writes under its key: it is random, or the next one that another row of the transaction counts. */
  | 'new-key'
  /** Whoever writes the row carries the same condition on another, which stands in the transaction too. */
  | 'guarded'
  /** Forge takes no condition on a plain row. */
  | 'plain';

/**
 * One step of a transaction. A `check` is refused where the row is missing or differs (documented by Forge). A row that is
 * written or deleted is so on condition of what was read (`asRead` for a deletion): a list only proposes, and what was
 * written since must not go with it.
 */
export type Change =
  | { do: 'set'; dataSet: DataSet; key: string; row: object; expected: Expected | Unconditional }
  | { do: 'delete'; dataSet: DataSet; key: string; expected: Expected }
  | Check;

/** That a row is there and is as expected, for a transaction to be carried out. */
export interface Check {
  do: 'check';
  dataSet: DataSet;
  key: string;
  expected: Expected;
}

/** Carries the changes out, all or none. */
export async function runTransaction(changes: readonly Change[]): Promise<void> {
  const transaction = kvs.transact();
  for (const change of changes) {
    const { key } = addressOf(change.dataSet, change.key);
    if (change.do === 'check') {
      transaction.check(key, checkOf(change));
    } else if (change.do === 'delete') {
      transaction.delete(key, entityOf(change));
    } else {
      transaction.set(key, asStored(change.dataSet, change.key, change.row), entityOf(change));
    }
  }
  await transaction.execute();
}

function entityOf({ dataSet, key, expected }: Change) {
  const { entityName } = addressOf(dataSet, key);
  if (entityName === undefined) return undefined;
  return {
    entityName,
    ...(typeof expected === 'object' && { conditions: conditionsOf(dataSet, expected) }),
  };
}

/** In which entity, and what of the row is checked, in the words of Forge. */
export const checkOf = ({ dataSet, expected }: Check) => ({
  entityName: entityNameOf(dataSet) ?? dataSet.name,
  conditions: conditionsOf(dataSet, expected),
});

/** The fields that a row must have. */
function conditionsOf(dataSet: DataSet, expected: Expected) {
  assertNameable(dataSet, expected);
  const [first, ...others] = Object.entries(expected);
  if (!first) throw new TypeError('a condition names at least one field');
  const equal = (value: string | number | boolean) => FilterConditions.equalTo(value);
  return others.reduce(
    (filter, [name, value]) => filter.and(name as never, equal(value)),
    new Filter<object>().and(first[0] as never, equal(first[1])),
  );
}
