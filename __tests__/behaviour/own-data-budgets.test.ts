import { loadPeople } from '../setup/loaded-person';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge({ storage: { quotas: 'off' } });
const receiptHash = 'a'.repeat(64);

/** The storage calls of every invocation since the records were last cleared, by kind. */
function storageCalls(): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { calls } of app.forge.invocations.list()) {
    for (const [name, count] of Object.entries(calls)) {
      const kind = name.split('/api/v1/')[1];
      if (kind !== undefined) all[kind] = (all[kind] ?? 0) + count;
    }
  }
  return all;
}

const sum = (calls: Record<string, number>): number =>
  Object.values(calls).reduce((all, one) => all + one, 0);

async function withEntries(entries: number): Promise<void> {
  await loadPeople(app.forge, [
    { accountId: PEOPLE.anna, entries },
    { accountId: PEOPLE.ben, entries: 500 },
  ]);
  app.forge.invocations.clear();
}

describe('What an erasure costs before it runs', () => {
  it('to preview is a few reads, and to begin is a few more and one transaction', async () => {
    await withEntries(500);
    await app.person(PEOPLE.anna).user('previewErasure');
    expect(sum(storageCalls())).toBeLessThanOrEqual(3);
    app.forge.invocations.clear();
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash });
    expect(storageCalls()['transaction']).toBe(1);
    expect(sum(storageCalls())).toBeLessThanOrEqual(6);
  });
});

describe('What looking at everything costs', () => {
  it('is a few reads for the overview, and about four for each hundred records of an export', async () => {
    await withEntries(684);
    await app.person(PEOPLE.anna).user('getOverview');
    expect(sum(storageCalls())).toBeLessThanOrEqual(6);
    app.forge.invocations.clear();
    let after: string | undefined;
    do {
      const page = await app.person(PEOPLE.anna).user('exportPage', after === undefined ? {} : { after });
      after = page.next;
    } while (after !== undefined);
    expect(app.forge.invocations.list()).toHaveLength(7);
    expect(sum(storageCalls())).toBeLessThanOrEqual(4 * 7 + 9);
  });
});
