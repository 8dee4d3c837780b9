import type { Rule } from '../app';
import { accounts, DAY_MS, play, unless } from '../scene';

export const uninstallErases: Rule = {
  name: 'erases what it keeps when it is uninstalled',
  section: 'Storing user personal data for your apps: Erase personal data when uninstalled',
  check: (open) =>
    play(open, accounts(100), async ({ forge, holds }) => {
      await forge.clock.advance(DAY_MS);
      await forge.installations.uninstall();
      return unless(!accounts(100).some(holds), 'account IDs were left behind');
    }),
};
