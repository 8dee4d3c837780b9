import { runReporting } from '../../../src/privacy/reporting/run';
import { StorageBusyError } from '../../../src/storage/failures';
import { failing, NOTHING_TO_DO, openMemoryScene, type MemoryScene } from './memory-scene';
import { DAY_MS } from './support';

const ANNA = '712020:anna';
const BEN = '712020:ben';
/** Transactions of a run: taking the turn, then the note of the answer. */
const THE_NOTE = 2;

describe('An answer that storage does not take at once', () => {
  let scene: MemoryScene;
  beforeEach(async () => {
    scene = openMemoryScene();
    await scene.register(ANNA);
    await scene.register(BEN);
    scene.pass(8 * DAY_MS);
    scene.answer = () => ({ ...NOTHING_TO_DO, closed: [BEN] });
  });

  const expectDone = (): void => {
    expect(scene.reports).toEqual([[ANNA, BEN]]);
    expect(scene.cohort().members.map(({ accountId }) => accountId)).toEqual([ANNA]);
    expect(scene.state()).toMatchObject({ failures: 0, counts: { calls: 1, accounts: 2, closed: 1 } });
    expect(scene.state().holder).toBeUndefined();
  };

  test.each([1, 2, 3, 4])('is held on to while it is busy (%d times), and asked for once', async (times) => {
    scene.fate = failing('transact', THE_NOTE, 'busy', times);
    await runReporting(scene.engine);
    expectDone();
    expect(scene.pauses).toHaveLength(times);
  });

  it('is noted and counted once where the note is made and only its answer lost', async () => {
    scene.fate = failing('transact', THE_NOTE, 'lost-answer');
    await runReporting(scene.engine);
    expectDone();
  });

  it('is given up after a minute; the turn then keeps the batch from being repeated at once', async () => {
    scene.fate = failing('transact', THE_NOTE, 'busy', 100);
    await expect(runReporting(scene.engine)).rejects.toBeInstanceOf(StorageBusyError);
    expect(scene.pauses.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(60_000);
    scene.fate = () => 'works';
    await expect(runReporting(scene.engine)).resolves.toEqual({ until: scene.state().heldUntil });
    expect(scene.reports).toHaveLength(1);
    scene.pass(16 * 60_000);
    await runReporting(scene.engine);
    expect(scene.reports).toHaveLength(2);
    expect(scene.cohort().members.map(({ accountId }) => accountId)).toEqual([ANNA]);
    expect(scene.state()).toMatchObject({ failures: 0, failure: 'cut-off' });
  });

  it('stands in the group until the erasure is taken, and is tried again in minutes', async () => {
    const busy = failing('transact', THE_NOTE + 1, 'busy', 100);
    scene.fate = (call) => (scene.logged.includes('closed-account-waits') ? 'works' : busy(call));
    await runReporting(scene.engine);
    expect(scene.cohort().members[1]).toMatchObject({ accountId: BEN });
    expect(scene.logged).toContain('closed-account-waits');
    expect(scene.pushed.at(-1)).toEqual({ message: { job: 'reporting', step: 1 }, delaySeconds: 300 });
    scene.pass(300_000);
    await runReporting(scene.engine);
    expectDone();
  });

  it('is done, and the turn given back, where storage does not say afterwards who is due next', async () => {
    scene.fate = (call) => (call === 'query' && scene.reports.length > 0 ? 'busy' : 'works');
    await expect(runReporting(scene.engine)).rejects.toBeInstanceOf(StorageBusyError);
    expectDone();
    scene.fate = () => 'works';
    await runReporting(scene.engine);
    expectDone();
    expect(scene.state()).not.toHaveProperty('failure');
  });

  it('is not even asked for where storage takes no write', async () => {
    scene.fate = failing('transact', 1, 'busy', 100);
    await expect(runReporting(scene.engine)).rejects.toBeInstanceOf(StorageBusyError);
    expect(scene.reports).toEqual([]);
  });

  it('is carried out although giving the turn back fails; the next run waits for its end', async () => {
    scene.answer = () => NOTHING_TO_DO;
    scene.fate = failing('transact', THE_NOTE + 1, 'busy', 100);
    await expect(runReporting(scene.engine)).rejects.toBeInstanceOf(StorageBusyError);
    scene.fate = () => 'works';
    scene.pass(7 * DAY_MS);
    await runReporting(scene.engine);
    expect(scene.reports).toEqual([
      [ANNA, BEN],
      [ANNA, BEN],
    ]);
  });
});

describe('A turn', () => {
  it('that was taken although the answer was lost is used', async () => {
    const scene = openMemoryScene();
    await scene.register(ANNA);
    scene.pass(8 * DAY_MS);
    scene.fate = failing('transact', 1, 'lost-answer');
    await runReporting(scene.engine);
    expect(scene.reports).toEqual([[ANNA]]);
  });

  it('that another run took over meanwhile writes nothing any more', async () => {
    const scene = openMemoryScene();
    await scene.register(ANNA);
    scene.pass(8 * DAY_MS);
    scene.answer = () => {
      scene.answer = () => NOTHING_TO_DO;
      scene.pass(20 * 60_000);
      return { ...NOTHING_TO_DO, closed: [ANNA] };
    };
    const { report } = scene.engine.reports;
    scene.engine.reports.report = async (accounts) => {
      const answer = await report(accounts);
      scene.engine.reports.report = report;
      await runReporting(scene.engine);
      return answer;
    };
    await runReporting(scene.engine);
    expect(scene.logged).toContain('reporting-lease-lost');
    expect(scene.cohort().members).toHaveLength(1);
  });
});

test('a group that cannot be worked on stops no other, and stays due', async () => {
  const scene = openMemoryScene();
  for (let n = 0; n < 91; n += 1) await scene.register(`712020:${n}`);
  scene.pass(8 * DAY_MS);
  scene.answer = (accounts) => {
    if (accounts.length === 90) throw new RangeError('of an error nobody thought of');
    return NOTHING_TO_DO;
  };
  await runReporting(scene.engine);
  expect(scene.logged).toContain('reporting-group-failed');
  expect(scene.reports.map(({ length }) => length)).toEqual([90, 1]);
  expect(scene.state()).toMatchObject({
    failures: 0,
    failure: 'unexpected',
    counts: { calls: 1, failures: 1 },
  });
  scene.answer = () => NOTHING_TO_DO;
  await runReporting(scene.engine);
  expect(scene.reports.map(({ length }) => length)).toEqual([90, 1, 90]);
});
