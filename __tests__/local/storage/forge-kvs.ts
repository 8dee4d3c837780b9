import type * as ForgeKvs from '@forge/kvs';
import type { LocalStorage } from '../../../local/storage';

/** The package as it is published, with the platform's door leading to a storage. */
export function forgeKvs(storage: LocalStorage, installationId: string): typeof ForgeKvs {
  const door = (descriptor: unknown, path: string, init: { body: string }): Promise<Response> => {
    expect(descriptor).toEqual({ type: 'kvs', provider: 'app', remote: 'kvs' });
    return storage.handle(installationId, path, init.body);
  };
  Object.assign(globalThis, { __forge_fetch__: door });
  return jest.requireActual<typeof ForgeKvs>('@forge/kvs');
}
