import { ownKey, type DataSet } from '../../storage/data-set';
import type { Engine } from '../engine';

/** What was found of a person who should be gone. */
interface Findings {
  /** Records that are there, strictly read. */
  left: number;
  /** Rows that an index still lists though the records are gone: its lag. */
  stale: number;
}

/**
 * Looks for anything that still names the person, by means of its own: strict reads of the keys that account and
 * cohort give, and the person's indexes asked again. It shares nothing with the deletion, so that an error there cannot
 * hide here.
 */
export async function lookFor(
  engine: Engine,
  subject: string,
  cohort: string | undefined,
): Promise<Findings> {
  const findings: Findings = { left: 0, stale: 0 };
  for (const set of engine.store.map) {
    if (set.found?.by === 'key') findings.left += await countByKey(engine, set, subject);
    if (set.found?.by === 'index') await countByIndex(engine, set, subject, findings);
    if (set.found?.by === 'named-row') findings.left += await countInRow(engine, set, subject, cohort);
  }
  return findings;
}

async function countByKey(engine: Engine, set: DataSet, subject: string): Promise<number> {
  return (await engine.store.get(set, ownKey(set, subject))) === undefined ? 0 : 1;
}

async function countByIndex(
  engine: Engine,
  set: DataSet,
  subject: string,
  findings: Findings,
): Promise<void> {
  const partitioned = set.indexes.filter(
    ({ partition }) => partition.length === 1 && partition[0] === 'accountId',
  );
  for (const index of partitioned) {
    const listed = await engine.store.query(set, { index: index.name, partition: [subject], limit: 100 });
    const rows = await engine.store.getAll(listed.map(({ key }) => ({ dataSet: set, key })));
    const there = rows.filter((row) => row !== undefined).length;
    findings.left += there;
    findings.stale += rows.length - there;
  }
}

async function countInRow(
  engine: Engine,
  set: DataSet,
  subject: string,
  key: string | undefined,
): Promise<number> {
  if (set.found?.by !== 'named-row' || key === undefined) return 0;
  const { list, member } = set.found;
  const row = (await engine.store.get(set, key)) as Record<string, unknown> | undefined;
  const members = (row?.[list] ?? []) as Array<Record<string, unknown>>;
  return members.filter((item) => item[member] === subject).length;
}
