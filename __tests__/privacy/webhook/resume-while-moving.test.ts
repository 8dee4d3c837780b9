import { COHORT, REGISTER, type Cohort } from '../../../src/privacy/data-sets/cohort';
import { STANDING } from '../../../src/privacy/data-sets/registration';
import { TAKEN_REQUEST } from '../../../src/privacy/data-sets/webhook-request';
import type { Engine } from '../../../src/privacy/engine';
import { readSubject } from '../../../src/privacy/person/subject';
import { mergeCohorts } from '../../../src/privacy/reporting/merge';
import { readReporting } from '../../../src/privacy/reporting/lease';
import { pepperOf } from '../../../src/privacy/sealing';
import { addDays, NEVER, toInstant } from '../../../src/privacy/time';
import { enableWebhook } from '../../../src/privacy/webhook/keys';
import { accountDigest } from '../../../src/privacy/webhook/message';
import { resumeAnnounced } from '../../../src/privacy/webhook/resume';
import { plant } from '../../setup/plant';
import { openMemoryScene, type MemoryScene } from '../reporting/memory-scene';

const DAY_MS = 86_400_000;
/** Groups are read 25 at a time: who stands in the last is read after the first ones. */
const LAST = '30';
const CLAIM = 'a-claim-of-the-lost-call';
const FIRST_GROUP = ['ann', 'bob', 'cid'];
const SECOND_GROUP = ['dan', 'eve'];
const MOVER = 'zoe';

/** Three small groups far apart: the one in the last is moved to the first as soon as groups are merged. */
async function apart(): Promise<MemoryScene> {
  const scene = openMemoryScene();
  const { engine } = scene;
  for (const name of [...FIRST_GROUP, ...SECOND_GROUP, MOVER]) await scene.register(name);
  const all = scene.cohort();
  await place(engine, all, '1', FIRST_GROUP);
  await place(engine, all, '28', SECOND_GROUP);
  await place(engine, all, LAST, [MOVER]);
  const empty = { version: 0, size: 0, countsFrom: NEVER, members: [] };
  await plant(engine.store, COHORT, '31', empty);
  await plant(engine.store, REGISTER, 'register', { open: '31', version: 9 });
  await readReporting(engine);
  scene.pass(DAY_MS);
  return scene;
}

async function place(engine: Engine, all: Cohort, number: string, names: readonly string[]): Promise<void> {
  const members = all.members.filter(({ accountId }) => names.includes(accountId));
  await plant(engine.store, COHORT, number, { ...all, size: members.length, members });
  for (const name of names) {
    const { subject } = await readSubject(engine, name);
    if (subject)
      await plant(engine.store, STANDING, `standing#${name}`, { ...subject.standing, cohort: number });
  }
}

/** A call that announced the person as closed, and that the queue lost. */
async function lostCall(engine: Engine, accountId: string): Promise<void> {
  await enableWebhook(engine);
  const at = toInstant(engine.now());
  await plant(engine.store, TAKEN_REQUEST, 'a'.repeat(64), {
    version: 1,
    claim: CLAIM,
    begunAt: at,
    endsAt: toInstant(addDays(engine.now(), 30)),
    accepted: true,
    waiting: [{ what: 'closed', digest: accountDigest(await pepperOf(engine), CLAIM, accountId) }],
    waitingSince: at,
  });
}

/** Does something as soon as the first groups were read. */
function onceGroupsAreRead(engine: Engine, work: () => Promise<unknown>): Engine {
  let done = false;
  const present: Engine['store']['present'] = async (refs) => {
    const rows = await engine.store.present(refs);
    if (!done && refs[0]?.dataSet.name === COHORT.name && refs.length > 2) {
      done = true;
      await work();
    }
    return rows;
  };
  return { ...engine, store: { ...engine.store, present } };
}

const cohortOf = async ({ engine }: MemoryScene): Promise<string | undefined> =>
  (await readSubject(engine, MOVER)).subject?.standing.cohort;

describe('Going through everybody for whom a lost call stands', () => {
  it('finds who is moved meanwhile from a group that is read later to one that was read before', async () => {
    const scene = await apart();
    const { engine } = scene;
    await lostCall(engine, MOVER);
    await resumeAnnounced(onceGroupsAreRead(engine, () => mergeCohorts(engine)));
    expect(await cohortOf(scene)).toBe('1');
    expect((await readSubject(engine, MOVER)).subject?.standing).toHaveProperty('announcedAt');
    expect(await engine.store.get(TAKEN_REQUEST, 'a'.repeat(64))).not.toHaveProperty('waiting');
  });

  it('reads each group once where nobody is moved', async () => {
    const scene = await apart();
    await lostCall(scene.engine, 'nobody-who-is-held');
    let read = 0;
    const present: Engine['store']['present'] = (refs) => {
      read += refs.filter(({ dataSet }) => dataSet.name === COHORT.name).length;
      return scene.engine.store.present(refs);
    };
    await resumeAnnounced({ ...scene.engine, store: { ...scene.engine.store, present } });
    expect(read).toBe(31);
  });
});
