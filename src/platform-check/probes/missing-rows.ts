import type { Scratch, ScratchCondition, ScratchStep } from '../../storage/scratch';
import { codesOf, newKey, remove, ROW, withRow, type Probe, type Step } from '../step';

type OnMissing = 'fails' | 'passes' | 'evaluated';

const IS_ONE: ScratchCondition = { is: 1 };
const IS_TWO: ScratchCondition = { is: 2 };
const IS_MISSING: ScratchCondition = { isMissing: true };

/** What a condition does on a row that is not there: in a check, a set and a delete. */
export const checkMissing: Step = async (probe) => ({
  findings: [
    { id: 'check-on-missing-row', outcome: await onMissing(probe, (key, on) => ({ do: 'check', key, on })) },
  ],
});

export const setMissing: Step = async (probe) => {
  const outcome = await onMissing(probe, (key, on) => ({ do: 'set', key, row: ROW, on }));
  return { findings: [{ id: 'set-on-missing-row', outcome }] };
};

export const deleteMissing: Step = async (probe) => {
  const outcome = await onMissing(probe, (key, on) => ({ do: 'delete', key, on }));
  return { findings: [{ id: 'delete-on-missing-row', outcome }] };
};

/** A condition on a value first; where it fails, one that holds of a row without anything. */
async function onMissing(
  probe: Probe,
  stepOn: (key: string, on: ScratchCondition) => ScratchStep,
): Promise<OnMissing> {
  if (await isTaken(probe, (key) => stepOn(key, IS_ONE))) return 'passes';
  return (await isTaken(probe, (key) => stepOn(key, IS_MISSING))) ? 'evaluated' : 'fails';
}

/** Whether a transaction with this step is carried out: it writes another row beside it, which says so. */
async function isTaken(probe: Probe, stepOn: (key: string) => ScratchStep): Promise<boolean> {
  const [missing, beside] = [newKey(probe), newKey(probe)];
  await probe.scratch.transact([stepOn(missing), { do: 'set', key: beside, row: ROW }]);
  const isThere = (await probe.scratch.get(beside)) !== undefined;
  await remove(probe.scratch, [missing, beside]);
  return isThere;
}

/** Where a condition fails: with which code, and whether anything of the transaction is written. */
export const failingCondition: Step = (probe) =>
  withRow(probe, async (key) => {
    const { scratch } = probe;
    const beside = newKey(probe);
    const said = await scratch.transact([
      { do: 'check', key, on: IS_TWO },
      { do: 'set', key: beside, row: ROW },
    ]);
    const isThere = (await scratch.get(beside)) !== undefined;
    const first = newKey(probe);
    const reversed = await partOf(scratch, first, key);
    await remove(scratch, [beside, first]);
    const code = said.done ? 'not-refused' : said.code === 'CONDITIONAL_CHECK_FAILED' ? 'known' : 'other';
    return {
      findings: [
        { id: 'condition-code', outcome: code },
        { id: 'all-or-nothing', outcome: (isThere && !said.done) || reversed ? 'part' : 'nothing' },
      ],
      codes: codesOf('condition-code', said),
    };
  });

/** The same with the condition on a set, after one that is good: whether a refused transaction wrote the first. */
async function partOf(scratch: Scratch, first: string, key: string): Promise<boolean> {
  const said = await scratch.transact([
    { do: 'set', key: first, row: ROW },
    { do: 'set', key, row: { version: 3 }, on: IS_TWO },
  ]);
  return !said.done && (await scratch.get(first)) !== undefined;
}
