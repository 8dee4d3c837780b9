import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, play, unless } from '../scene';

export const updatedIsRefreshed: Rule = {
  name: 'refreshes what it keeps when an account was updated, so that it is told so once',
  section: 'GDPR responsibilities for app developers: Right to rectification',
  check: (open) =>
    play(open, accounts(1), async ({ forge }) => {
      await forge.clock.advance(DAY_MS);
      await forge.jira.rename(accounts(1)[0] ?? '', 'Somebody Else');
      await forge.clock.advance(4 * CYCLE_MS);
      const told = forge.atlassian.reports.filter(({ answers }) => answers.length > 0);
      return unless(told.length === 1, `it was told ${told.length} times`);
    }),
};
