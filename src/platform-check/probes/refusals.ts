import type { Said } from '../../storage/scratch';
import type { Finding } from '../assumptions';
import { codesOf, newKey, remove, ROW, withRow, type Probe, type Step, type Taken } from '../step';

const isIt = (code: string, said: Said<unknown>): 'known' | 'other' =>
  !said.done && said.code === code ? 'known' : 'other';

/** The same key in two entities; two different keys tell whether it is that which is refused. */
export const twoEntities: Step = async (probe) => {
  const [one, other, same] = [newKey(probe), newKey(probe), newKey(probe)];
  const inTwo = (key: string, elsewhere: string) =>
    probe.scratch.transact([
      { do: 'set', key, row: ROW },
      { do: 'delete-elsewhere', key: elsewhere },
    ]);
  const control = await inTwo(one, other);
  const said = await inTwo(same, same);
  await remove(probe.scratch, [one, same]);
  const outcome = !control.done ? 'not-told' : said.done ? 'allowed' : 'refused';
  return {
    findings: [{ id: 'key-in-two-entities', outcome }],
    codes: codesOf('key-in-two-entities', said, control),
  };
};

/** A key twice in a batch, one under which nothing lies, and one that must not be replaced. */
export const refusedKeys: Step = (probe) =>
  withRow(probe, async (key) => {
    const twice = await probe.scratch.batchCodes([key, key]);
    const missing = await probe.scratch.batchCodes([newKey(probe), key]);
    const parts: Taken[] = [
      {
        findings: [
          {
            id: 'key-twice-in-batch',
            outcome: twice.done ? 'answered' : isIt('KEY_DUPLICATION_ERROR', twice),
          },
        ],
        codes: codesOf('key-twice-in-batch', twice),
      },
      missingInBatch(missing),
      await existingKey(probe, key),
    ];
    return {
      findings: parts.flatMap(({ findings = [] }) => findings),
      codes: parts.flatMap(({ codes = [] }) => codes),
    };
  });

function missingInBatch(said: Said<string[]>): Taken {
  const codes = said.done ? said.answer : [said.code];
  const isKnown = said.done && codes.length === 1 && codes[0] === 'KEY_NOT_FOUND';
  const finding: Finding = { id: 'missing-in-batch', outcome: isKnown ? 'known' : 'other' };
  return { findings: [finding], codes: codes.map((code) => ({ id: finding.id, code })) };
}

async function existingKey({ scratch }: Probe, key: string): Promise<Taken> {
  const said = await scratch.setIfAbsent(key, { version: 2 });
  const row: { version?: unknown } | undefined = await scratch.get(key);
  const outcome = row?.version === 1 ? isIt('KEY_CONFLICT', said) : 'replaced';
  return { findings: [{ id: 'existing-key', outcome }], codes: codesOf('existing-key', said) };
}

/** What becomes of an attribute that the manifest does not declare. */
export const unknownAttribute: Step = (probe) =>
  withRow(probe, async (key) => {
    const said = await probe.scratch.setUndeclared(key, ROW);
    const outcome = !said.done ? 'refused' : said.answer ? 'kept' : 'dropped';
    return {
      findings: [{ id: 'unknown-attribute', outcome }],
      codes: codesOf('unknown-attribute', said),
    };
  });
