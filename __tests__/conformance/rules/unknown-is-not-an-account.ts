import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, play, unless } from '../scene';

const PLACEHOLDERS = ['unknown', 'unidentified'];

export const unknownIsNotAnAccount: Rule = {
  name: 'neither stores nor reports what stands in place of an account',
  section: 'Note about reporting personal data storage',
  check: (open) =>
    play(open, accounts(1), async ({ forge, keep, holds }) => {
      for (const placeholder of PLACEHOLDERS) await keep(placeholder).catch(() => undefined);
      await forge.clock.advance(CYCLE_MS + 4 * DAY_MS);
      const reported = forge.atlassian.violations.filter(({ kind }) => kind === 'placeholder-account');
      return [
        ...unless(reported.length === 0, 'it reported a placeholder'),
        ...unless(!PLACEHOLDERS.some((placeholder) => holds(placeholder)), 'it stored a placeholder'),
      ];
    }),
};
