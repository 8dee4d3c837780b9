import { newKey, remove, written, type Probe, type Step } from '../step';

const ROUNDS = 2;
const READS = 20;
/** Where storage is slow, fewer have to do. */
const MOST_MS = 10_000;
const QUICK_MS = 300;
const VERY_SLOW_MS = 1000;

/** Whether reads by key show what was written and deleted a moment before. */
export const strictReads: Step = async (probe) => {
  const { scratch } = probe;
  let old = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const key = newKey(probe);
    await written(scratch, key);
    if ((await scratch.get(key)) === undefined) old += 1;
    const said = await scratch.batchCodes([key]);
    if (!said.done || said.answer.length > 0) old += 1;
    await remove(scratch, [key]);
    if ((await scratch.get(key)) !== undefined) old += 1;
  }
  return { findings: [{ id: 'strict-read', outcome: old === 0 ? 'shown' : 'old' }] };
};

/** How long reads take in a function that has read before: the median, in milliseconds. */
export const readTimes: Step = async (probe) => {
  const began = probe.engine.now().getTime();
  const times: number[] = [];
  while (times.length < READS && probe.engine.now().getTime() - began < MOST_MS) {
    times.push(await timeOf(probe));
  }
  const number = times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  const outcome = number < QUICK_MS ? 'quick' : number < VERY_SLOW_MS ? 'slow' : 'very-slow';
  return { findings: [{ id: 'warm-call', outcome, number }] };
};

async function timeOf(probe: Probe): Promise<number> {
  const began = probe.engine.now().getTime();
  await probe.scratch.get(newKey(probe));
  return probe.engine.now().getTime() - began;
}
