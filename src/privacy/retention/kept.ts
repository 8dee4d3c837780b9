import type { TotalsKept } from '../../contract';
import type { Stored } from '../../storage/query';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { workMs } from '../pace';
import { goOn } from '../relay';
import { amountIn, keepsTotals, rulesOf, totalsOf } from './totals';
import { together } from '../../storage/together';

/** Totals looked at in one go. */
const MOST_AT_ONCE = 1000;
/** Before the invocation ends, to hand over in time. */
const SPARE_MS = 20_000;
const AGAIN_SECONDS = 120;

/** How much is kept in totals, by data set of totals; lists may be late. */
export function totalsKept(engine: Engine): Promise<TotalsKept[]> {
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
