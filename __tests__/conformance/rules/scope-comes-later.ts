import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, LATE_MS, play, unless } from '../scene';

export const scopeComesLater: Rule = {
  name: 'waits without haste for consent to its scope, and reports once it is there',
  section: 'Personal data reporting API reference',
  check: (open) =>
    play(open, accounts(3), async ({ forge, calls, reported }) => {
      forge.atlassian.settings.consented = false;
      await forge.clock.advance(CYCLE_MS + 10 * DAY_MS);
      const tries = calls();
      forge.atlassian.settings.consented = true;
      const since = forge.clock.now();
      await forge.clock.advance(LATE_MS);
      return [
        ...unless(tries <= 15, `it called ${tries} times in ten days`),
        ...unless(
          reported(accounts(1)[0] ?? '').some((at) => at > since),
          'it did not report within a day of consent',
        ),
      ];
    }),
};
