import type { LocalForge } from '../../local/forge';
import { personOf, type TestPerson } from '../behaviour/person';
import { PEOPLE } from '../setup/test-site';

/** A short life of the app, after which the statements of the notice are checked: Anna and Ben log time. */
export interface Scene {
  forge: LocalForge;
  anna: TestPerson;
  ben: TestPerson;
  admin: TestPerson;
  annaId: string;
}

export async function playScene(forge: LocalForge): Promise<Scene> {
  const scene: Scene = {
    forge,
    anna: personOf(forge, PEOPLE.anna),
    ben: personOf(forge, PEOPLE.ben),
    admin: personOf(forge, PEOPLE.admin),
    annaId: PEOPLE.anna,
  };
  await scene.anna.log('2026-02-26', '2h');
  await scene.anna.log('2026-02-27', '3h');
  await scene.ben.log('2026-02-27', '1h');
  return scene;
}

/** Everything stored, keys and values, as one text. */
export const bytesOf = (forge: LocalForge): string =>
  JSON.stringify(forge.storage.dump(forge.installations.get().storageId));

export const logsOf = (forge: LocalForge): string[] => forge.invocations.list().flatMap(({ logs }) => logs);
