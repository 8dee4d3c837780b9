import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, LATE_MS, play, START, unless } from '../scene';

export const interruptionIsResumed: Rule = {
  name: 'goes on where it was interrupted: nobody is left out, nobody reported twice for it',
  section: 'Reporting user personal data for your apps: Cater for interruptions',
  check: (open) =>
    play(open, accounts(200), async ({ forge, failing, reported }) => {
      failing({ kind: 'crash', when: 'before' }, { nth: 2 });
      await forge.clock.advance(CYCLE_MS + LATE_MS + 3 * DAY_MS);
      const first = accounts(200).map((accountId) => reported(accountId)[0] ?? Infinity);
      const late = first.filter((at) => at - START > CYCLE_MS + LATE_MS).length;
      return [
        ...unless(late === 0, `${late} accounts had to wait for another cycle`),
        ...unless(forge.atlassian.violations.length === 0, 'accounts were reported again for it'),
      ];
    }),
};
