import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, play, unless } from '../scene';

export const ninetyAccountsACall: Rule = {
  name: 'reports at most 90 accounts in a call, and each of them',
  section: 'Personal data reporting API reference: Request',
  check: (open) =>
    play(open, accounts(200), async ({ forge }) => {
      await forge.clock.advance(CYCLE_MS + 4 * DAY_MS);
      const sizes = forge.atlassian.reports.map((report) => report.accounts.length);
      const all = new Set(
        forge.atlassian.reports.flatMap((report) => report.accounts.map((one) => one.accountId)),
      );
      return [
        ...unless(
          sizes.every((size) => size <= 90),
          'a call had more than 90 accounts',
        ),
        ...unless(all.size === 200, `${200 - all.size} accounts were never reported`),
      ];
    }),
};
