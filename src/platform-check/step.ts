import type { SiteCode } from '../contract';
import { randomToken } from '../privacy/digest';
import type { Engine } from '../privacy/engine';
import type { RowChange } from '../privacy/versioned';
import { StorageRefusedError } from '../storage/failures';
import type { Said, Scratch } from '../storage/scratch';
import type { Finding } from './assumptions';
import type { ScratchRow, SiteCheck } from './data-sets';

/** What a step of the check works with. */
export interface Probe {
  engine: Engine;
  scratch: Scratch;
  row: SiteCheck;
  /** Notes in the row of the check, before it is done, what must not be done twice. */
  note: (change: RowChange<SiteCheck>) => Promise<void>;
}

/** What came of a step. */
export interface Taken {
  findings?: Finding[];
  codes?: SiteCode[];
  change?: RowChange<SiteCheck>;
  /** It has to be taken again: what it waits for has not come. */
  again?: true;
}

/** One short call: it keeps to some seconds, cleans up behind itself, and can be taken twice. */
export type Step = (probe: Probe) => Promise<Taken>;

export const ROW: ScratchRow = { version: 1 };

/** A key under which nothing lies. */
export const newKey = ({ row }: Probe): string => `${row.startedAt}#${randomToken()}`;

/** A key that is the same each time a step of this check is taken. */
export const ownKey = ({ row }: Probe, part: string): string => `${row.startedAt}#${row.run}-${part}`;

/** Rows that one transaction deletes beside its condition. */
const GROUP = 24;

/** Deletes scratch rows, whether they are there or not. */
export async function remove(scratch: Scratch, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += GROUP) {
    await scratch.transact(keys.slice(at, at + GROUP).map((key) => ({ do: 'delete', key })));
  }
}

/** Works with a row that is there, and deletes it afterwards. */
export async function withRow<Result>(probe: Probe, work: (key: string) => Promise<Result>): Promise<Result> {
  const key = newKey(probe);
  await written(probe.scratch, key);
  try {
    return await work(key);
  } finally {
    await remove(probe.scratch, [key]);
  }
}

/** @throws StorageRefusedError where not even a write without a condition is taken, for example as the store is closed */
export async function written(scratch: Scratch, ...keys: readonly string[]): Promise<void> {
  const said = await scratch.transact(keys.map((key) => ({ do: 'set', key, row: ROW })));
  if (!said.done) throw new StorageRefusedError(said.code);
}

/** The codes of what was refused. */
export const codesOf = (id: Finding['id'], ...all: ReadonlyArray<Said<unknown>>): SiteCode[] =>
  all.flatMap((said) => (said.done ? [] : [{ id, code: said.code }]));
