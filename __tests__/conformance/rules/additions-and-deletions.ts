import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, LATE_MS, play, unless } from '../scene';

export const additionsAndDeletions: Rule = {
  name: 'takes in accounts that come in the middle of a cycle and leaves out those that went',
  section: 'Reporting user personal data for your apps: Handle account additions and deletions',
  check: (open) => {
    const [first = '', leaving = '', added = ''] = accounts(3);
    return play(
      open,
      [first, leaving],
      async ({ forge, keep, forget, reported }) => {
        await forge.clock.advance(CYCLE_MS + 3 * DAY_MS);
        await keep(added);
        await forget(leaving);
        const since = forge.clock.now();
        await forge.clock.advance(CYCLE_MS + LATE_MS);
        return [
          ...unless(reported(added).length > 0, 'who was added waited longer than a cycle and a day'),
          ...unless(
            reported(leaving).every((at) => at < since),
            'who had been erased was reported',
          ),
          ...unless(forge.atlassian.violations.length === 0, 'somebody was reported early for it'),
        ];
      },
      [added],
    );
  },
};
