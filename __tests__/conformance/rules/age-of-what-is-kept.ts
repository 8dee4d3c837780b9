import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, MINUTE_MS, play, START, unless } from '../scene';

export const ageOfWhatIsKept: Rule = {
  name: 'says in updatedAt when it obtained what it keeps, and not when it reports',
  section: 'Storing user personal data for your apps: Track the age of personal data',
  check: (open) =>
    play(open, accounts(1), async ({ forge }) => {
      await forge.clock.advance(2 * CYCLE_MS + 4 * DAY_MS);
      const moments = forge.atlassian.reports.map(({ accounts: [account] }) =>
        Date.parse(account?.updatedAt ?? ''),
      );
      return [
        ...unless(moments.length > 0, 'it did not report'),
        ...unless(
          moments.every((at) => Math.abs(at - START) < MINUTE_MS),
          'updatedAt is not when it was obtained',
        ),
      ];
    }),
};
