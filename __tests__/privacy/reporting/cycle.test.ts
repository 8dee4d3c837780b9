import { useForge } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';

const DAY_MS = 86_400_000;

describe('A cycle of reporting', () => {
  const app = useForge();

  it('reports everyone once every seven days, and never earlier', async () => {
    await app.person(PEOPLE.anna).log('2026-03-02');
    await app.person(PEOPLE.ben).log('2026-03-02');
    await app.forge.clock.advance(29 * DAY_MS);
    const times = app.forge.atlassian.reports.map(({ at }) => at);
    console.log(
      times.map((t) => new Date(t).toISOString()),
      app.forge.schedule.next().map(({ at }) => new Date(at).toISOString()),
    );
    expect(app.forge.atlassian.violations).toEqual([]);
    expect(times.length).toBe(4);
    console.log(JSON.stringify(app.stored('cohort')), JSON.stringify(app.stored('reporting')));
  });

  it('erases a closed account at once and never reports it again', async () => {
    await app.person(PEOPLE.anna).log('2026-03-02');
    await app.person(PEOPLE.ben).log('2026-03-02');
    await app.forge.jira.closeAccount(PEOPLE.ben);
    await app.forge.clock.advance(40 * DAY_MS);
    expect(app.forge.atlassian.violations).toEqual([]);
    console.log(
      app.forge.atlassian.reports.map(({ at, accounts, answers }) => [
        new Date(at).toISOString(),
        accounts.length,
        answers,
      ]),
    );
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.ben);
  });
});
