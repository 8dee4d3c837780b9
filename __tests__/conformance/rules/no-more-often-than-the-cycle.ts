import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, play, unless } from '../scene';

export const noMoreOftenThanTheCycle: Rule = {
  name: 'reports no account more often than once a cycle, however often its schedule runs',
  section: 'Reporting user personal data for your apps',
  check: (open) =>
    play(open, accounts(3), async ({ forge, schedule }) => {
      for (let day = 0; day < 3 * (CYCLE_MS / DAY_MS); day += 1) {
        await forge.schedule.run(schedule);
        await forge.clock.advance(DAY_MS);
      }
      const early = forge.atlassian.violations.filter(({ kind }) => kind === 'earlier-than-cycle');
      return unless(
        early.length === 0,
        `${early.length} reports came earlier than a cycle after the one before`,
      );
    }),
};
