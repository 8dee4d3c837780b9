import type { RetentionPreview } from '../../contract';
import type { DataSet } from '../../storage/data-set';
import type { Stored } from '../../storage/query';
import { PERSON, STANDING } from '../data-sets/registration';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { mustStay } from '../person/grounds';
import { withPeriods } from '../settings/form';
import { readSettings } from '../settings/settings';
import {
  byPerson,
  emptiedRegistrations,
  emptyUntil,
  expiredRecords,
  expiryOf,
  hasExpired,
  expiredFixed,
} from './expiry';
import { stepsOf } from './add-up';

/** Records of a data set that are counted at most: all that one call of a page has time to read strictly. */
const MOST_COUNTED = 1000;

/** Before the function has to answer. */
const ANSWER_MS = 8000;

type PreviewedSet = RetentionPreview['dataSets'][number];

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
    const expired = await countExpired(engine, set, settings);
    if (expired) counted.push(expired);
    if (set.retention.fixed) counted.push(await countFixed(engine, set, settings));
  }
  counted.push(await countEmptied(engine));
  return {
    dataSets: counted.map(({ shown }) => shown),
    people: new Set(counted.flatMap(({ people }) => people)).size,
    cap: MOST_COUNTED,
  };
}

async function countExpired(engine: Engine, set: DataSet, settings: Settings): Promise<Counted | undefined> {
  const expiry = expiryOf(set, settings, engine.now());
  if (!expiry) return undefined;
  const asked = { limit: MOST_COUNTED, spareMs: ANSWER_MS };
  const { records: listed, held, next } = await expiredRecords(engine, set, expiry, asked);
  const expired = (await stillThere(engine, set, listed)).filter(({ row }) => hasExpired(expiry, row));
  let added = 0;
  for await (const { records } of stepsOf(engine, set, settings, expired)) added += records.length;
  return {
    shown: { ...shown(set, expired.length), added, held, more: next !== undefined },
    people: [...byPerson(set, expired).keys()],
  };
}

async function countFixed(engine: Engine, set: DataSet, settings: Settings): Promise<Counted> {
  let records = 0;
  for await (const rows of expiredFixed(engine, set, settings)) {
    records += rows.length;
    if (records > MOST_COUNTED || engine.remainingMs() < ANSWER_MS) {
      return { shown: { ...shown(set, Math.min(records, MOST_COUNTED)), more: true }, people: [] };
    }
  }
  return { shown: shown(set, records), people: [] };
}

/** Registrations on which no record hangs any more: the daily run erases them, unless a restriction holds them. */
async function countEmptied(engine: Engine): Promise<Counted> {
  const asked = { limit: MOST_COUNTED, spareMs: ANSWER_MS };
  const { records: listed, held, next } = await emptiedRegistrations(engine, asked);
  const present = await stillThere(engine, STANDING, listed);
  const empty = present.filter(
    ({ row }) => row.empty && row.changedAt < emptyUntil(engine) && !mustStay(row),
  );
  return {
    shown: { ...shown(PERSON, empty.length), held, more: next !== undefined },
    people: empty.map(({ row }) => row.accountId),
  };
}

const stillThere = <Row extends object>(
  engine: Engine,
  dataSet: DataSet<Row>,
  listed: ReadonlyArray<Stored<Row>>,
): Promise<Array<Stored<Row>>> => engine.store.present(listed.map(({ key }) => ({ dataSet, key })));

const shown = ({ name, title }: Pick<DataSet, 'name' | 'title'>, records: number): PreviewedSet => ({
  dataSet: name,
  title,
  records,
  added: 0,
  held: 0,
  more: false,
});
