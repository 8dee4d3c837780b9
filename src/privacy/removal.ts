import type { DataSet } from '../storage/data-set';
import type { Engine } from './engine';
import { writeAbout } from './writing';

const RECORDS_AT_ONCE = 20;

/** Removes chosen records of a person, by the way of the feature that keeps them or else by the plain one. */
export function removeRecords(
  engine: Engine,
  set: DataSet,
  accountId: string,
  keys: readonly string[],
): Promise<number> {
  const remover = engine.removers[set.name];
  return remover ? remover(engine, accountId, keys) : removePlainly(engine, set, accountId, keys);
}

/** Records on which nothing but their count depends. */
async function removePlainly(
  engine: Engine,
  set: DataSet,
  accountId: string,
  keys: readonly string[],
): Promise<number> {
  let removed = 0;
  for (let at = 0; at < keys.length; at += RECORDS_AT_ONCE) {
    const group = keys.slice(at, at + RECORDS_AT_ONCE);
    removed += await writeAbout(engine, {
      accountId,
      causedAt: engine.now(),
      registers: false,
      reads: group.map((key) => ({ dataSet: set, key })),
      plan: ({ subject, rows }) => {
        const present = group.filter((_, index) => rows[index] !== undefined);
        if (!subject || present.length === 0) return { done: 0 };
        return {
          write: present.map((key) => ({ do: 'remove', dataSet: set, key })),
          result: present.length,
        };
      },
    });
  }
  return removed;
}
