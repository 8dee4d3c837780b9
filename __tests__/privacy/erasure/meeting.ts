import { engine } from '../../../src/app';
import * as app from '../../../src/index';
import { COHORT } from '../../../src/privacy/data-sets/cohort';
import type { Engine } from '../../../src/privacy/engine';
import type { LocalForgeOptions } from '../../../local/forge';
import { openInside, type Inside } from '../../setup/inside';

/** The whole app, whose daily run does what a test hands over and not its duties. */
export const openBeside = (options: Partial<LocalForgeOptions> = {}): Promise<Inside> =>
  openInside(options, { ...app });

/**
 * The engine of something that is held once while something else happens: just before its first transaction, or before it
 * reads the group of a person.
 */
export function heldBefore(call: 'transaction' | 'group', meanwhile: () => Promise<unknown>): Engine {
  let left = 1;
  const wait = async (held: boolean): Promise<void> => {
    if (held && (left -= 1) === 0) await meanwhile();
  };
  const { store } = engine;
  return {
    ...engine,
    store: {
      ...store,
      transact: async (changes) => {
        await wait(call === 'transaction');
        return store.transact(changes);
      },
      getAll: async (refs) => {
        await wait(call === 'group' && refs.some(({ dataSet }) => dataSet.name === COHORT.name));
        return store.getAll(refs);
      },
    },
  };
}
