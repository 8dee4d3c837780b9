import type { Anonymise, DataSet } from '../../storage/data-set';
import { accountInKey } from '../../storage/declared';
import { groupedBy } from '../../storage/grouped';
import { ownKey } from '../../storage/own-key';
import type { Stored } from '../../storage/query';
import { STANDING } from '../data-sets/registration';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { restrictionOf } from '../person/standing';
import { byPerson, expiryOf, hasExpired, type Expiry } from './expiry';
import { intoGroups, type Part } from './groups';
import { addingUp, amountIn, valueIn } from './totals';

/** A record that may be added to a total, as it was read. */
export type Addable = Part & Stored;

/** Records that may be added to one total in one step. */
export interface Step {
  value: string;
  records: Addable[];
}

/**
 * The steps in which expired records of a data set would be added to totals: records that are there, strictly read, of
 * people whose data is not restricted (GDPR art. 18), divided so that each step is several people's.
 */
export async function* stepsOf(
  engine: Engine,
  set: DataSet,
  settings: Settings,
  expired: readonly Stored[],
): AsyncGenerator<Step> {
  const rule = addingUp(set, settings);
  const expiry = expiryOf(engine, set, settings);
  if (!rule || !expiry) return;
  for (const [value, listed] of groupedBy(expired, ({ row }) => valueIn(rule, row))) {
    if (byPerson(set, listed).size < rule.people) continue;
    const usable = await usableRecords(engine, set, listed);
    const records = usable.filter(({ row }) => isDue(rule, value, expiry, row));
    for (const group of intoGroups(partsOf(engine, set, rule, records), rule.people)) {
      yield { value, records: group };
    }
  }
}

/** Whether a record, as it is now, is one of those that are added up here. */
const isDue = (rule: Anonymise, value: string, expiry: Expiry, row: object): boolean =>
  valueIn(rule, row) === value && hasExpired(expiry, row);

/** A restriction says to keep and not to use; and what a list shows may be gone. */
async function usableRecords(engine: Engine, set: DataSet, listed: readonly Stored[]): Promise<Stored[]> {
  const people = [...byPerson(set, listed)];
  const standings = await engine.store.getAll(
    people.map(([accountId]) => ({ dataSet: STANDING, key: ownKey(STANDING, accountId) })),
  );
  const free = people.flatMap(([, own], at) => {
    const standing = standings[at];
    return standing && !restrictionOf(standing) ? own : [];
  });
  const rows = await engine.store.getAll(free.map(({ key }) => ({ dataSet: set, key })));
  return free.flatMap(({ key }, at) => (rows[at] ? [{ key, row: rows[at] }] : []));
}

function partsOf(engine: Engine, set: DataSet, rule: Anonymise, records: readonly Stored[]): Addable[] {
  return records.map((record) => ({
    ...record,
    person: accountInKey(set, record.key) ?? '',
    amount: amountIn(rule, record.row),
    touches: (engine.dependents[set.name]?.refs([record]) ?? []).map(({ key }) => key),
  }));
}
