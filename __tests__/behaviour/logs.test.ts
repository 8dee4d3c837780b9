import { adminFunctions } from '../../src/resolvers/admin';
import { userFunctions } from '../../src/resolvers/user';
import type { FaultOutcome } from '../../local/faults';
import { HOSTILE, MARKER, payloadsAbout } from '../resolvers/payload-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();

/** An event name, and facts that are numbers, codes, or the name of an error with data set and field. */
const LINE = /^[A-Z]+ \{"event":"[a-z]+(?:-[a-z]+)*"(?:,"[a-zA-Z]+":(?:\d+|"[A-Za-z0-9_ .()-]{1,60}"))*\}$/;

const lines = (): string[] => app.forge.invocations.list().flatMap(({ logs }) => logs);
const errors = (): string[] =>
  app.forge.invocations.list().flatMap(({ error }) => (error === undefined ? [] : [error]));

async function callEverything(): Promise<void> {
  for (const [moduleKey, names] of [
    ['privacy-panel', Object.keys(userFunctions)],
    ['privacy-admin', Object.keys(adminFunctions)],
  ] as const) {
    for (const functionKey of names) {
      const { needs = {} } = payloadsAbout(PEOPLE.anna)[functionKey] ?? {};
      const call = { moduleKey, functionKey, accountId: PEOPLE.admin, extension: { issue: { id: '20001' } } };
      await app.forge.invoke({ ...call, payload: needs });
      await app.forge.invoke({ ...call, payload: HOSTILE['foreign field'] });
    }
  }
}

/** What Forge might say in an error, quoting what it was sent. */
const loud = (status: number): FaultOutcome => ({
  kind: 'answer',
  status,
  body: { code: 'SOME_CODE', message: `${MARKER}: ${PEOPLE.anna}, Anna Arber, on issue 20001` },
});

beforeEach(async () => {
  await app.person(PEOPLE.anna).log('2026-03-02');
  await app.person(PEOPLE.admin).log('2026-03-02');
});

describe('Log lines', () => {
  test.each<[string, FaultOutcome]>([
    ['storage is slow', { kind: 'slow', ms: 10 }],
    ['storage fails', loud(500)],
    ['storage refuses', loud(400)],
    ['storage cannot be reached', { kind: 'cut' }],
  ])('say event, counts and codes only when %s', async (_, outcome) => {
    app.forge.faults.add({ remote: 'kvs', outcome });
    await callEverything();
    await app.forge.schedule.run('daily');
    await app.forge.queue.settle();
    expect(lines().length).toBeGreaterThan(0);
    expect(lines().filter((line) => !LINE.test(line))).toEqual([]);
    expect([...lines(), ...errors()].filter((line) => line.includes(MARKER))).toEqual([]);
  });

  it('say nothing of what Jira answers', async () => {
    app.forge.faults.add({ remote: 'jira', outcome: loud(500) });
    await callEverything();
    expect(lines().filter((line) => !LINE.test(line))).toEqual([]);
    expect(errors()).toEqual([]);
  });

  it('of the daily run say that it was done', async () => {
    await app.forge.schedule.run('daily');
    expect(lines().some((line) => line.startsWith('LOG {"event":"daily-done"'))).toBe(true);
  });
});
