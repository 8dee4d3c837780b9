import { DATA_MAP } from '../../src/data-map';
import { SCRATCH } from '../../src/platform-check/data-sets';
import {
  INSTALLATION,
  INSTALLATION_KEY,
  type InstallationState,
} from '../../src/privacy/data-sets/installation';
import { MARKER } from '../../src/privacy/data-sets/marker';
import { STORE_IN_USE } from '../../src/privacy/installation';
import { openScratch, type Said } from '../../src/storage/scratch';
import { openStore } from '../../src/storage/store';
import { openInside, type Inside } from '../setup/inside';
import { plant } from '../setup/plant';
import { storedRows } from '../setup/use-forge';

const at = '2026-02-01T00:00:00.000Z';
const key = `${at}#${'a'.repeat(32)}`;
const scratch = openScratch({ map: DATA_MAP, dataSet: SCRATCH, elsewhere: MARKER, guard: STORE_IN_USE });

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

const storeIs = (state: InstallationState): Promise<void> =>
  inside.run(() =>
    plant(openStore(DATA_MAP), INSTALLATION, INSTALLATION_KEY, {
      version: 1,
      installation: 'e'.repeat(64),
      state,
      since: at,
    }),
  );

/** As it may arrive when the store was emptied meanwhile. */
const writes: Record<string, () => Promise<Said<unknown>>> = {
  'a transaction': () => scratch.transact([{ do: 'set', key, row: { version: 1 } }]),
  'a row with an attribute that is not declared': () => scratch.setUndeclared(key, { version: 1 }),
};

test.each(Object.entries(writes))(
  '%s writes no scratch row into a store that was closed',
  async (_, write) => {
    inside.forge.storage.settings.unknownAttributes = 'kept';
    await storeIs('leaving');
    await expect(inside.run(write)).resolves.toMatchObject({ done: false });
    expect(storedRows(inside.forge, 'scratch')).toEqual([]);
    await storeIs('in-use');
    await expect(inside.run(write)).resolves.toMatchObject({ done: true });
  },
);
