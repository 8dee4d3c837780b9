import type { Store } from '../../src/storage/store';

/** The gateway, each call of which waits for its turn. */
export function takingTurns(store: Store, turn: () => Promise<void>): Store {
  return new Proxy(store, {
    get: (target, name: keyof Store) => {
      const member = target[name];
      if (typeof member !== 'function') return member;
      return async (...args: never[]) => {
        await turn();
        return (member as (...given: never[]) => unknown)(...args);
      };
    },
  });
}
