import { COHORT } from '../../src/privacy/data-sets/cohort';
import { countPeople } from '../../src/privacy/people';
import { reportingView } from '../../src/privacy/reporting/view';
import { openMemoryScene, type MemoryScene } from './reporting/memory-scene';
import { plant } from '../setup/plant';

/** A site of so many groups, each as large as the first. */
async function siteOf(groups: number): Promise<MemoryScene> {
  const scene = openMemoryScene();
  await scene.register('person-anna');
  await scene.register('person-ben');
  const first = scene.cohort();
  for (let n = 2; n <= groups; n += 1) await plant(scene.store, COHORT, String(n), first);
  return scene;
}

it('people are counted as far as it says', async () => {
  const { engine } = await siteOf(500);
  await expect(countPeople(engine)).resolves.toEqual({ people: 1000 });
});

it('where there are more groups than are counted, it says so, also of reporting', async () => {
  const { engine } = await siteOf(501);
  await expect(countPeople(engine)).resolves.toEqual({ people: 1000, morePeople: true });
  await expect(reportingView(engine)).resolves.toMatchObject({ people: 1000, morePeople: true });
});
