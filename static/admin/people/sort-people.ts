import type { AccountId, PersonRow } from '../../../src/contract';
import type { SortOrder } from '../sort-header';

export type PeopleOrder = SortOrder<'name' | 'since'>;

/** A sorted copy; people without a known name come last whichever way names run, and equals keep their order. */
export function sortPeople(
  people: readonly PersonRow[],
  { by, direction }: PeopleOrder,
  nameOf: (accountId: AccountId) => string | undefined,
  locale: string,
): PersonRow[] {
  const turn = direction === 'ASC' ? 1 : -1;
  if (by === 'since') {
    // Fixed-width instants: their order is the order of their letters.
    return [...people].sort((one, other) => turn * compareText(one.registeredAt, other.registeredAt));
  }
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...people].sort((one, other) => {
    const name = nameOf(one.accountId);
    const otherName = nameOf(other.accountId);
    if (name !== undefined && otherName !== undefined) return turn * compare(name, otherName);
    return Number(name === undefined) - Number(otherName === undefined);
  });
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
