import { DATA_MAP } from '../../src/data-map';
import { COHORT } from '../../src/privacy/data-sets/cohort';
import { REQUEST } from '../../src/privacy/data-sets/request';
import { STANDING } from '../../src/privacy/data-sets/registration';
import { SETTINGS } from '../../src/privacy/data-sets/settings';
import type { DataSet, Field, Kind } from '../../src/storage/data-set';
import { assertDeclared, keyParts, UndeclaredError } from '../../src/storage/declared';
import { recordAt } from '../../src/storage/layout';
import { TIME_ENTRY, type TimeEntry } from '../../src/timesheet/time-entry';
import { SCAN } from '../../src/privacy/data-sets/scan';

const ANNA = '5b10a2844c20165700ede21b';
const BEN = '557058:1a2b3c4d-0000-4000-8000-000000000002';
const ID = '1a2b3c4d00004000800000000000000a';
const KEY = `${ANNA}#${ID}`;
const ENTRY: TimeEntry = {
  accountId: ANNA,
  issueId: '20001',
  projectId: '10000',
  startedOn: '2026-03-02',
  seconds: 3600,
  createdAt: '2026-03-02T09:00:00.000Z',
  position: `2026-03-02#${ID}`,
};
const MARKER = 'S3CRET-VALUE';

/** What the refusal says: the field it names and its sentence. */
function refusalOf(record: unknown, key = KEY, set: DataSet = TIME_ENTRY): UndeclaredError {
  try {
    assertDeclared(DATA_MAP, set, key, record);
  } catch (error) {
    if (error instanceof UndeclaredError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('What the data map declares', () => {
  it('lets a declared record through, with and without its optional fields', () => {
    const { projectId, ...least } = ENTRY;
    expect(projectId).toBe('10000');
    expect(() => assertDeclared(DATA_MAP, TIME_ENTRY, KEY, ENTRY)).not.toThrow();
    expect(() => assertDeclared(DATA_MAP, TIME_ENTRY, KEY, least)).not.toThrow();
  });

  it('takes a key with the one or the other of two fields of the record, and with nothing else', () => {
    const request = {
      accountId: ANNA,
      type: 'access',
      id: ID,
      status: 'declined',
      receivedAt: ENTRY.createdAt,
      due: `${ENTRY.createdAt}#${ID}`,
    };
    for (const place of ['access', ID]) {
      expect(() => assertDeclared(DATA_MAP, REQUEST, `${ANNA}#${place}`, request)).not.toThrow();
    }
    for (const place of ['erasure', `${ID}0`, MARKER]) {
      expect(refusalOf(request, `${ANNA}#${place}`, REQUEST).field).toMatch(/^(type|\(key\))$/);
    }
  });

  it.each<[string, Kind, unknown]>([
    ['as a field', { kind: 'published-text', most: 100 }, 'Tm90aGluZw'],
    [
      'in a list',
      { kind: 'list', of: { text: { kind: 'published-text', most: 100 } }, most: 1 },
      [{ text: 'Tm90aGluZw' }],
    ],
  ])('refuses a text of the app’s own in a record about somebody, %s', (_, value, given) => {
    const said: Field = { value, category: 'pd:WorkHistory', what: 'data.notice-text-text' };
    const set: DataSet = { ...TIME_ENTRY, fields: { ...TIME_ENTRY.fields, said } };
    const write = (into: DataSet) => () => assertDeclared([into], into, KEY, { ...ENTRY, said: given });
    expect(write(set)).toThrow(expect.objectContaining({ field: 'said' }) as Error);
    expect(write({ ...set, about: 'nobody' })).not.toThrow();
  });

  test.each<[string, unknown, string]>([
    ['a field that is not declared', { ...ENTRY, note: MARKER }, 'note'],
    ['a field of the prototype', { ...ENTRY, toString: MARKER }, 'toString'],
    ['an own __proto__', JSON.parse(`{"__proto__": "${MARKER}"}`), '__proto__'],
    ['free text where an ID belongs', { ...ENTRY, issueId: MARKER }, 'issueId'],
    ['free text where a day belongs', { ...ENTRY, startedOn: MARKER }, 'startedOn'],
    ['text for a number', { ...ENTRY, seconds: MARKER }, 'seconds'],
    ['an object for a text', { ...ENTRY, projectId: { text: MARKER } }, 'projectId'],
    ['null for an optional field', { ...ENTRY, projectId: null }, 'projectId'],
    ['a missing field', { ...ENTRY, createdAt: undefined }, 'createdAt'],
    ['the account of nobody', { ...ENTRY, accountId: 'unknown' }, 'accountId'],
    ['the account of nobody known', { ...ENTRY, accountId: 'unidentified' }, 'accountId'],
    ['a name for an account', { ...ENTRY, accountId: `${MARKER} Arber` }, 'accountId'],
    ['an e-mail address for an account', { ...ENTRY, accountId: `${MARKER}@example.com` }, 'accountId'],
    ['someone else than the key says', { ...ENTRY, accountId: BEN }, 'accountId'],
    ['a list for a record', [MARKER], '(record)'],
    ['nothing for a record', null, '(record)'],
    ['text for a record', MARKER, '(record)'],
    [
      'an instance of a class',
      new (class {
        text = MARKER;
      })(),
      '(record)',
    ],
  ])('refuses %s, and names the field but no value', (_, record, field) => {
    const refusal = refusalOf(record);
    expect(refusal).toMatchObject({ dataSet: 'time-entry', field });
    expect(`${refusal.message} ${JSON.stringify(refusal)}`).not.toContain(MARKER);
    expect(refusal.message).not.toMatch(new RegExp(`${ANNA}|${BEN}|20001`));
  });

  test.each([
    ['too few parts', ANNA],
    ['too many parts', `${KEY}#${ID}`],
    ['a part of another kind', `${ANNA}#${MARKER} ${MARKER}`],
    ['an empty part', `${ANNA}#`],
    ['nothing', ''],
    ['a forbidden account', `unknown#${ID}`],
  ])('refuses a key with %s', (_, key) => {
    const refusal = refusalOf(ENTRY, key);
    expect(refusal.field).toBe('(key)');
    expect(refusal.message).not.toContain(MARKER);
  });

  it('refuses a data set that is not in the map, and one that only looks like one of it', () => {
    expect(refusalOf(ENTRY, KEY, { ...TIME_ENTRY, name: 'notes' })).toMatchObject({ field: '(data set)' });
    expect(refusalOf(ENTRY, KEY, { ...TIME_ENTRY })).toMatchObject({ field: '(data set)' });
  });

  it('lets counts be kept only under names of data sets', () => {
    const row = { retentionDays: { 'time-entry': 90 } };
    expect(() => assertDeclared(DATA_MAP, SETTINGS, 'settings', row)).not.toThrow();
    expect(refusalOf({ retentionDays: { anna: 90 } }, 'settings', SETTINGS).field).toBe('retentionDays');
  });

  it('refuses what hides in the rows of a shared record', () => {
    const members = [{ accountId: ANNA, updatedAt: '2026-03-02T09:00:00.000Z', name: MARKER }];
    const cohort = { version: 1, size: 1, countsFrom: '2026-03-02T09:00:00.000Z', members };
    expect(refusalOf(cohort, '1', COHORT).message).not.toContain(MARKER);
  });
});

describe('The data set to which a stored row belongs', () => {
  it('follows from where it lies and how its key is made', () => {
    const standing = recordAt(DATA_MAP, { store: 'entity', entityName: 'standing', key: ANNA });
    expect(standing).toEqual({ dataSet: STANDING, key: ANNA });
    const settings = recordAt(DATA_MAP, { store: 'plain', key: 'settings' });
    expect(settings).toEqual({ dataSet: SETTINGS, key: 'settings' });
    const scan = recordAt(DATA_MAP, { store: 'entity', entityName: 'app-state', key: 'scan#scan' });
    expect(scan).toEqual({ dataSet: SCAN, key: 'scan' });
  });

  test.each([
    { store: 'plain' as const, key: 'cursor' },
    { store: 'plain' as const, key: 'pepper' },
    { store: 'secret' as const, key: 'settings' },
    { store: 'entity' as const, entityName: 'notes', key: ANNA },
    { store: 'entity' as const, key: ANNA },
    { store: 'entity' as const, entityName: 'scan', key: 'scan' },
    { store: 'entity' as const, entityName: 'app-state', key: 'scan' },
    { store: 'entity' as const, entityName: 'app-state', key: 'scans#scan' },
    { store: 'entity' as const, entityName: 'app-state', key: 'time-entry#1' },
  ])('is none for %j', (row) => {
    expect(recordAt(DATA_MAP, row)).toBeUndefined();
  });

  it('takes a key apart into its named parts', () => {
    expect(keyParts(TIME_ENTRY, KEY)).toEqual({ accountId: ANNA, id: ID });
    expect(keyParts(TIME_ENTRY, `${ANNA}#${MARKER}`)).toBeUndefined();
  });
});
