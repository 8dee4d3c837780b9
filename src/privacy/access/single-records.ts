import type { DataSet } from '../../storage/data-set';
import { ownKey } from '../../storage/own-key';
import type { Stored } from '../../storage/query';
import { markerKeyOf } from '../person/marker';
import type { Engine } from '../engine';
import type { Subject } from '../person/standing';
import { indexOf } from './export-place';

/** Whose export it is, and what was read of them; nothing where they have no data here. */
export interface Exported {
  accountId: string;
  subject: Subject | undefined;
}

/** The record of a person in a data set of which there is one at most; all such sets are read together, when first asked. */
export function singleRecords(engine: Engine, whose: Exported): (set: DataSet) => Promise<Stored[]> {
  let read: Promise<ReadonlyMap<DataSet, Stored>> | undefined;
  return async (set) => {
    read ??= readAll(engine, whose);
    const record = (await read).get(set);
    return record ? [record] : [];
  };
}

async function readAll(engine: Engine, whose: Exported): Promise<ReadonlyMap<DataSet, Stored>> {
  const digest = await markerKeyOf(engine, whose.accountId);
  const refs = engine.store.map
    .filter((set) => set.exported && !indexOf(set))
    .flatMap((dataSet) => {
      const key = dataSet.foundByDigest ? digest : keyOf(dataSet, whose.subject);
      return key === undefined ? [] : [{ dataSet, key }];
    });
  const present = await engine.store.present(refs);
  return new Map(
    present.flatMap(({ dataSet, key, row }) => {
      const own = ownPart(dataSet, row, whose.accountId);
      return own ? [[dataSet, { key, row: own }]] : [];
    }),
  );
}

function keyOf(set: DataSet, subject: Subject | undefined): string | undefined {
  if (!subject) return undefined;
  if (set.found?.by === 'key') return ownKey(set, subject.person.accountId);
  if (set.found?.by !== 'named-row') return undefined;
  return (subject.standing as unknown as Record<string, string>)[set.found.field];
}

/** Of a row that several people share, what is about this one and what holds for all of them. */
function ownPart(set: DataSet, row: object, accountId: string): object | undefined {
  if (set.found?.by !== 'named-row') return row;
  const { list, member } = set.found;
  const { [list]: members, ...shared } = row as Record<string, unknown>;
  const own = (members as Array<Record<string, unknown>>).find((item) => item[member] === accountId);
  return own && { ...shared, ...own };
}
