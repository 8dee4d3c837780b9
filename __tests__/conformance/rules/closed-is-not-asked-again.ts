import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, play, unless } from '../scene';

export const closedIsNotAskedAgain: Rule = {
  name: 'never reports an account again that it was told is closed',
  section: 'Invalid API calls and regression testing',
  check: (open) =>
    play(open, accounts(3), async ({ forge }) => {
      await forge.jira.closeAccount(accounts(1)[0] ?? '');
      await forge.clock.advance(14 * DAY_MS + 4 * CYCLE_MS);
      const again = forge.atlassian.violations.filter(({ kind }) => kind === 'closed-reported-again');
      return unless(again.length === 0, 'a closed account was reported again');
    }),
};
