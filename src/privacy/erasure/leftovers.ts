import type { SeenRow } from '../../storage/whole-store';
import { ERASURE_JOB, type ErasureJob } from '../data-sets/erasure-job';
import { PERSON } from '../data-sets/registration';
import type { Engine } from '../engine';
import { isEnded } from './jobs';
import { mentionsIn } from './mentions';
import { reopenErasure } from './reopening';

/** Accounts that a portion names before the time that is left is looked at: as many as one strict read takes. */
const NAMED_AT_ONCE = 25;

/** A row, and someone whom it names. */
interface Mention {
  row: SeenRow;
  accountId: string;
}

/** The rows in groups, so that what one group costs does not depend on how many people its rows name. */
export function* portionsOf(rows: readonly SeenRow[]): Generator<SeenRow[]> {
  let portion: SeenRow[] = [];
  let named = new Set<string>();
  for (const row of rows) {
    portion.push(row);
    for (const { accountId } of mentionsOf(row)) named.add(accountId);
    if (named.size < NAMED_AT_ONCE) continue;
    yield portion;
    [portion, named] = [[], new Set()];
  }
  if (portion.length > 0) yield portion;
}

const mentionsOf = (row: SeenRow): Mention[] =>
  [...mentionsIn(row.dataSet, row.key, row.value)].map((accountId) => ({ row, accountId }));

/** How many of the rows name someone without a live row; an erasure is taken up for each such person. */
export async function leftoversAmong(engine: Engine, rows: readonly SeenRow[]): Promise<number> {
  const mentions = rows.flatMap(mentionsOf);
  const alive = await aliveAmong(engine, mentions);
  const suspects = mentions.filter(({ accountId }) => !alive.has(accountId));
  const left = suspects.length === 0 ? [] : await stillThere(engine, suspects);
  const firstOfEach = new Map<string, SeenRow>();
  for (const { accountId, row } of left) if (!firstOfEach.has(accountId)) firstOfEach.set(accountId, row);
  for (const [accountId, row] of firstOfEach) await reopenErasure(engine, accountId, row);
  return left.length;
}

async function aliveAmong(engine: Engine, mentions: readonly Mention[]): Promise<Set<string>> {
  const all = [...new Set(mentions.map(({ accountId }) => accountId))];
  const rows = await engine.store.getAll(all.map((key) => ({ dataSet: PERSON, key })));
  return new Set(all.filter((_, at) => rows[at] !== undefined));
}

/** Those that are leftovers when everything is read again strictly, the person after the row: the list may be late. */
async function stillThere(engine: Engine, suspects: readonly Mention[]): Promise<Mention[]> {
  const rows = await engine.store.getAll(suspects.map(({ row: { dataSet, key } }) => ({ dataSet, key })));
  const alive = await aliveAmong(engine, suspects);
  return suspects.filter(
    ({ row, accountId }, at) => !alive.has(accountId) && isLeftover(row, rows[at], accountId),
  );
}

/** An erasure under way names the person it is about, and may. */
function isLeftover({ dataSet, key }: SeenRow, present: object | undefined, accountId: string): boolean {
  if (present === undefined || !mentionsIn(dataSet, key, present).has(accountId)) return false;
  return dataSet.name !== ERASURE_JOB.name || isEnded(present as ErasureJob);
}
