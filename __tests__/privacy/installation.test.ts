import { engine } from '../../src/app';
import { INSTALLATION, INSTALLATION_KEY, type Installation } from '../../src/privacy/data-sets/installation';
import type { Engine } from '../../src/privacy/engine';
import {
  closeInstallation,
  moveInstallation,
  noteEmptied,
  noteLook,
  storeOpen,
} from '../../src/privacy/installation';
import { openInside, type Inside } from '../setup/inside';
import { rawRow } from '../setup/rows-of';
import { storedRows } from '../setup/use-forge';

const ELSEWHERE = 'e'.repeat(64);
const rowOf = (state: Installation['state']): Installation => ({
  version: 3,
  installation: ELSEWHERE,
  state,
  since: '2026-02-01T00:00:00.000Z',
});

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

const present = (): Installation | undefined =>
  storedRows(inside.forge, 'installation')[0]?.value as Installation | undefined;

const plant = (row: Installation | undefined): Promise<void> =>
  inside.forge.storage.load(
    inside.forge.installations.get().storageId,
    row ? [rawRow(INSTALLATION, INSTALLATION_KEY, row)] : [],
  );

/** An engine at whose first read of the row something happens before the answer is used. */
function interruptedAfterRead(happens: () => Promise<unknown>): Engine {
  let isFirst = true;
  const get: Engine['store']['get'] = async (dataSet, key) => {
    const row = await engine.store.get(dataSet, key);
    if (isFirst) {
      isFirst = false;
      await happens();
    }
    return row;
  };
  return { ...engine, store: { ...engine.store, get } };
}

/** What somebody else does to a store of which they had read the row, and goes on to do once it was closed. */
type Other = (row: Installation) => Promise<Installation | undefined>;

const takesOver: Other = (row) => moveInstallation(engine, row, 'returned');
const opens: Other = (row) => moveInstallation(engine, row, 'in-use');
const findsEmpty: Other = (row) => noteEmptied(engine, row);
const looks: Other = (row) => noteLook(engine, row);

test.each<[string, Installation['state'], Other]>([
  ['is taken over', 'in-use', takesOver],
  ['is opened again', 'returned', opens],
  ['is opened as new', 'leaving', opens],
  ['is found to be empty', 'leaving', findsEmpty],
  ['is looked at', 'returned', looks],
])('a store that %s while it is closed stays closed, whatever was read before', async (_, state, other) => {
  await plant(rowOf(state));
  let theirs: Installation | undefined;
  await inside.run(async () => {
    const meanwhile = async (): Promise<void> => {
      theirs = await other(rowOf(state));
    };
    await closeInstallation(interruptedAfterRead(meanwhile));
  });
  expect(theirs).toBeDefined();
  const closed = present();
  expect(closed).toMatchObject({ state: 'leaving', installation: expect.not.stringMatching(ELSEWHERE) });
  const after = await inside.run(async () => {
    const answers = [];
    for (const goesOn of [takesOver, opens, findsEmpty, looks]) answers.push(await goesOn(theirs as never));
    return answers;
  });
  expect(after).toEqual([undefined, undefined, undefined, undefined]);
  expect(present()).toEqual(closed);
});

test('a store that nobody used has no row until it is closed', async () => {
  expect(present()).toBeUndefined();
  await inside.run(() => closeInstallation(engine));
  expect(present()).toMatchObject({ version: 1, state: 'leaving' });
});

test('the condition of the first who uses a store does not hold once it was closed at that moment', async () => {
  const condition = await inside.run(async () => {
    let open: Awaited<ReturnType<typeof storeOpen>> | undefined;
    await closeInstallation(
      interruptedAfterRead(async () => {
        open = await storeOpen(engine, undefined);
      }),
    );
    return open;
  });
  expect(present()).toMatchObject({ version: 2, state: 'leaving' });
  const write = inside.run(() => engine.store.transact([condition as never]));
  await expect(write).rejects.toMatchObject({ name: 'StorageRefusedError' });
});
