import { useForge } from '../setup/use-forge';
import { PEOPLE } from '../setup/test-site';
import { checkWords } from '../../static/admin/get-started/site-check/check-words';
import { beginCheck, checkedSite, goOnWithCheck, outcomesOf } from './site-check';

const app = useForge({ callMs: { min: 20, max: 60 } });
const admin = () => app.person(PEOPLE.admin);

const MINUTE_MS = 60_000;

/** Batch reads beyond so many a minute are refused, as an older page of Atlassian’s says. */
function limitBatchReads(aMinute: number): () => void {
  const taken: number[] = [];
  return app.forge.faults.add({
    remote: 'kvs',
    path: '/api/v1/batch/get',
    matches: () => {
      const now = app.forge.clock.now();
      if (taken.filter((at) => at > now - MINUTE_MS).length >= aMinute) return true;
      taken.push(now);
      return false;
    },
    outcome: { kind: 'answer', status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many.' } },
  });
}

describe('Who may check the site', () => {
  it('are administrators: others are refused, and nothing is measured', async () => {
    const before = app.stored();
    for (const name of ['checkSite', 'getSiteCheck'] as const) {
      await expect(app.person(PEOPLE.anna).admin(name)).resolves.toMatchObject({
        error: { code: 'NOT_ALLOWED' },
      });
    }
    expect(app.stored()).toEqual(before);
  });

  it('is one at a time: of two who begin at once, one does', async () => {
    await app.forge.jira.changePerson(PEOPLE.ben, { isAdmin: true });
    const begun = await Promise.all([beginCheck(app.forge), beginCheck(app.forge, {}, PEOPLE.ben)]);
    expect(begun.filter(({ error }) => error?.code === 'CONFLICT')).toHaveLength(1);
    const first = begun.find(({ error }) => !error);
    if (!first) throw new Error('none began');
    await expect(admin().admin('getSiteCheck')).resolves.toMatchObject({ heldUntil: expect.any(String) });
    const { done } = await goOnWithCheck(app.forge, first);
    expect(done).toBe(true);
    await expect(checkedSite(app.forge)).resolves.toMatchObject({ done: true });
  });

  it('does not say that nothing was changed, where storage fails in the middle of it', async () => {
    const begun = await beginCheck(app.forge);
    app.forge.faults.add({ remote: 'kvs', outcome: { kind: 'answer', status: 500, body: {} } });
    const answer = await admin().admin('checkSite', { run: begun.run });
    expect(answer).toMatchObject({
      error: { code: 'TRY_LATER', says: { key: 'refused.busy' } },
    });
  });

  it('may begin anew a minute after another check was broken off, which then is over', async () => {
    const left = await beginCheck(app.forge);
    await app.forge.clock.advance(61_000);
    const begun = await beginCheck(app.forge);
    await expect(admin().admin('checkSite', { run: left.run })).resolves.toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await expect(goOnWithCheck(app.forge, begun)).resolves.toMatchObject({ done: true });
  });

  it('names a check by what the app made, and by nothing else', async () => {
    await beginCheck(app.forge);
    const answer = await admin().admin('checkSite', { run: 'made-up-by-a-browser-0001' });
    expect(answer.error?.code).toBe('CONFLICT');
    expect(JSON.stringify(app.stored())).not.toContain('made-up-by-a-browser');
  });
});

describe('What everybody shares', () => {
  it('is asked until it refuses only where the administrator says so', async () => {
    const { findings } = await checkedSite(app.forge);
    expect(outcomesOf(findings)).toMatchObject({ 'batch-limit': 'not-asked' });
    app.forge.storage.resetUsage(app.forge.installations.get().storageId);
    const asked = await checkedSite(app.forge, { untilRefused: true });
    expect(asked.findings).toContainEqual({ id: 'batch-limit', outcome: 'not-refused', number: 100 });
    const { writeUnits } = app.forge.storage.usage(app.forge.installations.get().storageId);
    expect(writeUnits).toBeLessThan(300);
  });

  it('is found out where it is little, and tells administrators what it means', async () => {
    limitBatchReads(45);
    const { findings, codes, done } = await checkedSite(app.forge, { untilRefused: true });
    expect(done).toBe(true);
    expect(findings).toContainEqual({ id: 'batch-limit', outcome: 'refused', number: expect.any(Number) });
    expect(codes).toContainEqual({ id: 'batch-limit', code: 'RATE_LIMIT_EXCEEDED' });
    await app.forge.clock.advance(MINUTE_MS);
    const { siteAlarms } = await admin().admin('getDashboard');
    expect(siteAlarms).toMatchObject([{ id: 'batch-limit', day: '2026-03-02' }]);
    expect(siteAlarms.map((alarm) => checkWords(alarm, 'alarm')?.todo)).toEqual([
      expect.stringMatching(/^Let people use the app in one space first\./),
    ]);
  });
});
