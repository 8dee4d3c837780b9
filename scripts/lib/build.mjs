import { withLock } from './lock.mjs';
import { products } from './products.mjs';
import { at } from './root.mjs';
import { isFresh, makeStamped } from './stamp.mjs';
import { step } from './step.mjs';

/**
 * Builds what is not up to date with its sources.
 * @param {{ force?: boolean }} [options]
 */
export async function ensureBuilt({ force = false } = {}) {
  await withLock(at('.local/build/lock'), async () => {
    const fresh = await Promise.all(products.map((product) => !force && isFresh(product)));
    const stale = products.filter((_, index) => !fresh[index]);
    if (stale.length === 0) return;
    await step(`Building ${stale.map(({ name }) => name).join(', ')}`, async () => {
      const outcomes = await Promise.allSettled(stale.map(makeStamped));
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    });
  });
}
