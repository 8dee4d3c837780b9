import { toInstant } from '../../privacy/time';
import { StorageBusyError } from '../../storage/failures';
import { together } from '../../storage/together';
import { newKey, type Probe, type Step, type Taken } from '../step';

const MOST_CALLS = 100;
/** Calls side by side: a hundred have to fit into one call of a page. */
const AT_ONCE = 5;
/** Before the function ends. */
const ENDING_MS = 8_000;

/**
 * How many batch reads storage takes before it refuses one, where the administrator asked for it. It is noted before it is
 * tried, so that a call which was cut off does not use everyone’s quota a second time.
 */
export const batchLimit: Step = async (probe) => {
  const { row, engine, note } = probe;
  if (!row.untilRefused) return { findings: [{ id: 'batch-limit', outcome: 'not-asked' }] };
  if (row.triedAt !== undefined) return { findings: [{ id: 'batch-limit', outcome: 'cut-off' }] };
  await note({ triedAt: toInstant(engine.now()) });
  return readUntilRefused(probe);
};

async function readUntilRefused(probe: Probe): Promise<Taken> {
  let taken = 0;
  while (taken < MOST_CALLS && probe.engine.remainingMs() > ENDING_MS) {
    const refused = await oneGroup(probe, () => (taken += 1));
    if (refused)
      return {
        findings: [{ id: 'batch-limit', outcome: 'refused', number: taken }],
        codes: [{ id: 'batch-limit', code: refused.code }],
      };
  }
  return { findings: [{ id: 'batch-limit', outcome: 'not-refused', number: taken }] };
}

/** The first refusal among some reads side by side, if there was one. */
async function oneGroup(probe: Probe, taken: () => void): Promise<StorageBusyError | undefined> {
  const answers = await together(
    Array.from({ length: AT_ONCE }, async () => {
      try {
        await probe.scratch.batchCodes([newKey(probe)]);
        taken();
        return undefined;
      } catch (error) {
        if (error instanceof StorageBusyError) return error;
        throw error;
      }
    }),
  );
  return answers.find((answer) => answer !== undefined);
}
