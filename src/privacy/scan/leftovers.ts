import { fieldsOf, type DataSet, type Kind } from '../../storage/data-set';
import { groupedBy } from '../../storage/grouped';
import type { SeenRow } from '../../storage/whole-store';
import { ERASURE_JOB, isEnded, type ErasureJob } from '../data-sets/erasure-job';
import { PERSON } from '../data-sets/registration';
import type { Engine } from '../engine';
import { withLiveRowAnew } from '../person/lost-rows';
import { reopenErasure } from './reopen';

/** Accounts that a portion names before the time that is left is looked at: as many as one strict read takes. */
const NAMED_AT_ONCE = 25;

/** A row, and someone whom it names. */
interface Mention {
  row: SeenRow;
  accountId: string;
}

/**
 * What a pass came to know of people in this invocation, so that it reads no live row twice. What changes after it was read
 * is for the next pass: an erasure that begins or ends meanwhile was not done when this one began.
 */
interface Known {
  /** People who are registered, or whose erasure is under way: rows may name them. */
  mayBeNamed: Set<string>;
  /** People of whom a leftover was found. */
  reopened: Set<string>;
}

export const nobodyKnown = (): Known => ({ mayBeNamed: new Set(), reopened: new Set() });

/** The rows in groups, so that what one group costs does not depend on how many people its rows name. */
export function* portionsOf(rows: readonly SeenRow[], { mayBeNamed }: Known): Generator<SeenRow[]> {
  let portion: SeenRow[] = [];
  let named = new Set<string>();
  for (const row of rows) {
    portion.push(row);
    for (const { accountId } of mentionsOf(row)) if (!mayBeNamed.has(accountId)) named.add(accountId);
    if (named.size < NAMED_AT_ONCE) continue;
    yield portion;
    [portion, named] = [[], new Set()];
  }
  if (portion.length > 0) yield portion;
}

const mentionsOf = (row: SeenRow): Mention[] =>
  [...mentionsIn(row.dataSet, row.key, row.value)].map((accountId) => ({ row, accountId }));

/** How many of the rows name someone without a live row and without an erasure under way; theirs is taken up. */
export async function leftoversAmong(
  engine: Engine,
  rows: readonly SeenRow[],
  known: Known = nobodyKnown(),
): Promise<number> {
  const mentions = rows.flatMap(mentionsOf);
  const unknown = (): Mention[] => mentions.filter(({ accountId }) => !known.mayBeNamed.has(accountId));
  for (const accountId of await aliveAmong(engine, unknown())) known.mayBeNamed.add(accountId);
  const left = await stillThere(engine, unknown());
  for (const [accountId, theirs] of groupedBy(left, (mention) => mention.accountId)) {
    if (known.reopened.has(accountId)) continue;
    const isHere = (await withLiveRowAnew(engine, accountId)) !== undefined;
    const isReopened = !isHere && (await reopenErasure(engine, accountId, rowsOf(theirs)));
    (isReopened ? known.reopened : known.mayBeNamed).add(accountId);
  }
  return left.filter(({ accountId }) => known.reopened.has(accountId)).length;
}

const rowsOf = (mentions: readonly Mention[]): SeenRow[] => mentions.map(({ row }) => row);

async function aliveAmong(engine: Engine, mentions: readonly Mention[]): Promise<string[]> {
  const all = [...new Set(mentions.map(({ accountId }) => accountId))];
  const rows = await engine.store.getAll(all.map((key) => ({ dataSet: PERSON, key })));
  return all.filter((_, at) => rows[at] !== undefined);
}

/** Those that are leftovers, as they are when everything is read again strictly, the person after the row: the list may be late. */
async function stillThere(engine: Engine, suspects: readonly Mention[]): Promise<Mention[]> {
  const rows = await engine.store.getAll(suspects.map(({ row: { dataSet, key } }) => ({ dataSet, key })));
  const alive = new Set(await aliveAmong(engine, suspects));
  return suspects.flatMap(({ row, accountId }, at) => {
    const value = rows[at];
    const isLeft = !alive.has(accountId) && isLeftover(row, value, accountId);
    return isLeft ? [{ row: { ...row, value }, accountId }] : [];
  });
}

/** An erasure under way names the person it is about, and may. */
function isLeftover({ dataSet, key }: SeenRow, present: object | undefined, accountId: string): boolean {
  if (present === undefined || !mentionsIn(dataSet, key, present).has(accountId)) return false;
  return dataSet.name !== ERASURE_JOB.name || isEnded(present as ErasureJob);
}

/** The account IDs that a record holds where its data set declares one: in its key, a field, or a list. */
function mentionsIn(dataSet: DataSet, key: string, record: unknown): Set<string> {
  const found = new Set<string>();
  const texts = key.split('#');
  dataSet.key.forEach(([, kind], at) => collect(kind, texts[at], found));
  if (typeof record === 'object' && record !== null) {
    for (const [name, { value }] of fieldsOf(dataSet)) {
      collect(value, (record as Record<string, unknown>)[name], found);
    }
  }
  return found;
}

function collect(kind: Kind, value: unknown, found: Set<string>): void {
  if (kind.kind === 'account-id' && typeof value === 'string') found.add(value);
  if (kind.kind !== 'list' || !Array.isArray(value)) return;
  for (const item of value as unknown[]) {
    for (const [name, inner] of Object.entries(kind.of)) {
      collect(inner, (item as Record<string, unknown> | null)?.[name], found);
    }
  }
}
