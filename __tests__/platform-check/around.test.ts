import { isOf } from '../setup/rows-of';
import { useForge } from '../setup/use-forge';
import { PEOPLE } from '../setup/test-site';
import { checkWords } from '../../static/admin/get-started/site-check/check-words';
import { beginCheck, checkedSite, outcomesOf } from './site-check';

const app = useForge({ callMs: { min: 20, max: 60 } });
const admin = () => app.person(PEOPLE.admin);
const DAY_MS = 86_400_000;

describe('An uninstall in the middle of a check', () => {
  it('takes the rows of the check with it, wherever the check stands', async () => {
    for (const steps of [0, 3, 6, 9]) {
      const { id, storageId } = await app.forge.installations.create({});
      const person = app.person(PEOPLE.admin, id);
      const { run } = await person.admin('checkSite', {});
      for (let step = 0; step < steps; step += 1) await person.admin('checkSite', { run });
      const running = person.admin('checkSite', { run }).catch(() => undefined);
      await app.forge.installations.uninstall(id);
      await running;
      const left = app.forge.storage.dump(storageId);
      expect(left.filter((row) => isOf(row, 'scratch') || isOf(row, 'site-check'))).toEqual([]);
    }
  });
});

describe('The confirming scan', () => {
  it('passes over the rows of a check that was broken off', async () => {
    await app.person(PEOPLE.anna).log('2026-03-01');
    const { run } = await beginCheck(app.forge);
    for (let step = 0; step < 4; step += 1) await admin().admin('checkSite', { run });
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: 'ab'.repeat(32) });
    await app.forge.clock.advance(2 * DAY_MS);
    const { erasures } = await admin().admin('listErasures', {});
    expect(erasures.map(({ state }) => state)).toEqual(['confirmed']);
  });
});

describe('The form of Cycle-Period', () => {
  test.each([
    ['P7D', 'iso-days'],
    ['7 Days', 'words-for-days'],
    ['604800', 'seconds'],
    ['P1W', 'unread'],
  ])('%s is found as %s', async (header, outcome) => {
    await app.person(PEOPLE.anna).log('2026-03-01');
    app.forge.atlassian.settings.cyclePeriod = header;
    await app.forge.clock.advance(9 * DAY_MS);
    const { findings } = await checkedSite(app.forge);
    expect(outcomesOf(findings)).toMatchObject({ 'cycle-period': outcome });
  });
});

describe('The dashboard', () => {
  it('raises an alarm for what the app rests on, until a check finds it mended', async () => {
    await checkedSite(app.forge);
    await expect(admin().admin('getDashboard')).resolves.toMatchObject({ siteAlarms: [] });
    const { settings } = app.forge.storage;
    settings.checkOnMissingRow = 'passes';
    settings.conditionOnMissingRow = 'passes';
    await checkedSite(app.forge);
    const { siteAlarms } = await admin().admin('getDashboard');
    expect(siteAlarms).toMatchObject([{ id: 'check-on-missing-row', day: '2026-03-02' }]);
    expect(siteAlarms.map((alarm) => checkWords(alarm, 'alarm'))).toMatchObject([
      {
        found: expect.stringMatching(/^[A-Z].+\.$/),
        means: expect.stringMatching(/^[A-Z].+\.$/),
        todo: expect.stringMatching(/^[A-Z].+\.$/),
      },
    ]);
    settings.checkOnMissingRow = 'fails';
    await checkedSite(app.forge);
    await expect(admin().admin('getDashboard')).resolves.toMatchObject({ siteAlarms: [] });
  });

  it('takes up an event that comes after the check has ended', async () => {
    app.forge.queue.mode.extraDelayMs = 0;
    const end = app.forge.faults.add({
      functionKey: 'run-job',
      remote: 'kvs',
      outcome: { kind: 'answer', status: 500 },
    });
    const { findings } = await checkedSite(app.forge);
    expect(outcomesOf(findings)).toMatchObject({ 'event-delay': 'not-come' });
    await expect(admin().admin('getDashboard')).resolves.toMatchObject({
      siteAlarms: [{ id: 'event-delay' }],
    });
    end();
    await app.forge.clock.advance(3_600_000);
    const { last } = await admin().admin('getSiteCheck');
    expect(outcomesOf(last?.findings ?? [])).toMatchObject({ 'event-delay': 'late' });
    await expect(admin().admin('getDashboard')).resolves.toMatchObject({ siteAlarms: [] });
  });
});
