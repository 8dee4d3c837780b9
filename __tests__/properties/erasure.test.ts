import * as fc from 'fast-check';
import { runCount } from '../setup/run-count';
import { history, platform } from './histories';
import { live } from './living';
import { replayed } from './replayed';

test('whatever happens, the erased leave no trace and everyone else’s data is what it should be', async () => {
  await fc.assert(
    fc.asyncProperty(history, platform, (happenings, made) => live(happenings, made)),
    replayed(runCount(500, 10_000)),
  );
}, 3_600_000);
