import { groupedBy } from '../../storage/grouped';
import { MOST_OPERATIONS } from '../../storage/store';

/** A record that may be added to a total. */
export interface Part {
  key: string;
  person: string;
  amount: number;
  /** Keys of the rows that change when the record goes. */
  touches: readonly string[];
}

/** Operations of a transaction besides the records: the total and whose store it is. */
const FIXED = 2;
/** For each person: the check of the live row, the standing row, a line of the audit log. */
const PER_PERSON = 3;
/** Without the two largest shares, at least so many hundredths of the largest must be left. */
const LEAST_REST = 20;
const PERCENT = 100;

/**
 * Whether the sum of these parts says little about any one person: enough people are in it, and nobody of them, knowing
 * their own share, can tell the share of another more closely than to a fifth (the p% rule of official statistics).
 * Groups for which this holds can be added together, and it holds for what comes of it.
 */
export function isMixed(parts: readonly Part[], people: number): boolean {
  const shares = [...sharesOf(parts).values()].filter((share) => share > 0).sort((one, other) => other - one);
  const rest = shares.slice(2).reduce((sum, share) => sum + share, 0);
  return shares.length >= people && rest * PERCENT >= (shares[0] ?? 0) * LEAST_REST;
}

/** Whether one transaction deletes these records, with all that changes when they go, and adds them to the total. */
export function fits(parts: readonly Part[]): boolean {
  const persons = sharesOf(parts).size;
  const touched = new Set(parts.flatMap(({ touches }) => touches)).size;
  return FIXED + PER_PERSON * persons + touched + parts.length <= MOST_OPERATIONS;
}

/**
 * Divides records that would go into the same total into groups, each of which fits into one transaction and is mixed.
 * What is in no group is not to be added to anything.
 */
export function intoGroups<Item extends Part>(parts: readonly Item[], people: number): Item[][] {
  const groups: Item[][] = [];
  let left = [...parts];
  for (;;) {
    const group = nextGroup(left, people);
    if (!group) return takeIn(groups, left, people);
    groups.push(group);
    left = without(left, group);
  }
}

/** A group of the records of neighbours in the order of what they have: theirs are most alike. */
function nextGroup<Item extends Part>(parts: readonly Item[], people: number): Item[] | undefined {
  const rows = [...byPerson(parts).values()].sort((one, other) => sum(other) - sum(one));
  for (let at = 0; at + people <= rows.length; at += 1) {
    const group = largestMixed(rows.slice(at, at + people), people);
    if (group) return group;
  }
  return undefined;
}

/** Takes records of these people in turn, of whoever has the least in it, and keeps the largest group that is mixed. */
function largestMixed<Item extends Part>(
  rows: ReadonlyArray<readonly Item[]>,
  people: number,
): Item[] | undefined {
  const waiting = rows.map((row) => [...row].sort((one, other) => other.amount - one.amount));
  const taken: Item[][] = rows.map(() => []);
  let best: Item[] | undefined;
  for (;;) {
    const at = leastOf(waiting, taken);
    const next = at === undefined ? undefined : waiting[at]?.shift();
    if (at === undefined || !next) return best;
    taken[at]?.push(next);
    const group = taken.flat();
    if (!fits(group)) return best;
    if (isMixed(group, people)) best = group;
  }
}

/** Who has the least in the group among those who have records left. */
function leastOf(waiting: readonly Part[][], taken: readonly Part[][]): number | undefined {
  const open = waiting.flatMap((row, at) => (row.length > 0 ? [{ at, has: sum(taken[at] ?? []) }] : []));
  return open.sort((one, other) => one.has - other.has)[0]?.at;
}

/** Adds what is left over to groups that still have room for it. */
function takeIn<Item extends Part>(groups: Item[][], left: readonly Item[], people: number): Item[][] {
  for (const part of left) {
    const at = groups.findIndex((group) => fits([...group, part]) && isMixed([...group, part], people));
    groups[at]?.push(part);
  }
  return groups;
}

function without<Item extends Part>(parts: readonly Item[], group: readonly Item[]): Item[] {
  const taken = new Set(group);
  return parts.filter((part) => !taken.has(part));
}

const byPerson = <Item extends Part>(parts: readonly Item[]): Map<string, Item[]> =>
  groupedBy(parts, ({ person }) => person);

const sharesOf = (parts: readonly Part[]): Map<string, number> =>
  new Map([...byPerson(parts)].map(([person, own]) => [person, sum(own)]));

export const sum = (parts: readonly Part[]): number => parts.reduce((all, { amount }) => all + amount, 0);
