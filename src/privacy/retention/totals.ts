import type { Anonymise, DataSet } from '../../storage/data-set';
import { fieldsByName } from '../../storage/fields';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';

export const keepsTotals = ({ keepTotals = false }: Settings): boolean => keepTotals;

/** How records of a data set are added up when their period has passed, if that was declared and is switched on. */
export const addingUp = (set: DataSet, settings: Settings): Anonymise | undefined =>
  keepsTotals(settings) ? set.retention.anonymise : undefined;

/** The data set of the totals into which records are added. @throws TypeError where the map does not have it */
export function totalsOf({ store }: Engine, { into }: Anonymise): DataSet {
  const set = store.map.find(({ name }) => name === into);
  if (!set) throw new TypeError(`the data map has no totals ${into}`);
  return set;
}

/** The rules by which anything is added up, one for each data set of totals. */
export const rulesOf = ({ store }: Engine): Anonymise[] => [
  ...new Map(
    store.map.flatMap(({ retention: { anonymise } }) =>
      anonymise ? [[anonymise.into, anonymise] as const] : [],
    ),
  ).values(),
];

/** A total of so much. */
export const totalRow = (rule: Anonymise, value: string, amount: number): object => ({
  [rule.by]: value,
  [rule.amount]: amount,
});

/** How much a record or a total says. */
export const amountIn = ({ amount }: Anonymise, row: object | undefined): number =>
  Number((row as Record<string, unknown> | undefined)?.[amount] ?? 0);

/** What records have in common that go into one total. */
export function valueIn({ by }: Anonymise, row: object): string | undefined {
  const value = (row as Record<string, unknown>)[by];
  return typeof value === 'string' ? value : undefined;
}

/** The most that a total can hold, by its declaration. */
export function mostIn(engine: Engine, rule: Anonymise): number {
  const kind = fieldsByName(totalsOf(engine, rule))[rule.amount]?.value;
  return kind?.kind === 'integer' ? kind.max : 0;
}
