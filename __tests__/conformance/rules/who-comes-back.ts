import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, HOUR_MS, play, unless } from '../scene';

export const whoComesBack: Rule = {
  name: 'reports no account early that was erased and came back',
  section: 'Reporting user personal data for your apps: Handle account additions and deletions',
  check: (open) => {
    const [first = '', second = ''] = accounts(2);
    return play(open, [first, second], async ({ forge, keep, forget, reported }) => {
      while (reported(second).length === 0 && forge.clock.now() < Date.UTC(2026, 3, 1)) {
        await forge.clock.advance(HOUR_MS);
      }
      await forget(second);
      await forge.clock.advance(DAY_MS);
      await keep(second);
      await forge.clock.advance(2 * CYCLE_MS + 2 * DAY_MS);
      const gaps = reported(second)
        .slice(1)
        .map((at, before) => at - (reported(second)[before] ?? 0));
      return [
        ...unless(
          gaps.every((gap) => gap >= CYCLE_MS),
          'who came back was reported less than a cycle later',
        ),
        ...unless(gaps.length > 0, 'who came back is not reported any more'),
      ];
    });
  },
};
