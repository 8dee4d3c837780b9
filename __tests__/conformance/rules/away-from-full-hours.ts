import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, HOUR_MS, MINUTE_MS, play, unless } from '../scene';

const MIDNIGHT = Date.UTC(2026, 2, 12);

export const awayFromFullHours: Rule = {
  name: 'does not report at midnight or at the top of an hour, even if its schedule runs then',
  section: 'Reporting user personal data for your apps: Schedule around potential conflicts',
  check: (open) =>
    play(open, accounts(3), async ({ forge, schedule }) => {
      forge.schedule.mode.missed = 1;
      await forge.clock.set(MIDNIGHT);
      await forge.schedule.run(schedule);
      await forge.clock.advance(DAY_MS);
      const near = forge.atlassian.reports.filter(({ at }) => {
        const past = at % HOUR_MS;
        return past < 5 * MINUTE_MS || past > HOUR_MS - 5 * MINUTE_MS;
      });
      return [
        ...unless(near.length === 0, 'it reported within five minutes of a full hour'),
        ...unless(
          forge.clock.now() - MIDNIGHT < CYCLE_MS && forge.atlassian.reports.length > 0,
          'it did not report',
        ),
      ];
    }),
};
