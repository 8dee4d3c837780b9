import { randomUUID } from 'node:crypto';
import { sha256 } from '../../src/privacy/digest';
import { createRandom } from '../../local/random';
import { expectConsistent } from '../setup/consistent';
import { expectStoredIsDeclared } from '../setup/stored-is-declared';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const USERS = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe, PEOPLE.admin];
const REASONS = ['person-asked', 'correction', 'security'];
const TO_ERASE = ['person-asked', 'unlawful', 'left-organisation'];
const STEPS = 400;

type Pick = <Item>(items: readonly Item[]) => Item;
type Step = (pick: Pick, whose: string) => Promise<unknown>;

const idsOf = (accountId: string): string[] =>
  app
    .stored('time-entry')
    .map(({ key }) => key.split('#'))
    .flatMap(([owner, id]) => (owner === accountId && id !== undefined ? [id] : []));

/** What people do on a site in the course of weeks, more often first. */
const STEPS_BY_WEIGHT: Array<[weight: number, step: Step]> = [
  [40, (pick, whose) => logSome(pick, whose)],
  [
    10,
    (pick, whose) =>
      app.person(whose).user('deleteEntries', { ids: [pick([...idsOf(whose), randomUUID()])] }),
  ],
  [
    8,
    (pick, whose) => app.person(whose).user(pick(['getPanel', 'getOverview', 'exportPage', 'listEntries'])),
  ],
  [4, (pick, whose) => app.person(whose).user('setRestriction', { restricted: pick([true, false]) })],
  [4, (_, whose) => acknowledge(whose)],
  [5, (pick, whose) => look(pick, whose, pick(['listEntriesOf', 'exportPageOf']))],
  [
    3,
    (pick, whose) => look(pick, whose, 'deleteEntriesOf', { ids: [pick([...idsOf(whose), randomUUID()])] }),
  ],
  [3, (_, whose) => app.person(whose).user('eraseMyData', { receiptHash: sha256(whose) })],
  [1, (pick, whose) => erase(pick, whose)],
  [12, (pick) => app.forge.clock.advance(pick([60_000, 3_600_000, 86_400_000, 3 * 86_400_000]))],
  [3, (pick) => faults(pick)],
  [3, async (pick) => void (app.forge.storage.settings.queryLagMs = pick([0, { min: 0, max: 300_000 }]))],
  [1, (pick) => keepFor(pick([30, 60, 1095]))],
];

async function logSome(pick: Pick, whose: string): Promise<void> {
  const day = new Date(app.forge.clock.now() - pick([0, 1, 2, 30, 400]) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const person = app.person(whose);
  await Promise.all([person.log(day, pick(['1m', '2h', '9h'])), person.log(day, '7h', '20002')]);
}

async function acknowledge(whose: string): Promise<void> {
  const { version } = await app.person(whose).user('getNotice');
  await app.person(whose).user('acknowledgeNotice', { version });
}

const look = (
  pick: Pick,
  accountId: string,
  name: 'listEntriesOf' | 'exportPageOf' | 'deleteEntriesOf',
  more: object = {},
): Promise<unknown> => app.person(PEOPLE.admin).admin(name, { accountId, reason: pick(REASONS), ...more });

const erase = (pick: Pick, accountId: string): Promise<unknown> =>
  app
    .person(PEOPLE.admin)
    .admin('erasePerson', { accountId, reason: pick(TO_ERASE), receiptHash: sha256(accountId) });

async function faults(pick: Pick): Promise<void> {
  app.forge.faults.clear();
  const outcome = pick([{ kind: 'rate-limited' }, { kind: 'lost-response' }, { kind: 'cut' }] as const);
  if (pick([true, false])) app.forge.faults.add({ remote: 'kvs', probability: 0.05, outcome });
}

const keepFor = (days: number): Promise<void> =>
  app.forge.storage.load(app.forge.installations.get().storageId, [
    { store: 'plain', key: 'settings', value: { retentionDays: { 'time-entry': days } } },
  ]);

const BAG = STEPS_BY_WEIGHT.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));

test.each([1, 2, 3])(
  'A long session of everyone, with seed %d, leaves storage in order',
  async (seed) => {
    const random = createRandom(seed);
    const pick: Pick = (items) => items[Math.floor(random() * items.length)] as (typeof items)[number];
    for (let step = 1; step <= STEPS; step += 1) {
      await pick(BAG)(pick, pick(USERS));
      if (step % 20 !== 0) continue;
      expectStoredIsDeclared(app.forge);
      expectConsistent(app.forge);
    }
    app.forge.faults.clear();
    app.forge.storage.settings.queryLagMs = 0;
    await app.forge.clock.advance(4 * 86_400_000);
    expect(new Set(app.stored().map(({ entityName }) => entityName)).size).toBeGreaterThan(7);
    const unfinished = app.stored('erasure').filter(({ value }) => 'subject' in (value as object));
    expect(unfinished).toEqual([]);
  },
  60_000,
);
