import * as fc from 'fast-check';
import { emptyCohort } from '../../../src/privacy/cohorts';
import { COHORT } from '../../../src/privacy/data-sets/cohort';
import { FIGURES, FIGURES_KEY } from '../../../src/privacy/data-sets/figures';
import { countPeople, peopleOf } from '../../../src/privacy/person/figures';
import { reportingView } from '../../../src/privacy/reporting/view';
import { runCount } from '../../setup/run-count';
import { plant } from '../../setup/plant';
import { openMemoryScene, type MemoryScene } from '../reporting/memory-scene';

const MINUTE_MS = 60_000;

/** A site with groups of these sizes. */
async function siteOf(sizes: readonly number[]): Promise<MemoryScene> {
  const scene = openMemoryScene();
  for (const [n, size] of sizes.entries()) {
    await plant(scene.store, COHORT, String(n + 1), { ...emptyCohort(), size });
  }
  return scene;
}

const shown = async ({ engine }: MemoryScene) =>
  peopleOf(engine, await engine.store.get(FIGURES, FIGURES_KEY));
const row = ({ store }: MemoryScene) => store.rows.get('figures')?.get(FIGURES_KEY);
const asked = ({ pushed }: MemoryScene): number =>
  pushed.filter(({ message }) => message.job === 'figures').length;

/** Delivers the events that were pushed, until there are no more; gives how many that were. */
async function settle(scene: MemoryScene): Promise<number> {
  let events = 0;
  for (let event = scene.pushed.shift(); event; event = scene.pushed.shift()) {
    scene.pass(event.delaySeconds * 1000);
    await countPeople(scene.engine);
    events += 1;
  }
  return events;
}

describe('How many people have data here', () => {
  it('is counted now on a small site, where nothing is kept of it', async () => {
    const scene = await siteOf([90, 17]);
    await expect(shown(scene)).resolves.toEqual({ people: 107 });
    await countPeople(scene.engine);
    expect(row(scene)).toBeUndefined();
    expect(scene.pushed).toEqual([]);
  });

  it('is at least what is seen at first on a larger one, then what was counted, and when', async () => {
    const scene = await siteOf(Array<number>(501).fill(2));
    await expect(shown(scene)).resolves.toEqual({ people: 6, morePeople: true });
    await expect(reportingView(scene.engine)).resolves.toMatchObject({ people: 6, morePeople: true });
    const began = scene.engine.now().toISOString();
    await settle(scene);
    const counted = { people: 1002, peopleAsOf: began };
    await expect(shown(scene)).resolves.toEqual(counted);
    await expect(reportingView(scene.engine)).resolves.toMatchObject(counted);
  });

  it('is counted again when somebody looks ten minutes later, and not more often', async () => {
    const scene = await siteOf([90, 90, 90, 5]);
    await shown(scene);
    expect(await settle(scene)).toBe(1);
    for (let minute = 0; minute < 9; minute += 1) {
      scene.pass(MINUTE_MS);
      await expect(shown(scene)).resolves.toMatchObject({ people: 275 });
    }
    expect(asked(scene)).toBe(0);
    await plant(scene.store, COHORT, '5', { ...emptyCohort(), size: 3 });
    scene.pass(2 * MINUTE_MS);
    await expect(shown(scene)).resolves.toMatchObject({ people: 275 });
    expect(await settle(scene)).toBe(1);
    await expect(shown(scene)).resolves.toMatchObject({ people: 278 });
  });

  it('asks for no second count while one is under way, and begins anew where one does not go on', async () => {
    const scene = await siteOf(Array<number>(250).fill(1));
    await countPeople(scene.engine);
    expect(scene.pushed.splice(0)).toHaveLength(1);
    await shown(scene);
    expect(asked(scene)).toBe(0);
    scene.pass(61 * MINUTE_MS);
    await shown(scene);
    expect(asked(scene)).toBe(1);
    await settle(scene);
    await expect(shown(scene)).resolves.toMatchObject({ people: 250 });
  });

  it('is counted on, once it was, where the site became small again', async () => {
    const scene = await siteOf([90, 90, 90]);
    await countPeople(scene.engine);
    await plant(scene.store, COHORT, '3', { ...emptyCohort(), size: 0 });
    scene.pass(11 * MINUTE_MS);
    await shown(scene);
    await settle(scene);
    await expect(shown(scene)).resolves.toMatchObject({ people: 180 });
  });

  it('is told as before where the queue is busy', async () => {
    const scene = await siteOf([90, 90, 90]);
    scene.engine.queue.push = async () => {
      throw new Error('busy');
    };
    await expect(shown(scene)).resolves.toEqual({ people: 270, morePeople: true });
    expect(scene.logged).toEqual(['figures-not-queued']);
  });

  it('is the sum of all groups, whatever comes twice and however they are cut', async () => {
    const sizes = fc.array(fc.nat(90), { minLength: 3, maxLength: 350 });
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        async (all, doubled) => {
          const scene = await siteOf(all);
          scene.pushed.push({ message: { job: 'figures' }, delaySeconds: 0 });
          for (let n = 0, event = scene.pushed.shift(); event; n += 1, event = scene.pushed.shift()) {
            const again = doubled[n % doubled.length];
            await Promise.all([countPeople(scene.engine), ...(again ? [countPeople(scene.engine)] : [])]);
            scene.pass(1000);
          }
          await expect(shown(scene)).resolves.toMatchObject({
            people: all.reduce((sum, size) => sum + size, 0),
          });
        },
      ),
      { numRuns: runCount(20, 200) },
    );
  });

  it('costs a page of groups at a time, a minute apart', async () => {
    const scene = await siteOf(Array<number>(1112).fill(90));
    await shown(scene);
    let pages = 0;
    scene.fate = (call) => {
      pages += call === 'query' ? 1 : 0;
      return 'works';
    };
    const from = scene.engine.now().getTime();
    expect(await settle(scene)).toBe(12);
    expect(pages).toBe(12);
    expect(scene.engine.now().getTime() - from).toBe(11 * MINUTE_MS);
    await expect(shown(scene)).resolves.toMatchObject({ people: 100_080 });
  });
});
