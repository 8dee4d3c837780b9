import { engine } from '../../src/app';
import { RELAY, RELAY_KEY, type Relay } from '../../src/privacy/data-sets/relay';
import type { Engine, JobMessage } from '../../src/privacy/engine';
import { goOn, isOvertaken } from '../../src/privacy/relay';
import { openInside, type Inside } from '../setup/inside';
import { heldBefore } from './erasure/meeting';

let inside: Inside;
let pushed: JobMessage[];
beforeEach(async () => {
  inside = await openInside();
  pushed = [];
});
afterEach(() => inside.forge.close());

const quiet = (by: Engine): Engine => ({
  ...by,
  queue: { push: async (message) => void pushed.push(message) },
});
const relay = (): Promise<Relay | undefined> => inside.run(() => engine.store.get(RELAY, RELAY_KEY));

test('each event of a duty overtakes those before it, and none of another duty', async () => {
  await inside.run(() => goOn(quiet(engine), { job: 'retention' }, 0));
  await inside.run(() => goOn(quiet(engine), { job: 'removed' }, 0));
  await inside.run(() => goOn(quiet(engine), { job: 'retention', from: {} }, 0));
  expect(pushed).toEqual([
    { job: 'retention', step: 1 },
    { job: 'removed', step: 1 },
    { job: 'retention', from: {}, step: 2 },
  ]);
  const overtaken = await inside.run(async () => [
    await isOvertaken(engine, 'retention', 1),
    await isOvertaken(engine, 'retention', 2),
    await isOvertaken(engine, 'retention', undefined),
    await isOvertaken(engine, 'removed', 1),
    await isOvertaken(engine, 'totals', 1),
  ]);
  expect(overtaken).toEqual([true, false, false, false, false]);
});

test('two duties that are handed over at one moment keep the step of each', async () => {
  await inside.run(() => goOn(quiet(engine), { job: 'totals' }, 0));
  const other = () => goOn(quiet(engine), { job: 'removed' }, 0);
  await inside.run(() => goOn(quiet(heldBefore('transaction', other)), { job: 'retention' }, 0));
  await expect(relay()).resolves.toMatchObject({ totals: 1, retention: 1, removed: 1 });
});

test('a slower hand-over of a duty does not put it back', async () => {
  const faster = async (): Promise<void> => {
    await goOn(quiet(engine), { job: 'retention' }, 0);
    await goOn(quiet(engine), { job: 'retention' }, 0);
  };
  await inside.run(() => goOn(quiet(heldBefore('transaction', faster)), { job: 'retention' }, 0));
  await expect(relay()).resolves.toMatchObject({ retention: 2 });
});
