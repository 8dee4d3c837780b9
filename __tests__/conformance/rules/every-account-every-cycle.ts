import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, LATE_MS, play, START, unless } from '../scene';

export const everyAccountEveryCycle: Rule = {
  name: 'reports every account it keeps once a cycle',
  section: 'Reporting user personal data for your apps',
  check: (open) =>
    play(open, accounts(100), async ({ forge, reported }) => {
      await forge.clock.advance(3 * CYCLE_MS + 4 * DAY_MS);
      const late = accounts(100).filter((accountId) => {
        const times = [START, ...reported(accountId), forge.clock.now()];
        return times.slice(1).some((at, before) => at - (times[before] ?? 0) > CYCLE_MS + LATE_MS);
      });
      return unless(late.length === 0, `${late.length} accounts waited longer than a cycle and a day`);
    }),
};
