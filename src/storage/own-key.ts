import type { DataSet } from './data-set';

/**
 * The key of a person's only record in a data set: the account ID in the part of that name, and the one value there is
 * in every other part.
 */
export function ownKey(set: DataSet, accountId: string): string {
  return set.key
    .map(([name, kind]) => {
      if (name === 'accountId') return accountId;
      if (kind.kind === 'one-of' && kind.values.length === 1) return kind.values[0];
      throw new TypeError(`${set.name} is not keyed by the account ID alone`);
    })
    .join('#');
}
