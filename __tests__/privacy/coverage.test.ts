import { DATA_MAP } from '../../src/data-map';
import type { ExportPage } from '../../src/contract';
import { sha256 } from '../../src/privacy/digest';
import type { AuditLine } from '../../src/privacy/data-sets/audit';
import type { Standing } from '../../src/privacy/data-sets/registration';
import { fieldsOf, type DataSet } from '../../src/storage/data-set';
import { sayIn } from '../../src/words';
import type { LocalForge } from '../../local/forge';
import type { LoadedRow, StoredRow } from '../../local/storage';
import { everyPage } from '../behaviour/pages';
import { personOf } from '../behaviour/person';
import { recordOf } from '../setup/generated-record';
import { rawRow } from '../setup/rows-of';
import { expectStoredIsDeclared } from '../setup/stored-is-declared';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';

const { anna, ben } = PEOPLE;
const RECORDS = 3;
/** Of acts as an administrator there is one row a person. */
const recordsIn = (name: string): number => (name === 'administrator' ? 1 : RECORDS);
const ABOUT_PEOPLE = DATA_MAP.filter(({ about }) => about === 'person' || about === 'people');
const INDEXED = ABOUT_PEOPLE.filter(({ found }) => found?.by === 'index');

let forge: LocalForge;
afterEach(() => forge.close());

function rowOf(set: DataSet, accountId: string, n: number): LoadedRow {
  const { key, value } = recordOf(set, accountId, n);
  return rawRow(set, key, value);
}

const isStandingOf = (accountId: string) => (row: StoredRow) =>
  row.entityName === 'standing' && (row.value as Standing).accountId === accountId;

/** A registered person with made-up records in every data set that they can have records in. */
async function generate(accountId: string): Promise<void> {
  await personOf(forge, accountId).log('2026-03-02');
  const present = storedRows(forge);
  const kept = new Set(present.map(({ entityName }) => entityName));
  const single = ABOUT_PEOPLE.filter(({ found, name }) => found?.by === 'key' && !kept.has(name));
  const many = INDEXED.flatMap((set) =>
    Array.from({ length: recordsIn(set.name) }, (_, n) => rowOf(set, accountId, n)),
  );
  const counts = { ...Object.fromEntries(INDEXED.map(({ name }) => [name, recordsIn(name)])) };
  const logged = { 'time-entry': RECORDS + 1, 'day-totals': RECORDS + 1 };
  const standing = present.filter(isStandingOf(accountId)).map(({ key, value }) => ({
    store: 'entity' as const,
    entityName: 'standing',
    key,
    value: { ...(value as Standing), counts: { ...counts, ...logged } },
  }));
  await forge.storage.load(forge.installations.get().storageId, [
    ...many,
    ...single.map((set) => rowOf(set, accountId, 0)),
    ...standing,
  ]);
}

const namesOf = (rows: readonly StoredRow[], accountId: string): string[] => {
  const naming = rows.filter((row) => JSON.stringify([row.key, row.value]).includes(accountId));
  return [...new Set(naming.map(({ entityName, store }) => entityName ?? store))].sort();
};

async function exportedBy(accountId: string): Promise<Map<string, Array<Record<string, unknown>>>> {
  const pages = await everyPage<ExportPage>((after) => personOf(forge, accountId).user('exportPage', after));
  const sets = new Map<string, Array<Record<string, unknown>>>();
  for (const { dataSet, records } of pages.flatMap(({ parts }) => parts)) {
    sets.set(dataSet, [...(sets.get(dataSet) ?? []), ...records]);
  }
  return sets;
}

describe('Every data set about people', () => {
  beforeEach(async () => {
    forge = await openTestForge();
    await generate(anna);
    await generate(ben);
  });

  it('has records in this test, so that nothing below is empty talk', () => {
    expectStoredIsDeclared(forge);
    expect(namesOf(storedRows(forge), anna)).toEqual(ABOUT_PEOPLE.map(({ name }) => name).sort());
  });

  it('is shown to the person with its number of records', async () => {
    const { dataSets } = await personOf(forge, anna).user('getOverview');
    expect(dataSets.map(({ name }) => name)).toEqual(ABOUT_PEOPLE.map(({ name }) => name));
    for (const { name, records } of dataSets) {
      const some = INDEXED.some((set) => set.name === name);
      expect(`${name} ${records}`).toBe(`${name} ${some ? countOf(name) : 1}`);
    }
  });

  it('is exported with every record and every field, and nobody else’s is', async () => {
    const exported = await exportedBy(anna);
    expect([...exported.keys()]).toEqual(ABOUT_PEOPLE.map(({ name }) => name));
    for (const set of ABOUT_PEOPLE) {
      const records = exported.get(set.name) ?? [];
      expect(`${set.name} ${records.length}`).toBe(`${set.name} ${countOf(set.name)}`);
      for (const record of records) expect(Object.keys(record)).toEqual(columnsOf(set));
    }
    for (const set of INDEXED) expectRecordsIn(exported.get(set.name) ?? [], set);
    expect(JSON.stringify([...exported])).not.toContain(ben);
  });

  it('is exported with who looked at it, by day, and without what leads to the lines once it is erased', async () => {
    const look = { accountId: anna, reason: 'security' };
    await personOf(forge, PEOPLE.admin).admin('listEntriesOf', look);
    await personOf(forge, PEOPLE.admin).admin('listEntriesOf', { ...look, accountId: ben });
    await forge.clock.advance(1000);
    await personOf(forge, anna).user('setRestriction', { restricted: true });
    const line = { day: '2026-03-02', reason: null, request: null, declineReason: null, records: null };
    expect((await exportedBy(anna)).get('audit')).toEqual([
      { ...line, event: 'entries-viewed', role: 'administrator', reason: 'security' },
      { ...line, event: 'restriction-set', role: 'person' },
    ]);
    const lines = storedRows(forge, 'audit').map(({ key, value }) => [key, value as AuditLine] as const);
    const text = JSON.stringify(
      await everyPage<ExportPage>((after) => personOf(forge, anna).user('exportPage', after)),
    );
    for (const [key, { subject = '' }] of lines) {
      expect(text).not.toContain(subject);
      expect(text).not.toContain(key);
    }
  });

  it('gives everything to its person but what would outlive an erasure in a file', () => {
    const withheld = DATA_MAP.flatMap((set) =>
      fieldsOf(set).map(([name, field]) => [set.name, name, field] as const),
    )
      .filter(([, , field]) => field.exportedAs)
      .map(([set, name, { exportedAs: how }]) => `${set}.${name} ${typeof how === 'object' ? 'day' : how}`);
    expect(withheld).toEqual([
      'person.token nothing',
      // What follows its day is there for an index alone.
      'request.due day',
      // Codes of others, or by which a receipt is found that names nobody.
      'erasure.by nothing',
      'erasure.receiptHash nothing',
      'erasure.furtherCodes nothing',
      'audit.by nothing',
      'audit.subject nothing',
      // Of the site, and in no line about a person.
      'audit.changes nothing',
      'audit.position day',
      'administrator.by nothing',
      'administrator.lastAct day',
      // Of the call, for everybody whom it names.
      'webhook-request.claim nothing',
    ]);
  });

  it('is erased, and nobody else’s is touched', async () => {
    const before = storedRows(forge).filter(({ entityName }) => entityName !== 'cohort');
    const theirs = before.filter((row) => namesOf([row], ben).length > 0);
    // Lines of the audit log lead to everybody here, so an administrator decides.
    const of = { accountId: anna, reason: 'person-asked', receiptHash: sha256('a code') };
    const { id } = await personOf(forge, PEOPLE.admin).admin('erasePerson', of);
    await forge.queue.settle({ delayed: true });
    await expect(personOf(forge, anna).user('getJob', { id })).resolves.toMatchObject({ state: 'done' });
    expect(namesOf(storedRows(forge), anna)).toEqual([]);
    const after = storedRows(forge).filter(({ entityName }) => entityName !== 'cohort');
    expect(after.filter((row) => namesOf([row], ben).length > 0)).toEqual(theirs);
    expect(namesOf(storedRows(forge), ben)).toEqual(ABOUT_PEOPLE.map(({ name }) => name).sort());
  });

  it('is in the notice and, field by field, says what it keeps', async () => {
    const say = sayIn('en');
    const { dataSets } = await personOf(forge, anna).user('getNotice');
    for (const set of ABOUT_PEOPLE) {
      const told = dataSets.find(({ name }) => name === set.name);
      expect(told?.fields).toEqual(
        fieldsOf(set).map(([name, { what, category }]) => ({ name, what: say(what), category })),
      );
    }
  });
});

/** What was generated, and what the logged entry brought besides. */
function countOf(name: string): number {
  if (!INDEXED.some((set) => set.name === name)) return 1;
  return name === 'time-entry' || name === 'day-totals' ? RECORDS + 1 : recordsIn(name);
}

function columnsOf(set: DataSet): string[] {
  const given = fieldsOf(set).filter(([, { exportedAs }]) => exportedAs !== 'nothing');
  return given.flatMap(([name, { value, exportedAs }]) => {
    if (typeof exportedAs === 'object') return [exportedAs.day];
    return value.kind === 'list' ? Object.keys({ ...value.of, ...value.optional }) : [name];
  });
}

/** Every generated record is among the exported ones, value for value where the value is a single one, or its day. */
function expectRecordsIn(records: ReadonlyArray<Record<string, unknown>>, set: DataSet): void {
  const given = new Map(fieldsOf(set).map(([name, { exportedAs }]) => [name, exportedAs]));
  for (let n = 0; n < recordsIn(set.name); n += 1) {
    const { value } = recordOf(set, anna, n);
    const single = Object.entries(value)
      .filter(([name, field]) => typeof field !== 'object' && given.get(name) !== 'nothing')
      .map(([name, field]) => {
        const as = given.get(name);
        return typeof as === 'object' ? [as.day, String(field).slice(0, 'yyyy-mm-dd'.length)] : [name, field];
      });
    expect(records).toContainEqual(expect.objectContaining(Object.fromEntries(single)));
  }
}
