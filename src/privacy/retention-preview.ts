import type { DataSet } from '../storage/data-set';
import type { Settings } from './data-sets/settings';
import type { Engine } from './engine';
import { byPerson, expiredRecords } from './expiry';
import { periodSets, withPeriods } from './settings-form';
import { readSettings } from './settings';

/** Records of a data set that are counted at most: all that one call of a page has time to read strictly. */
export const MOST_COUNTED = 1000;

export interface RetentionPreview {
  dataSets: PreviewedSet[];
  people: number;
  cap: number;
}

interface PreviewedSet {
  dataSet: string;
  title: string;
  records: number;
  more: boolean;
}

interface Counted {
  shown: PreviewedSet;
  people: string[];
}

/**
 * What the next daily run would remove by the periods in force, or by those given; removes nothing. Each listed record is
 * read again strictly, since lists may be late.
 * @throws Refused where a period is outside its limits
 */
export async function previewRetention(
  engine: Engine,
  days: Readonly<Record<string, number>> = {},
): Promise<RetentionPreview> {
  const settings = withPeriods(engine, await readSettings(engine), days);
  const counted: Counted[] = [];
  for (const set of periodSets(engine)) counted.push(await countExpired(engine, set, settings));
  return {
    dataSets: counted.map(({ shown }) => shown),
    people: new Set(counted.flatMap(({ people }) => people)).size,
    cap: MOST_COUNTED,
  };
}

async function countExpired(engine: Engine, set: DataSet, settings: Settings): Promise<Counted> {
  const listed = await expiredRecords(engine, set, settings, MOST_COUNTED + 1);
  const counting = listed.slice(0, MOST_COUNTED);
  const rows = await engine.store.getAll(counting.map(({ key }) => ({ dataSet: set, key })));
  const present = counting.filter((_, at) => rows[at] !== undefined);
  return {
    shown: {
      dataSet: set.name,
      title: set.title,
      records: present.length,
      more: listed.length > MOST_COUNTED,
    },
    people: [...byPerson(set, present).keys()],
  };
}
