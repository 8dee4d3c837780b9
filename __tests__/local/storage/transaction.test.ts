import { openStore, setEmployee, SITE, type Answer, type Store } from './open-store';

const ageIs = (age: number): object => ({ property: 'age', condition: 'EQUAL_TO', values: [age] });
const isAge = (age: number): object => ({ and: [ageIs(age)] });
const noAge = { and: [{ property: 'age', condition: 'NOT_EXISTS', values: [true] }] };
const on = (key: string, conditions?: object): object => ({
  entityName: 'employee',
  key,
  ...(conditions && { conditions }),
});

let store: Store;

beforeEach(async () => {
  store = await openStore();
  await setEmployee(store, 'e', { age: 30 });
});

const codeOf = ({ status, body }: Answer): string => (status === 204 ? 'done' : `${status} ${body.code}`);
const transact = async (body: object): Promise<string> => codeOf(await store.call('transaction', body));
const keys = (): string[] => store.storage.dump(SITE).map(({ key }) => key);

test.each([
  ['set', { set: [{ ...on('e', isAge(30)), value: { age: 31 } }] }, 'done'],
  ['set', { set: [{ ...on('e', isAge(29)), value: { age: 31 } }] }, '400 CONDITIONAL_CHECK_FAILED'],
  ['delete', { delete: [on('e', isAge(30))] }, 'done'],
  ['delete', { delete: [on('e', isAge(29))] }, '400 CONDITIONAL_CHECK_FAILED'],
  ['check', { check: [on('e', isAge(30))] }, 'done'],
  ['check', { check: [on('e', isAge(29))] }, '400 CONDITIONAL_CHECK_FAILED'],
  ['check', { check: [on('e', { or: [ageIs(29), ageIs(30)] })] }, 'done'],
])('a condition on a %s: case %#', async (_kind, body, expected) => {
  expect(await transact(body)).toBe(expected);
});

describe('a condition on a row that is missing', () => {
  test.each([
    ['fails', isAge(30), '400 CONDITIONAL_CHECK_FAILED'],
    ['fails', noAge, '400 CONDITIONAL_CHECK_FAILED'],
    ['passes', isAge(30), 'done'],
    ['passes', noAge, 'done'],
    ['evaluated', isAge(30), '400 CONDITIONAL_CHECK_FAILED'],
    ['evaluated', noAge, 'done'],
  ] as const)('%s: %j ends with %s', async (outcome, conditions, expected) => {
    store.storage.settings.conditionOnMissingRow = outcome;
    expect(await transact({ set: [{ ...on('x', conditions), value: { age: 1 } }] })).toBe(expected);
    expect(await transact({ delete: [on('y', conditions)] })).toBe(expected);
    expect(await transact({ check: [on('z', conditions)] })).toBe('400 CONDITIONAL_CHECK_FAILED');
    store.storage.settings.checkOnMissingRow = outcome;
    expect(await transact({ check: [on('z', conditions)] })).toBe(expected);
  });
});

test('one failing operation of any kind leaves everything as it was', async () => {
  await store.call('set', { key: 'p', value: 1 });
  const before = store.storage.dump(SITE);
  const good = { set: [{ key: 'q', value: 1 }], delete: [{ key: 'p' }] };
  expect(await transact({ ...good, check: [on('e', isAge(1))] })).toBe('400 CONDITIONAL_CHECK_FAILED');
  expect(await transact({ ...good, delete: [{ key: 'p' }, on('bad/key')] })).toBe('400 INVALID_KEY');
  expect(await transact({ set: [...good.set, { ...on('n'), value: { age: 'x' } }] })).toBe(
    '400 INCORRECT_PROPERTY_TYPE',
  );
  expect(store.storage.dump(SITE)).toEqual(before);
});

test('conditions see the rows as they were before the transaction, strictly, whatever queries show', async () => {
  store.storage.settings.queryLagMs = 60_000;
  await setEmployee(store, 'e', { age: 31 });
  const author = { entityName: 'author', key: 'a', value: { surname: 'A' } };
  expect(await transact({ set: [author], check: [on('e', isAge(31))] })).toBe('done');
});

test('each key once, whatever the operations', async () => {
  const plain = { key: 'e', value: 1 };
  expect(await transact({ set: [plain, plain] })).toBe('400 KEY_DUPLICATION_ERROR');
  expect(await transact({ set: [{ ...on('e'), value: {} }], check: [on('e', isAge(30))] })).toBe(
    '400 KEY_DUPLICATION_ERROR',
  );
  const both = { set: [plain, { ...on('e'), value: {} }], delete: [{ entityName: 'author', key: 'e' }] };
  expect(await transact(both)).toBe('400 KEY_DUPLICATION_ERROR');
  store.storage.settings.transactionKeys = 'once-per-entity';
  expect(await transact(both)).toBe('done');
});

test('a transaction keeps others from the rows that it names, for as long as is set', async () => {
  const checking = (key: string): object => ({
    check: [on('e', isAge(30))],
    set: [{ ...on(key), value: {} }],
  });
  expect(await transact(checking('a'))).toBe('done');
  expect(await transact(checking('b'))).toBe('done');
  store.storage.settings.transactionHoldMs = 10;
  expect(await transact(checking('c'))).toBe('done');
  store.wait(9);
  expect(await transact(checking('d'))).toBe('409 TRANSACTION_CONFLICT');
  expect(await transact({ set: [{ ...on('d'), value: {} }] })).toBe('done');
  expect(await transact({ set: [{ key: 'e', value: {} }] })).toBe('done');
  store.wait(1);
  expect(await transact(checking('f'))).toBe('done');
});

test('what is not possible is refused', async () => {
  expect(await transact({ check: [on('e')] })).toBe('400 BAD_REQUEST');
  expect(await transact({ set: 'all' })).toBe('400 BAD_REQUEST');
  expect(
    await transact({
      check: [on('e', { and: [{ property: 'notes', condition: 'EXISTS', values: [true] }] })],
    }),
  ).toBe('422 UNPROCESSABLE_ENTITY');
  expect(await transact({ delete: [{ key: 'gone' }, on('gone too')] })).toBe('done');
  expect(keys()).toEqual(['e']);
});

test('conditions on a plain key are not modelled', async () => {
  await expect(store.call('transaction', { delete: [{ key: 'a', conditions: isAge(1) }] })).rejects.toThrow(
    'does not model conditions on a plain key',
  );
});

test('a row keeps its age through a transaction', async () => {
  store.wait(1000);
  await transact({ set: [{ ...on('e'), value: { age: 31 } }] });
  const [row] = store.storage.dump(SITE);
  expect((row?.updatedAt ?? 0) - (row?.createdAt ?? 0)).toBe(1000);
});
