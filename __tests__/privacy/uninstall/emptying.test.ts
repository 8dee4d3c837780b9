import type { LocalForge, LocalForgeOptions } from '../../../local/forge';
import type { PlatformCall } from '../../../local/faults/types';
import { createRandom } from '../../../local/random';
import { loadedEntryId, loadPeople } from '../../setup/loaded-person';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';

const MINUTE_MS = 60_000;
const CALL_MS = { min: 20, max: 60 };

jest.setTimeout(60_000);

let open: LocalForge | undefined;
afterEach(() => open?.close());

interface Uninstalled {
  /** How many rows are left, by entity, or by store for those of no entity. */
  left: Record<string, number>;
  /** What the function said of it, and whether it came to that. */
  complete: number | undefined;
  failures: string[];
}

/** Uninstalls a store with so many entries, of which calls take their time, after something was done to the platform. */
async function uninstalled(
  entries: number,
  storage: LocalForgeOptions['storage'] = {},
  before: (forge: LocalForge) => void = () => undefined,
): Promise<Uninstalled> {
  const forge = await openTestForge({ callMs: CALL_MS, storage });
  open = forge;
  await loadPeople(forge, [{ accountId: PEOPLE.anna, entries }]);
  before(forge);
  const { storageId } = forge.installations.get();
  const [run] = await forge.installations.uninstall();
  const left: Record<string, number> = {};
  for (const { entityName, store } of forge.storage.dump(storageId)) {
    const place = entityName ?? store;
    left[place] = (left[place] ?? 0) + 1;
  }
  const lines = (run?.logs ?? []).map((line) => JSON.parse(line.slice(line.indexOf('{'))) as LogLine);
  return {
    left,
    complete: lines.find(({ event }) => event === 'store-wiped')?.complete,
    failures: lines.flatMap(({ event, kind }) => (event === 'store-step-failed' ? [kind ?? ''] : [])),
  };
}

interface LogLine {
  event: string;
  complete?: number;
  kind?: string;
}

const EMPTY = { left: { 'app-state': 1 }, complete: 1, failures: [] };

/** Has such calls of the function answered with 503. */
const busyWhere =
  (matches: (call: PlatformCall) => boolean) =>
  (forge: LocalForge): void => {
    const outcome = { kind: 'answer' as const, status: 503, body: {} };
    forge.faults.add({ functionKey: 'pre-uninstall', remote: 'kvs', matches, outcome });
  };

describe('A page that Forge cuts short', () => {
  it.each([{ pageRows: 80 }, { pageRows: 7 }, { pageBytes: 2_000 }])(
    'is not taken for the last: %j',
    async (storage) => {
      await expect(uninstalled(700, storage)).resolves.toEqual(EMPTY);
    },
  );
});

describe('Where storage fails', () => {
  it('at one call in ten, all rows go nevertheless', async () => {
    const random = createRandom(41);
    const after = await uninstalled(
      14_000,
      {},
      busyWhere(() => random() < 0.1),
    );
    expect(after).toEqual({ left: { 'app-state': 1 }, complete: 1, failures: ['StorageBusyError'] });
  });

  it('for one group of rows, it holds up no other, and is told once', async () => {
    const stuck = (call: PlatformCall): boolean =>
      call.path.endsWith('/transaction') && call.body.includes(loadedEntryId(100));
    const after = await uninstalled(3_000, {}, busyWhere(stuck));
    expect(after).toEqual({
      left: { 'time-entry': 24, 'app-state': 1, secret: 1 },
      complete: 0,
      failures: ['StorageBusyError'],
    });
  });

  const listing = ({ path, body }: PlatformCall): boolean =>
    path.endsWith('/entity/query') && body.includes('"time-entry"');

  it('for a listing, the rest goes, the secrets stay, and it is not complete', async () => {
    await expect(uninstalled(30, {}, busyWhere(listing))).resolves.toEqual({
      left: { 'time-entry': 30, 'app-state': 1, secret: 1 },
      complete: 0,
      failures: ['StorageBusyError'],
    });
  });

  it('for a further page of a listing, the next round comes to the rest', async () => {
    const further = busyWhere((call) => listing(call) && call.body.includes('"cursor"'));
    await expect(uninstalled(301, {}, further)).resolves.toMatchObject({
      ...EMPTY,
      failures: [expect.any(String)],
    });
  });
});

it('Where storage refuses transactions that meet on the row that says that the store is closed, all rows go', async () => {
  await expect(uninstalled(14_000, { transactionHoldMs: 10 })).resolves.toEqual(EMPTY);
});

describe('Where queries lag', () => {
  it('for longer than the function runs, it says that it is not complete and keeps the secrets', async () => {
    const after = await uninstalled(30, {}, (forge) => {
      forge.storage.settings.queryLagMs = 20 * MINUTE_MS;
    });
    expect(after).toEqual({ left: { 'app-state': 1, secret: 1 }, complete: 0, failures: [] });
  });

  it('by a minute, more than one page goes in one round', async () => {
    const after = await uninstalled(300, {}, (forge) => {
      forge.storage.settings.queryLagMs = MINUTE_MS;
    });
    expect(after).toEqual({ left: { 'app-state': 1, secret: 1 }, complete: 0, failures: [] });
  });

  it('so that they show nothing yet of what was written before, that is not taken for nothing', async () => {
    const after = await uninstalled(1, { queryLagMs: 20 * MINUTE_MS });
    expect(after).toMatchObject({ left: { 'time-entry': 1, secret: 1 }, complete: 0, failures: [] });
  });
});
