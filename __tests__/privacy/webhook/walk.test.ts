import { COHORT, REGISTER, type Cohort } from '../../../src/privacy/data-sets/cohort';
import { REPORTING, REPORTING_KEY } from '../../../src/privacy/data-sets/reporting';
import { STANDING } from '../../../src/privacy/data-sets/registration';
import { TAKEN_REQUEST, type TakenRequest } from '../../../src/privacy/data-sets/webhook-request';
import { MOST_DELAY_SECONDS, type Engine, type RelayMessage } from '../../../src/privacy/engine';
import { inBackground } from '../../../src/privacy/pace';
import { readSubject } from '../../../src/privacy/person/subject';
import { readReporting } from '../../../src/privacy/reporting/lease';
import { pepperOf } from '../../../src/privacy/sealing';
import { addDays, toInstant } from '../../../src/privacy/time';
import { enableWebhook } from '../../../src/privacy/webhook/keys';
import { accountDigest } from '../../../src/privacy/webhook/message';
import { resumeAnnounced } from '../../../src/privacy/webhook/resume';
import { setMostRestricted } from '../../../src/privacy/webhook/settings';
import { plant } from '../../setup/plant';
import { openMemoryScene, type MemoryScene } from '../reporting/memory-scene';

const DAY_MS = 86_400_000;
/** One cohort holds one of those who are held; the others hold people about whom nothing else is known here. */
const COHORTS = 400;
const FULL = 90;
const HELD = ['ann', 'bob', 'cid', 'dan', 'eve'];
const homeOf = (name: string): number => 1 + HELD.indexOf(name) * 98;
const CALL = 'a'.repeat(64);
const LATE = 'b'.repeat(64);

/** Many full cohorts, with one person who is held in some of them. */
async function manyCohorts(): Promise<MemoryScene> {
  const scene = openMemoryScene();
  const { engine } = scene;
  for (const name of HELD) await scene.register(name);
  const all = scene.cohort();
  for (let number = 1; number <= COHORTS; number += 1) {
    const names = HELD.filter((name) => homeOf(name) === number);
    await fill(engine, all, String(number), names);
  }
  await plant(engine.store, REGISTER, 'register', { open: String(COHORTS), version: 9 });
  await readReporting(engine);
  await enableWebhook(engine);
  scene.pass(DAY_MS);
  return scene;
}

async function fill(engine: Engine, all: Cohort, number: string, names: readonly string[]): Promise<void> {
  const some = all.members[0] ?? { accountId: '', updatedAt: '' };
  const others = Array.from({ length: FULL - names.length }, (_, n) => ({
    ...some,
    accountId: `unknown-${number}-${n}`,
  }));
  const members = [...others, ...all.members.filter(({ accountId }) => names.includes(accountId))];
  await plant(engine.store, COHORT, number, { ...all, size: FULL, members });
  for (const name of names) {
    const { subject } = await readSubject(engine, name);
    if (subject)
      await plant(engine.store, STANDING, `standing#${name}`, { ...subject.standing, cohort: number });
  }
}

/** A call that announced these people as closed, and that the queue lost. */
async function lostCall(engine: Engine, request: string, names: readonly string[]): Promise<void> {
  const claim = `a-claim-of-${request.slice(0, 8)}`;
  const pepper = await pepperOf(engine);
  const at = toInstant(engine.now());
  await plant(engine.store, TAKEN_REQUEST, request, {
    version: 1,
    claim,
    begunAt: at,
    endsAt: toInstant(addDays(engine.now(), 30)),
    accepted: true,
    waiting: names.map((name) => ({ what: 'closed' as const, digest: accountDigest(pepper, claim, name) })),
    waitingSince: at,
  });
}

/** Runs the duty, and then each event that goes on with it; gives how many events that were. */
async function untilItEnds(
  scene: MemoryScene,
  between: (event: number) => Promise<void> = async () => undefined,
): Promise<number> {
  let events = 0;
  let message: RelayMessage | undefined = { job: 'announcements' };
  while (message && events < 500) {
    await resumeAnnounced(inBackground(scene.engine, 'announcements'), message.from, message.walk);
    const next = scene.pushed.splice(0).at(-1);
    message = next?.message as RelayMessage | undefined;
    if (!next) return events;
    expect(next.delaySeconds).toBeLessThanOrEqual(MOST_DELAY_SECONDS);
    scene.pass(next.delaySeconds * 1000);
    events += 1;
    await between(events);
  }
  throw new Error('it does not end');
}

const announced = async ({ engine }: MemoryScene): Promise<string[]> => {
  const people: string[] = [];
  for (const name of HELD) {
    const { subject } = await readSubject(engine, name);
    if (subject?.standing.announcedAt !== undefined) people.push(name);
  }
  return people;
};
const waiting = async ({ engine }: MemoryScene): Promise<TakenRequest['waiting']> =>
  (await engine.store.get(TAKEN_REQUEST, CALL))?.waiting;

/** Moves somebody to a cohort as a merge does, and counts the move. */
async function move({ engine }: MemoryScene, name: string, to: string): Promise<void> {
  const from = String(homeOf(name));
  const rows = await engine.store.present([from, to].map((key) => ({ dataSet: COHORT, key })));
  const mover = rows[0]?.row.members.find(({ accountId }) => accountId === name);
  if (!mover) throw new Error('nobody to move');
  for (const { key, row } of rows) {
    const stay = row.members.filter(({ accountId }) => accountId !== name);
    const members = key === to ? [...stay.slice(1), mover] : stay;
    await plant(engine.store, COHORT, key, { ...row, size: members.length, members });
  }
  const { subject } = await readSubject(engine, name);
  if (subject) await plant(engine.store, STANDING, `standing#${name}`, { ...subject.standing, cohort: to });
  const reporting = await readReporting(engine);
  await plant(engine.store, REPORTING, REPORTING_KEY, { ...reporting, moves: (reporting.moves ?? 0) + 1 });
}

test('goes through all cohorts with its share, event after event, and drops then whom it did not find', async () => {
  const scene = await manyCohorts();
  await lostCall(scene.engine, CALL, [...HELD, 'nobody-who-is-held']);
  const left: number[] = [];
  const events = await untilItEnds(scene, async () => void left.push((await waiting(scene))?.length ?? 0));
  expect(events).toBeGreaterThan(5);
  expect(left[0]).toBe(HELD.length);
  expect(await announced(scene)).toEqual(HELD);
  expect(await waiting(scene)).toBeUndefined();
});

test('skips nobody who is moved meanwhile to a cohort that it has been through', async () => {
  const scene = await manyCohorts();
  await lostCall(scene.engine, CALL, ['eve']);
  await untilItEnds(scene, async (event) => {
    if (event === 2) await move(scene, 'eve', '3');
  });
  expect(await announced(scene)).toEqual(['eve']);
});

test('drops nothing of a call that is listed while it walks: that one has a walk of its own', async () => {
  const scene = await manyCohorts();
  await lostCall(scene.engine, CALL, ['eve']);
  await untilItEnds(scene, async (event) => {
    if (event === 2) await lostCall(scene.engine, LATE, ['ann']);
  });
  expect(await announced(scene)).toEqual(['ann', 'eve']);
});

test('drops nobody who was found and waits for another day, and gets past them', async () => {
  const scene = await manyCohorts();
  await setMostRestricted(scene.engine, 1, 50);
  scene.pushed.splice(0);
  await lostCall(scene.engine, CALL, HELD);
  for (let day = 1; day <= HELD.length; day += 1) {
    await untilItEnds(scene);
    expect(await announced(scene)).toHaveLength(day);
    scene.pass(DAY_MS);
  }
});
