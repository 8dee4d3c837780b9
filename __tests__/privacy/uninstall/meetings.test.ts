import type { LocalForge } from '../../../local/forge';
import { engine } from '../../../src/app';
import { personOf } from '../../behaviour/person';
import { secondsOf, send, signedRequest } from '../../behaviour/webhook-caller';
import type { Person } from '../../../src/privacy/data-sets/registration';
import { prepared, type OpenPrepared } from '../../setup/prepared';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { meetUninstall } from './interleaving';
import { comeBackWhole, DAY_MS, HASH, HOUR_MS } from './lived-in';

/** How many calls of its own an uninstall has made when it stands still; the last is more than it makes. */
const UNINSTALL_CALLS = process.env['LONG'] === '1' ? [1, 3, 9, 20, 1000] : [1, 9, 1000];
let secret = '';
const STRAY = '11111111222243338444555555555555';

type Step = (forge: LocalForge) => Promise<unknown>;

const used: Step = async (forge) => {
  await personOf(forge, PEOPLE.ben).log('2026-02-26');
  await forge.clock.advance(HOUR_MS);
};

const twoPeople: Step = async (forge) => {
  await personOf(forge, PEOPLE.anna).log('2026-02-25');
  await used(forge);
};

/** So many entries that their deletion takes a transaction that is full. */
const manyEntries: Step = async (forge) => {
  for (let day = 1; day <= 25; day += 1) {
    await personOf(forge, PEOPLE.anna).log(`2026-01-${String(day).padStart(2, '0')}`, '30m');
  }
  await used(forge);
};

/** Reports are due, an account is closed, an erasure waits to be confirmed, and an entry was left behind. */
const everythingDue: Step = async (forge) => {
  forge.schedule.mode.missed = 1;
  await twoPeople(forge);
  await personOf(forge, PEOPLE.chloe).log('2026-02-26');
  await forge.jira.closeAccount(PEOPLE.ben);
  await forge.clock.advance(8 * DAY_MS);
  await personOf(forge, PEOPLE.chloe).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(5 * 60_000);
  await forge.storage.load(forge.installations.get().storageId, [strayEntry()]);
};

function strayEntry() {
  const value = {
    accountId: PEOPLE.chloe,
    issueId: '20001',
    startedOn: '2026-02-01',
    seconds: 3600,
    createdAt: '2026-02-01T10:00:00.000Z',
    position: `2026-02-01#${STRAY}`,
  };
  return { store: 'entity' as const, entityName: 'time-entry', key: `${PEOPLE.chloe}#${STRAY}`, value };
}

const MEETINGS: Array<[what: string, before: Step, doing: Step]> = [
  ['the first entry of all', async () => {}, (forge) => personOf(forge, PEOPLE.anna).log('2026-03-01')],
  ['the first entry of somebody', used, (forge) => personOf(forge, PEOPLE.anna).log('2026-03-01')],
  ['a further entry', twoPeople, (forge) => personOf(forge, PEOPLE.anna).log('2026-03-01')],
  [
    'an erasure that begins',
    twoPeople,
    (forge) => personOf(forge, PEOPLE.anna).user('eraseMyData', { receiptHash: HASH }),
  ],
  [
    'an erasure that runs',
    async (forge) => {
      await manyEntries(forge);
      await personOf(forge, PEOPLE.anna).user('eraseMyData', { receiptHash: HASH });
    },
    (forge) => forge.clock.advance(5 * 60_000),
  ],
  [
    'a change of an account',
    twoPeople,
    (forge) => forge.jira.changePerson(PEOPLE.anna, { displayName: 'Anna' }),
  ],
  [
    'a look of an administrator',
    twoPeople,
    (forge) =>
      personOf(forge, PEOPLE.admin).admin('listEntriesOf', {
        accountId: PEOPLE.anna,
        reason: 'person-asked',
      }),
  ],
  [
    'erasures of several that are noted and begin',
    twoPeople,
    async (forge) => {
      const people = [PEOPLE.anna, PEOPLE.ben].map((accountId) => ({ accountId, receiptHash: HASH }));
      await personOf(forge, PEOPLE.admin).admin('erasePeople', { people, reason: 'left-organisation' });
      await forge.queue.settle();
    },
  ],
  [
    'an announcement',
    async (forge) => {
      await twoPeople(forge);
      ({ secret } = await personOf(forge, PEOPLE.admin).admin('enableWebhook'));
    },
    async (forge) => {
      const accounts = [{ accountId: PEOPLE.anna, status: 'closed' }];
      const body = JSON.stringify({ subject_request_id: 'request-1', accounts });
      await send(forge, signedRequest(secret, { body, timestamp: secondsOf(forge) }));
      await forge.queue.settle();
    },
  ],
  [
    'a look at a store that came back',
    async (forge) => {
      await twoPeople(forge);
      await comeBackWhole(forge);
    },
    (forge) => forge.schedule.run('daily'),
  ],
  [
    'a daily run',
    everythingDue,
    async (forge) => {
      await forge.schedule.run('daily');
      await forge.clock.advance(5 * 60_000);
    },
  ],
];

async function meet(
  open: OpenPrepared,
  doing: Step,
  meeting: { atCall: number; uninstallCalls: number },
): Promise<boolean> {
  const forge = await open();
  try {
    const { storageId } = forge.installations.get();
    const tokens = storedRows(forge, 'person').map(({ value }) => (value as Person).token);
    const called = await meetUninstall(forge, () => doing(forge), meeting);
    const stored = forge.storage.dump(storageId);
    const rows = JSON.stringify(stored);
    const names = [...Object.values(PEOPLE), ...tokens].filter((name) => rows.includes(name));
    // What waits of an announcement stands for people.
    const waiting = stored.flatMap(({ entityName }) =>
      entityName === 'webhook-request' ? [entityName] : [],
    );
    const left = called ? [...names, ...waiting] : [];
    expect({ meeting, left }).toEqual({ meeting, left: [] });
    return called;
  } finally {
    await forge.close();
  }
}

beforeAll(() => {
  jest.spyOn(engine, 'pause').mockResolvedValue();
});
afterAll(() => jest.restoreAllMocks());

describe.each(['fails', 'passes'] as const)('Where a condition on a missing row %s', (missing) => {
  test.each(MEETINGS)(
    'an uninstall that meets %s leaves nobody, at whichever call',
    async (_, before, doing) => {
      const open = await prepared(before, { storage: { conditionOnMissingRow: missing, quotas: 'off' } });
      let atCall = 1;
      for (let called = true; called; atCall += Number(called)) {
        for (const uninstallCalls of UNINSTALL_CALLS) {
          called = await meet(open, doing, { atCall, uninstallCalls });
          if (!called) break;
        }
      }
      expect(atCall).toBeGreaterThan(2);
    },
    300_000,
  );
});
