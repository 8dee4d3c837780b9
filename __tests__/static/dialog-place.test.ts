import fc from 'fast-check';
import { placeIn } from '../../static/shared/dialog-place';
import { runCount } from '../setup/run-count';

it('a dialog is whole in what of the page is on the screen, wherever that is and however low', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 216, max: 2000 }), (top, height) => {
      const place = placeIn({ top, height });
      expect(place.top).toBeGreaterThan(top);
      expect(place.top + place.maxHeight).toBeLessThan(top + height + 1);
      expect(place.maxHeight).toBeGreaterThanOrEqual(200);
    }),
    { numRuns: runCount(200, 5000) },
  );
});

it('where there is little room all of it scrolls, and never less than can be read', () => {
  expect(placeIn({ top: 0, height: 900 })).toEqual({ top: 24, maxHeight: 852, low: false });
  expect(placeIn({ top: 300, height: 400 })).toEqual({ top: 308, maxHeight: 384, low: true });
  expect(placeIn({ top: 0, height: 60 })).toEqual({ top: 8, maxHeight: 200, low: true });
});
