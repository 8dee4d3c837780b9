import { randomInt } from 'node:crypto';
import type { TotalsKept } from '../../contract';
import { fieldsByName, type Anonymise, type DataSet } from '../../storage/data-set';
import type { Stored } from '../../storage/query';
import { together } from '../../storage/together';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { SPARE_MS, workMs } from '../pace';
import { goOn } from '../relay';
import { keepsTotals } from '../settings/settings';

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

/** A total, which moves its version with each writing. */
export type Total = { version: number } & Record<string, unknown>;

/**
 * Where the versions of totals begin: anywhere below, so that one that was deleted and made anew is told from what it was
 * before. Above is room for as many writings.
 */
const FIRST_VERSIONS = 2 ** 30;

/** A new total, of nothing so far. */
export const newTotal = (rule: Anonymise, value: string): Total => ({
  version: randomInt(FIRST_VERSIONS),
  [rule.by]: value,
  [rule.amount]: 0,
});

/** The total with another amount. */
export const withAmount = (rule: Anonymise, total: Total, amount: number): Total => ({
  ...total,
  version: total.version + 1,
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

/** Totals looked at in one go. */
const MOST_AT_ONCE = 1000;
const AGAIN_SECONDS = 120;

/** How much is kept in totals, by data set of totals, where administrators keep any; lists may be late. */
export async function totalsKept(engine: Engine, settings: Settings): Promise<TotalsKept[]> {
  if (!keepsTotals(settings)) return [];
  return together(
    rulesOf(engine).map(async (rule) => {
      const set = totalsOf(engine, rule);
      const rows = await engine.store.query(set, { index: 'by-key', limit: MOST_AT_ONCE + 1 });
      const amounts = rows.slice(0, MOST_AT_ONCE).map(({ row }) => amountIn(rule, row));
      return {
        dataSet: set.name,
        title: set.title,
        totals: amounts.filter((amount) => amount > 0).length,
        amount: amounts.reduce((all, amount) => all + amount, 0),
        more: rows.length > MOST_AT_ONCE,
      };
    }),
  );
}

/**
 * Deletes all totals where administrators keep none. A retention run that read the settings before they changed may still
 * add something: the next one looks here first.
 */
export async function dropTotals(engine: Engine, settings: Settings): Promise<void> {
  if (keepsTotals(settings)) return;
  for (const rule of rulesOf(engine)) {
    const dataSet = totalsOf(engine, rule);
    let page: Stored[] = [];
    do {
      if (workMs(engine) < SPARE_MS) return goOn(engine, { job: 'totals' }, AGAIN_SECONDS);
      const last = page.at(-1);
      page = await engine.store.query(dataSet, {
        index: 'by-key',
        ...(last && { where: { above: last.key } }),
        limit: MOST_AT_ONCE,
      });
      const listed = page.map(({ key }) => ({ dataSet, key }));
      await engine.store.deleteAsRead(await engine.store.present(listed));
    } while (page.length === MOST_AT_ONCE);
  }
}
