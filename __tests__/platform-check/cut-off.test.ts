import { verdictOf } from '../../src/platform-check/assumptions';
import { DATA_MAP } from '../../src/data-map';
import { undeclared } from '../setup/stored-is-declared';
import { PEOPLE } from '../setup/test-site';
import { runCount } from '../setup/run-count';
import { useForge } from '../setup/use-forge';
import { beginCheck, checkedSite, goOnWithCheck } from './site-check';

const app = useForge({ callMs: 20 });
const DAY_MS = 86_400_000;

/** Calls that a check makes, counted by one that nothing disturbs. */
async function callsOfCheck(): Promise<number> {
  app.forge.faults.resetCalls();
  await checkedSite(app.forge);
  return app.forge.faults.calls();
}

const notHolding = (findings: ReadonlyArray<{ id: string; outcome: string }>): string[] =>
  findings.filter((finding) => !['holds', 'not-told'].includes(verdictOf(finding))).map(({ id }) => id);

describe.each(['before', 'after'] as const)('A function that dies %s a call', (when) => {
  it('is called again, and the check finds the same and leaves nothing', async () => {
    await app.person(PEOPLE.anna).log('2026-03-01');
    const calls = await callsOfCheck();
    expect(calls).toBeGreaterThan(150);
    const stride = Math.ceil(calls / runCount(12, calls));
    for (let nth = when === 'before' ? 1 : 2; nth <= calls; nth += stride) {
      const end = app.forge.faults.crashAt(nth, when);
      const { done, findings } = await checkedSite(app.forge);
      end();
      expect({ nth, done, otherwise: notHolding(findings) }).toEqual({ nth, done: true, otherwise: [] });
      expect(app.stored('scratch')).toEqual([]);
      await app.forge.clock.advance(61_000);
    }
  });

  it('and is not called again leaves only what is declared and about nobody, which the next day removes', async () => {
    const calls = await callsOfCheck();
    const stride = Math.ceil(calls / runCount(8, calls));
    for (let nth = 3; nth <= calls; nth += stride) {
      const end = app.forge.faults.crashAt(nth, when);
      await brokenOff();
      end();
      expect(undeclared(app.stored(), DATA_MAP)).toEqual([]);
      await app.forge.clock.advance(2 * DAY_MS);
      expect(app.stored('scratch')).toEqual([]);
    }
  });
});

/** A check with which nobody goes on after the first call that is not answered. */
async function brokenOff(): Promise<void> {
  const admin = app.person(PEOPLE.admin);
  let payload: object = {};
  for (let call = 0; call < 60; call += 1) {
    const answer = await admin.admin('checkSite', payload).catch(() => undefined);
    if (!answer || answer.error || answer.done) return;
    payload = { run: answer.run };
  }
}

it('What a check left that was broken off is removed by the next', async () => {
  const begun = await beginCheck(app.forge);
  for (let step = 0; step < 4; step += 1)
    await app.person(PEOPLE.admin).admin('checkSite', { run: begun.run });
  expect(app.stored('scratch').length).toBeGreaterThan(100);
  await app.forge.clock.advance(61_000);
  const { done } = await checkedSite(app.forge);
  expect(done).toBe(true);
  expect(app.stored('scratch')).toEqual([]);
});

it('A step that is taken twice at once counts once', async () => {
  const begun = await beginCheck(app.forge);
  const twice = [1, 2].map(() => app.person(PEOPLE.admin).admin('checkSite', { run: begun.run }));
  const steps = (await Promise.all(twice)).map(({ step }) => step);
  expect(steps).toEqual([1, 1]);
  const { done, findings } = await goOnWithCheck(app.forge, begun);
  expect([done, notHolding(findings)]).toEqual([true, []]);
});

it('A check that another version took further than this one goes is over, and the page asks no more', async () => {
  const { run, steps } = await beginCheck(app.forge);
  const { storageId } = app.forge.installations.get();
  const rows = app.forge.storage.dump(storageId).map((row) => {
    const value = row.value as { kind?: string; fields?: object };
    return value.kind === 'site-check'
      ? { ...row, value: { ...value, fields: { ...value.fields, step: steps + 2 } } }
      : row;
  });
  await app.forge.storage.load(storageId, rows);
  await expect(app.person(PEOPLE.admin).admin('checkSite', { run })).resolves.toMatchObject({ done: true });
});
