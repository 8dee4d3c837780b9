import type { RetentionPreview } from '../contract';
import type { DataSet } from '../storage/data-set';
import type { Stored } from '../storage/query';
import { stepsOf } from './anonymising/steps';
import { PERSON, STANDING } from './data-sets/registration';
import type { Settings } from './data-sets/settings';
import type { Engine } from './engine';
import { byPerson, emptiedRegistrations, emptyUntil, expiredFixed, expiredRecords } from './expiry';
import { isHeld } from './restriction';
import { readSettings } from './settings';
import { withPeriods } from './settings-form';

/** Records of a data set that are counted at most: all that one call of a page has time to read strictly. */
export const MOST_COUNTED = 1000;

/** Before the function has to answer. */
const SPARE_MS = 8000;

interface PreviewedSet {
  dataSet: string;
  title: string;
  records: number;
  /** Those of the records that would be added to a total without names. */
  added: number;
  /** Further records whose period has passed but which a restriction holds: they stay. */
  held: number;
  more: boolean;
}

interface Counted {
  shown: PreviewedSet;
  people: string[];
}

/**
 * What the next daily run would remove by the periods in force, or by those given, and by the periods that are fixed;
 * removes nothing. Each listed record is read again strictly, since lists may be late.
 * @throws Refused where a period is outside its limits
 */
export async function previewRetention(
  engine: Engine,
  days: Readonly<Record<string, number>> = {},
): Promise<RetentionPreview> {
  const settings = withPeriods(engine, await readSettings(engine), days);
  const counted: Counted[] = [];
  for (const set of engine.store.map) {
    if (set.retention.days) counted.push(await countExpired(engine, set, settings));
    if (set.retention.fixed) counted.push(await countFixed(engine, set));
  }
  counted.push(await countEmptied(engine));
  return {
    dataSets: counted.map(({ shown }) => shown),
    people: new Set(counted.flatMap(({ people }) => people)).size,
    cap: MOST_COUNTED,
  };
}

async function countExpired(engine: Engine, set: DataSet, settings: Settings): Promise<Counted> {
  const asked = { limit: MOST_COUNTED, spareMs: SPARE_MS };
  const { records: listed, held, next } = await expiredRecords(engine, set, settings, asked);
  const present = await stillThere(engine, set, listed);
  let added = 0;
  for await (const { records } of stepsOf(engine, set, settings, present)) added += records.length;
  return {
    shown: { ...shown(set, present.length, listed), added, held, more: next !== undefined },
    people: [...byPerson(set, present).keys()],
  };
}

async function countFixed(engine: Engine, set: DataSet): Promise<Counted> {
  const pages = await expiredFixed(engine, set, MOST_COUNTED + 1);
  const listed = pages.flat();
  const present = await stillThere(engine, set, listed);
  return { shown: shown(set, present.length, listed), people: [] };
}

/** Registrations on which no record hangs any more: the daily run erases them, unless a restriction holds them. */
async function countEmptied(engine: Engine): Promise<Counted> {
  const asked = { limit: MOST_COUNTED, spareMs: SPARE_MS };
  const { records: listed, held, next } = await emptiedRegistrations(engine, asked);
  const present = await stillThere(engine, STANDING, listed);
  const empty = present.filter(({ row }) => row.empty && row.changedAt < emptyUntil(engine) && !isHeld(row));
  return {
    shown: { ...shown(PERSON, empty.length, listed), held, more: next !== undefined },
    people: empty.map(({ row }) => row.accountId),
  };
}

async function stillThere<Row extends object>(
  engine: Engine,
  dataSet: DataSet<Row>,
  listed: ReadonlyArray<Stored<Row>>,
): Promise<Array<Stored<Row>>> {
  const counting = listed.slice(0, MOST_COUNTED);
  const rows = await engine.store.getAll(counting.map(({ key }) => ({ dataSet, key })));
  return counting.flatMap(({ key }, at) => (rows[at] ? [{ key, row: rows[at] as Row }] : []));
}

const shown = (
  { name, title }: Pick<DataSet, 'name' | 'title'>,
  records: number,
  listed: readonly unknown[],
): PreviewedSet => ({
  dataSet: name,
  title,
  records,
  added: 0,
  held: 0,
  more: listed.length > MOST_COUNTED,
});
