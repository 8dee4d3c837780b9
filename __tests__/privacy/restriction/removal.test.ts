import { PERSON, STANDING, type Standing } from '../../../src/privacy/data-sets/registration';
import type { Engine } from '../../../src/privacy/engine';
import { seenOnSite } from '../../../src/privacy/person/write';
import { eraseRemoved, noteRemoved, askWhetherBack } from '../../../src/privacy/restriction/removal';
import { setRestriction } from '../../../src/privacy/restriction/restriction';
import { applyOne } from '../../../src/privacy/webhook/apply';
import { enableWebhook } from '../../../src/privacy/webhook/keys';
import { dismissAnnounced } from '../../../src/privacy/webhook/announcements';
import { readSubject } from '../../../src/privacy/person/subject';
import { toInstant } from '../../../src/privacy/time';
import { openMemoryScene, type MemoryScene } from '../reporting/memory-scene';

const DAY_MS = 86_400_000;
const nameOf = (nth: number): string => `person-${String(nth).padStart(4, '0')}`;

async function people(scene: MemoryScene, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, nth) => nameOf(nth));
  for (const name of names) await scene.register(name);
  return names;
}

const heldOf = async ({ engine }: MemoryScene, names: readonly string[]): Promise<string[]> => {
  const rows = await engine.store.getAll(names.map((key) => ({ dataSet: PERSON, key })));
  return names.filter((_, at) => rows[at]);
};

const standingOf = async ({ engine }: MemoryScene, name: string): Promise<Standing | undefined> =>
  (await readSubject(engine, name)).subject?.standing;

/** Runs something once, right after the first strict read of standing rows: the moment in which a list can become untrue. */
function afterListing(engine: Engine, work: () => Promise<unknown>): Engine {
  let done = false;
  const getAll: Engine['store']['getAll'] = async (refs) => {
    const rows = await engine.store.getAll(refs);
    if (!done && refs[0]?.dataSet === STANDING) {
      done = true;
      await work();
    }
    return rows;
  };
  return { ...engine, store: { ...engine.store, getAll } };
}

describe('The duty that erases people who were removed from the site', () => {
  it('goes on with the others where one is back in the very moment', async () => {
    const scene = openMemoryScene();
    const names = await people(scene, 3);
    for (const name of names) await noteRemoved(scene.engine, name);
    scene.pass(31 * DAY_MS);
    const lift = () =>
      setRestriction(scene.engine, nameOf(0), 'administrator', false, { reason: 'security' });
    await eraseRemoved(afterListing(scene.engine, lift));
    expect(await heldOf(scene, names)).toEqual([nameOf(0)]);
  });

  it('comes to those behind many that are held, though all were removed at one moment', async () => {
    const scene = openMemoryScene();
    const names = await people(scene, 1100);
    for (const name of names) {
      if (name < nameOf(1050))
        await setRestriction(scene.engine, name, 'administrator', true, { reason: 'legal-duty' });
      await noteRemoved(scene.engine, name);
    }
    scene.pass(31 * DAY_MS);
    await eraseRemoved(scene.engine);
    expect(await heldOf(scene, names)).toEqual(names.slice(0, 1050));
  });

  it('hands the rest to the queue when its time is over, and ends there', async () => {
    const scene = openMemoryScene();
    const names = await people(scene, 3);
    for (const name of names) await noteRemoved(scene.engine, name);
    scene.pass(31 * DAY_MS);
    let looks = 0;
    await eraseRemoved({ ...scene.engine, remainingMs: () => ((looks += 1) > 2 ? 1000 : 900_000) });
    expect(scene.pushed.filter(({ message }) => message.job === 'removed')).toHaveLength(1);
    expect(await heldOf(scene, names)).toHaveLength(1);
    await eraseRemoved(scene.engine);
    expect(await heldOf(scene, names)).toEqual([]);
  });

  it('passes over those of whom Jira says nothing, and gives up once it says nothing of five in a row', async () => {
    const scene = openMemoryScene();
    const names = await people(scene, 12);
    for (const name of names) await noteRemoved(scene.engine, name);
    scene.pass(31 * DAY_MS);
    const askedOf: string[] = [];
    scene.onSite = (name) => {
      askedOf.push(name);
      const silent = name < nameOf(4) || name >= nameOf(6);
      return silent ? { kind: 'failed', why: 'unavailable' } : { kind: 'gone' };
    };
    await eraseRemoved(scene.engine);
    expect(await heldOf(scene, names)).toEqual(
      names.filter((name) => name !== nameOf(4) && name !== nameOf(5)),
    );
    expect(askedOf).toEqual(names.slice(0, 11));
  });

  it('takes back only the removal about which Jira was asked', async () => {
    const scene = openMemoryScene();
    await people(scene, 1);
    await noteRemoved(scene.engine, nameOf(0));
    const { removedAt = '' } = (await standingOf(scene, nameOf(0))) ?? {};
    scene.pass(DAY_MS);
    await seenOnSite(scene.engine, (await readSubject(scene.engine, nameOf(0))).subject);
    await noteRemoved(scene.engine, nameOf(0));
    scene.onSite = () => ({ kind: 'on-site' });
    await askWhetherBack(scene.engine, nameOf(0), removedAt);
    expect((await standingOf(scene, nameOf(0)))?.removedAt).not.toBe(removedAt);
    expect(await standingOf(scene, nameOf(0))).toHaveProperty('removedAt');
  });
});

describe('Of two things that were said of a person', () => {
  const both = async (): Promise<MemoryScene> => {
    const scene = openMemoryScene();
    await scene.register(nameOf(0));
    await enableWebhook(scene.engine);
    await noteRemoved(scene.engine, nameOf(0));
    scene.pass(DAY_MS);
    const receivedAt = toInstant(scene.engine.now());
    await applyOne(scene.engine, { what: 'closed', accountId: nameOf(0) }, receivedAt);
    return scene;
  };

  it('the announcement goes on holding when they use the app, and restricts as before', async () => {
    const scene = await both();
    const { subject } = await readSubject(scene.engine, nameOf(0));
    await seenOnSite(scene.engine, subject);
    const standing = await standingOf(scene, nameOf(0));
    expect(standing).toMatchObject({ restrictedBy: 'webhook', announcedAt: standing?.restrictedAt });
    expect(standing).not.toHaveProperty('removedAt');
  });

  it('the removal goes on holding when the announcement is dismissed', async () => {
    const scene = await both();
    await seenOnSite(scene.engine, (await readSubject(scene.engine, nameOf(0))).subject);
    await noteRemoved(scene.engine, nameOf(0));
    await dismissAnnounced(scene.engine, nameOf(0), 'support');
    const standing = await standingOf(scene, nameOf(0));
    expect(standing).toMatchObject({ restrictedBy: 'atlassian', removedAt: standing?.restrictedAt });
  });
});
