import type { Engine } from '../privacy/engine';
import { addSeconds, toInstant } from '../privacy/time';
import type { RangeCondition } from '../storage/layout';
import { SCRATCH } from './data-sets';
import type { Step } from './step';

/** More are not left by a check; where there are, the next time takes the rest. */
const MOST_AT_ONCE = 200;
/** What is younger may be of a check that is under way. */
const OLD_SECONDS = 3600;

/** Deletes what earlier checks left that were cut off, and what this one did. */
export const removeLeftovers: Step = async ({ engine }) => {
  await drop(engine);
  return {};
};

/** The same each day, of checks that nobody went on with. */
export const dropScratch = (engine: Engine): Promise<void> =>
  drop(engine, { below: toInstant(addSeconds(engine.now(), -OLD_SECONDS)) });

async function drop(engine: Engine, where?: RangeCondition): Promise<void> {
  const asked = { index: 'by-key', limit: MOST_AT_ONCE, ...(where && { where }) };
  const listed = await engine.store.query(SCRATCH, asked);
  const rows = await engine.store.present(listed.map(({ key }) => ({ dataSet: SCRATCH, key })));
  await engine.store.deleteAsRead(rows);
}
