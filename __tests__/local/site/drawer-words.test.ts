import { aheadWords, counted } from '../../../local/site/frame/drawer/words';

const HOUR_MS = 3_600_000;

describe('the drawer says', () => {
  it.each([
    [0, 'Runs with your clock.'],
    [HOUR_MS, 'About 1 hour ahead of your clock.'],
    [25 * HOUR_MS, 'About 25 hours ahead of your clock.'],
    [7 * 24 * HOUR_MS, 'About 7 days ahead of your clock.'],
  ])('for a clock that is %i ms ahead: %s', (aheadMs, words) => {
    expect(aheadWords(aheadMs)).toBe(words);
  });

  it.each([
    [0, '0 events'],
    [1, '1 event'],
    [2, '2 events'],
  ])('of %i events: %s', (count, words) => {
    expect(counted(count, 'event')).toBe(words);
  });
});
