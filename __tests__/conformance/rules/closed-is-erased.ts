import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, LATE_MS, play, unless } from '../scene';

export const closedIsErased: Rule = {
  name: 'erases an account that is closed, and no other',
  section: 'GDPR responsibilities for app developers: Right to erasure',
  check: (open) =>
    play(open, accounts(100), async ({ forge, holds }) => {
      const [closed = '', ...others] = accounts(100);
      await forge.jira.closeAccount(closed);
      await forge.clock.advance(14 * DAY_MS + CYCLE_MS + LATE_MS + DAY_MS);
      return [
        ...unless(!holds(closed), 'a closed account is still stored'),
        ...unless(others.every(holds), 'somebody else was erased'),
      ];
    }),
};
