import Resolver from '@forge/resolver';
import { getAppContext } from '@forge/api';
import { kvs } from '@forge/kvs';
import { PEOPLE } from '../setup/test-site';
import { TEST_START } from '../setup/test-forge';
import type { AppFunction } from '../../local/forge';
import { openSample } from './sample-app/open';

type Call = (request: { payload: Record<string, unknown>; context: Record<string, unknown> }) => unknown;

function resolverOf(functions: Record<string, Call>): { resolver: AppFunction } {
  const resolver = new Resolver();
  for (const [key, call] of Object.entries(functions)) resolver.define(key, call);
  return { resolver: resolver.getDefinitions() as AppFunction };
}

const asAnna = { moduleKey: 'panel', accountId: PEOPLE.anna };

describe('A resolver call', () => {
  test('reaches the function and its answer comes back through JSON', async () => {
    const at = new Date(0);
    const forge = await openSample(resolverOf({ echo: ({ payload }) => ({ payload, at, gone: undefined }) }));
    const answer = await forge.invoke({ ...asAnna, functionKey: 'echo', payload: { n: 1 } });
    expect(answer).toEqual({ payload: { n: 1 }, at: at.toISOString() });
  });

  test('takes who asks from Forge, whatever the browser claims', async () => {
    const forge = await openSample(
      resolverOf({ who: ({ context }) => ({ who: context['accountId'] ?? null }) }),
    );
    const context = { accountId: PEOPLE.admin };
    await expect(forge.invoke({ ...asAnna, functionKey: 'who', context })).resolves.toEqual({
      who: PEOPLE.anna,
    });
    await expect(forge.invoke({ moduleKey: 'panel', functionKey: 'who', context })).resolves.toEqual({
      who: null,
    });
  });

  test('keeps and reads through the real @forge/kvs', async () => {
    const forge = await openSample(
      resolverOf({
        keep: async ({ payload }) => {
          await kvs.set('k', payload);
          return kvs.get('k');
        },
      }),
    );
    await expect(forge.invoke({ ...asAnna, functionKey: 'keep', payload: { a: 1 } })).resolves.toEqual({
      a: 1,
    });
    expect(forge.storage.dump(forge.installations.get().id)).toMatchObject([{ key: 'k', value: { a: 1 } }]);
    expect(forge.invocations.list().at(-1)?.calls).toEqual({ 'kvs /api/v1/set': 1, 'kvs /api/v1/get': 1 });
  });

  test('sees the clock of the local Forge and its own remaining time', async () => {
    const forge = await openSample(
      resolverOf({
        time: async () => {
          const before = { date: new Date().toISOString(), now: Date.now() };
          await kvs.get('x');
          return { ...before, left: getAppContext().invocationRemainingTimeInMillis() };
        },
      }),
      { callMs: 50 },
    );
    const outside = Date.now();
    const inside = await forge.invoke({ ...asAnna, functionKey: 'time' });
    expect(inside).toEqual({ date: '2026-03-02T09:00:00.000Z', now: TEST_START, left: 24_950 });
    expect(Math.abs(Date.now() - outside)).toBeLessThan(10_000);
  });
});
