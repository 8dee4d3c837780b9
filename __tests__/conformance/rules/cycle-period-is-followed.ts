import type { Rule } from '../app';
import { accounts, DAY_MS, play, unless } from '../scene';

const PERIOD_DAYS = 21;

export const cyclePeriodIsFollowed: Rule = {
  name: 'follows the cycle of the header Cycle-Period',
  section: 'Reporting user personal data for your apps',
  check: (open) =>
    play(open, accounts(3), async ({ forge, reported }) => {
      forge.atlassian.settings.cyclePeriod = `P${PERIOD_DAYS}D`;
      await forge.clock.advance(16 * DAY_MS);
      forge.atlassian.settings.cycleMs = PERIOD_DAYS * DAY_MS;
      await forge.clock.advance(3 * PERIOD_DAYS * DAY_MS);
      const early = forge.atlassian.violations.filter(({ at }) => at > forge.clock.now() - 60 * DAY_MS);
      return [
        ...unless(
          early.length === 0,
          `${early.length} reports came earlier than the period that was asked for`,
        ),
        ...unless(reported(accounts(1)[0] ?? '').length >= 3, 'accounts are hardly reported any more'),
      ];
    }),
};
