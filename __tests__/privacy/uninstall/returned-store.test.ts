import type { LocalForge } from '../../../local/forge';
import type { StoredRow } from '../../../local/storage';
import { engine } from '../../../src/app';
import { INSTALLATION, type Installation } from '../../../src/privacy/data-sets/installation';
import { sha256 } from '../../../src/privacy/digest';
import { adminFunctions } from '../../../src/resolvers/admin';
import { userFunctions } from '../../../src/resolvers/user';
import { personOf } from '../../behaviour/person';
import { contradictions, stored, storeMentions } from '../../properties/stored';
import { payloadsAbout } from '../../resolvers/payload-forge';
import { storedRows } from '../../setup/use-forge';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { comeBack, comeBackWhole, DAY_MS, HOUR_MS, livedInForge } from './lived-in';
import { isOf, rawRow } from '../../setup/rows-of';

let forge: LocalForge;
beforeEach(async () => {
  forge = await livedInForge();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await forge.close();
});

/** The state of the store, or whose it is where it is not the present installation's. */
function stateOf(): string | undefined {
  const [row] = storedRows(forge, 'installation');
  if (!row) return undefined;
  const { state, installation } = row.value as Installation;
  return installation === sha256(forge.installations.get().id) ? state : `${state} elsewhere`;
}

const FUNCTIONS = [
  ...Object.keys(userFunctions).map((name) => ['privacy-panel', name, PEOPLE.anna] as const),
  ...Object.keys(adminFunctions).map((name) => ['privacy-admin', name, PEOPLE.admin] as const),
];

function ask([moduleKey, functionKey, accountId]: (typeof FUNCTIONS)[number]): Promise<unknown> {
  const { needs = {} } = payloadsAbout(PEOPLE.anna)[functionKey] ?? {};
  const extension = { issue: { id: '20001' } };
  return forge.invoke({ moduleKey, functionKey, payload: needs, accountId, extension });
}

const CAME_BACK = {
  error: { code: 'CONFLICT', says: { key: 'refused.came-back' } },
};

describe('A store that came back whole', () => {
  it('shows and takes nothing, whatever is asked, and nothing is changed by asking', async () => {
    await comeBackWhole(forge);
    const before = stored(forge).rows;
    for (const one of FUNCTIONS) {
      expect({ one, answer: await ask(one) }).toEqual({ one, answer: CAME_BACK });
    }
    expect(stored(forge).rows).toEqual(before);
  });

  it('is taken over by the first who asks, and still shows nothing until it is looked through', async () => {
    await comeBackWhole(forge);
    await ask(['privacy-panel', 'getOverview', PEOPLE.anna]);
    forge.queue.mode.extraDelayMs = HOUR_MS;
    await forge.clock.advance(1_000);
    forge.queue.mode.extraDelayMs = 0;
    for (let turn = 0; turn < 3 && stateOf() !== 'returned'; turn += 1) await forge.clock.advance(HOUR_MS);
    expect(stateOf()).toBe('returned');
    for (const one of FUNCTIONS) expect({ one, answer: await ask(one) }).toEqual({ one, answer: CAME_BACK });
  });

  it('is scanned and reported in full by itself, and then goes on as it was', async () => {
    const before = forge.atlassian.reports.length;
    const entries = stored(forge).entries;
    await comeBackWhole(forge);
    await forge.clock.advance(DAY_MS + 4 * HOUR_MS);
    expect(stateOf()).toBe('in-use');
    expect(contradictions(forge)).toEqual([]);
    expect(stored(forge).entries).toEqual(entries);
    const told = forge.atlassian.reports.slice(before).flatMap(({ accounts }) => accounts);
    expect(told.map(({ accountId }) => accountId).sort()).toEqual([PEOPLE.anna, PEOPLE.ben].sort());
    const panel = await personOf(forge, PEOPLE.anna).user('getPanel');
    expect(panel.entries).toHaveLength(3);
    expect((await personOf(forge, PEOPLE.anna).log('2026-03-03')).error).toBeUndefined();
  });

  it('has those reported, too, whose group no query lists yet', async () => {
    const late = await openTestForge({ storage: { queryLagMs: 3 * DAY_MS } });
    await personOf(late, PEOPLE.anna).log('2026-03-01');
    await comeBackWhole(late);
    await personOf(late, PEOPLE.ben).user('getOverview');
    await late.clock.advance(DAY_MS / 2);
    // The report itself goes by a query, so that it is late, and nothing is shown before.
    expect((await personOf(late, PEOPLE.anna).user('getPanel')).error?.code).toBe('CONFLICT');
    expect(storedRows(late, 'cohort')).toMatchObject([
      { value: { countsFrom: expect.stringMatching(/^2026-02/) } },
    ]);
    await late.close();
  });

  it('has what an erasure left behind found before anyone uses it', async () => {
    await comeBackWhole(forge);
    const position = '2026-02-01#11111111222243338444555555555555';
    await forge.storage.load(forge.installations.get().storageId, [
      {
        store: 'entity',
        entityName: 'time-entry',
        key: `${PEOPLE.chloe}#${position.slice(11)}`,
        value: {
          accountId: PEOPLE.chloe,
          issueId: '20001',
          startedOn: '2026-02-01',
          seconds: 3600,
          createdAt: '2026-02-01T10:00:00.000Z',
          position,
        },
      },
    ]);
    await forge.clock.advance(2 * DAY_MS);
    expect(stateOf()).toBe('in-use');
    expect(JSON.stringify(stored(forge).rows)).not.toContain(PEOPLE.chloe);
  });

  it('does not wait longer than about a day for Atlassian', async () => {
    await comeBackWhole(forge);
    forge.faults.add({
      remote: 'stargate',
      path: /report-accounts/,
      outcome: { kind: 'answer', status: 503 },
    });
    await ask(['privacy-panel', 'getOverview', PEOPLE.anna]);
    await forge.clock.advance(20 * HOUR_MS);
    expect(stateOf()).toBe('returned');
    await forge.clock.advance(10 * HOUR_MS);
    expect(stateOf()).toBe('in-use');
  });

  it('is recognised by the daily run too, though nobody asks and the queue loses its events', async () => {
    await comeBackWhole(forge);
    forge.queue.mode.losses = 1;
    await forge.clock.advance(DAY_MS);
    expect(stateOf()).toBe('returned');
    forge.queue.mode.losses = 0;
    await forge.clock.advance(2 * DAY_MS);
    expect(stateOf()).toBe('in-use');
  });
});

describe('A store whose uninstall emptied it', () => {
  it('is as new once somebody came', async () => {
    await comeBack(forge);
    expect(stored(forge).rows).toHaveLength(1);
    const anna = personOf(forge, PEOPLE.anna);
    expect((await anna.user('getPanel')).error).toMatchObject({
      says: { key: 'refused.earlier-installation' },
    });
    await forge.clock.advance(HOUR_MS / 2);
    expect(stateOf()).toBe('leaving elsewhere');
    await forge.clock.advance(HOUR_MS);
    expect((await anna.user('getPanel')).entries).toEqual([]);
    expect((await personOf(forge, PEOPLE.anna).log('2026-03-02')).error).toBeUndefined();
    expect(stateOf()).toBe('in-use');
  });

  it('in part is emptied to the end, and shows nothing until then', async () => {
    jest.spyOn(engine, 'pause').mockResolvedValue();
    forge.storage.settings.queryLagMs = HOUR_MS;
    await comeBack(forge);
    expect(stateOf()).toBe('leaving elsewhere');
    expect(stored(forge).entries).toEqual([]);
    expect(await ask(['privacy-panel', 'getOverview', PEOPLE.anna])).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await forge.clock.advance(DAY_MS);
    expect(stateOf()).toBe('in-use');
    // The daily run of the store that is in use again notes the notice, which is about nobody.
    const kinds = ['installation', 'reporting', 'notice-archive', 'notice-text'] as const;
    const stays = (row: StoredRow): boolean => kinds.some((kind) => isOf(row, kind));
    expect(stored(forge).rows.filter((row) => !stays(row))).toEqual([]);
  });
});

test('a store that was written a moment ago is not taken for empty, though no query lists anything yet', async () => {
  jest.spyOn(engine, 'pause').mockResolvedValue();
  const late = await openTestForge({ storage: { queryLagMs: HOUR_MS } });
  await personOf(late, PEOPLE.anna).log('2026-03-01');
  await comeBack(late);
  expect(storeMentions(late, PEOPLE.anna)).toBe(true);
  await late.clock.advance(2 * DAY_MS);
  expect(storeMentions(late, PEOPLE.anna)).toBe(false);
  await late.close();
});

test('what was under way when an uninstall began is not written any more', async () => {
  const { storageId } = forge.installations.get();
  const [row] = storedRows(forge, 'installation');
  const value = { ...(row?.value as Installation), version: 2, state: 'leaving' };
  let begins = 0;
  forge.faults.add({
    path: '/api/v1/transaction',
    matches: () => {
      begins += 1;
      void forge.storage.load(storageId, [rawRow(INSTALLATION, 'installation', value)]);
      return false;
    },
    outcome: { kind: 'cut' },
  });
  const answer = await personOf(forge, PEOPLE.anna).log('2026-03-01');
  expect(begins).toBe(1);
  expect(answer.error).toMatchObject({
    code: 'CONFLICT',
    says: { key: 'refused.uninstalling' },
  });
  expect(stored(forge).entries).toHaveLength(4);
});
