import { getAppContext } from '@forge/api';
import { kvs } from '@forge/kvs';
import { TEST_START } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

describe('A resolver call', () => {
  test('reaches the function and its answer comes back through JSON', async () => {
    const at = new Date(0);
    const forge = await openSample(resolverOf({ echo: ({ payload }) => ({ payload, at, gone: undefined }) }));
    const answer = await callAsAnna(forge, 'echo', { n: 1 });
    expect(answer).toEqual({ payload: { n: 1 }, at: at.toISOString() });
  });

  test('takes who asks from Forge, whatever the browser claims', async () => {
    const forge = await openSample(
      resolverOf({ who: ({ context }) => ({ who: context['accountId'] ?? null }) }),
    );
    const claimed = { moduleKey: 'panel', functionKey: 'who', context: { accountId: PEOPLE.admin } };
    await expect(forge.invoke({ ...claimed, accountId: PEOPLE.anna })).resolves.toEqual({ who: PEOPLE.anna });
    await expect(forge.invoke(claimed)).resolves.toEqual({ who: null });
  });

  test('carries the module and the extension in its context', async () => {
    const forge = await openSample(resolverOf({ where: ({ context }) => context }));
    const answer = await forge.invoke({
      moduleKey: 'panel',
      functionKey: 'where',
      accountId: PEOPLE.anna,
      extension: { issue: { id: '20001' } },
    });
    expect(answer).toMatchObject({
      moduleKey: 'panel',
      siteUrl: 'https://test.atlassian.net',
      extension: { type: 'jira:issuePanel', issue: { id: '20001' } },
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
    await expect(callAsAnna(forge, 'keep', { a: 1 })).resolves.toEqual({ a: 1 });
    expect(forge.storage.dump(forge.installations.get().id)).toMatchObject([{ key: 'k', value: { a: 1 } }]);
    expect(forge.invocations.list().at(-1)?.calls).toEqual({ 'kvs /api/v1/set': 1, 'kvs /api/v1/get': 1 });
  });

  test('sees the clock of the local Forge and its own remaining time', async () => {
    const time = async (): Promise<object> => {
      const before = { date: new Date().toISOString(), now: Date.now(), text: Date() };
      await kvs.get('x');
      return { ...before, left: getAppContext().invocationRemainingTimeInMillis() };
    };
    const forge = await openSample(resolverOf({ time }), { callMs: 50 });
    const outside = Date.now();
    expect(await callAsAnna(forge, 'time')).toEqual({
      date: '2026-03-02T09:00:00.000Z',
      now: TEST_START,
      text: new Date(TEST_START).toString(),
      left: 24_950,
    });
    expect(Date.now()).toBeGreaterThanOrEqual(outside);
  });

  test('two installations in one process stay apart', async () => {
    const forge = await openSample(
      resolverOf({ keep: ({ payload }) => kvs.set('k', payload), read: () => kvs.get('k') }),
    );
    const other = await forge.installations.create();
    const call = { moduleKey: 'panel', accountId: PEOPLE.anna };
    await forge.invoke({ ...call, functionKey: 'keep', payload: { at: 'first' } });
    await forge.invoke({ ...call, functionKey: 'keep', payload: { at: 'other' }, installation: other.id });
    await expect(forge.invoke({ ...call, functionKey: 'read' })).resolves.toEqual({ at: 'first' });
    await expect(forge.invoke({ ...call, functionKey: 'read', installation: other.id })).resolves.toEqual({
      at: 'other',
    });
  });
});

describe('A call that goes wrong', () => {
  test('rejects with the thrown message, as the browser shows it', async () => {
    const forge = await openSample(
      resolverOf({
        fail: () => {
          throw new Error('No.');
        },
      }),
    );
    await expect(callAsAnna(forge, 'fail')).rejects.toThrow('There was an error invoking the function - No.');
    expect(forge.invocations.list().at(-1)).toMatchObject({ outcome: 'error', error: 'No.', call: 'fail' });
  });

  test.each([
    ['an unknown resolver function', 'other', 'panel', "Resolver has no definition for 'other'."],
    ['an unknown module', 'fail', 'nowhere', 'The manifest has no module nowhere'],
  ])('names %s', async (_, functionKey, moduleKey, message) => {
    const forge = await openSample(resolverOf({}));
    await expect(forge.invoke({ moduleKey, functionKey })).rejects.toThrow(message);
  });

  test('someone who is deactivated cannot call at all', async () => {
    const forge = await openSample(resolverOf({ echo: () => ({}) }));
    const call = { moduleKey: 'panel', functionKey: 'echo', accountId: PEOPLE.deactivated };
    await expect(forge.invoke(call)).rejects.toThrow('deactivated');
  });

  test('there is no way out to the network, caught or not', async () => {
    const out = async (): Promise<string> =>
      fetch('https://example.com/').then(
        () => 'out',
        (error: Error) => error.message,
      );
    const forge = await openSample(resolverOf({ out }));
    await expect(callAsAnna(forge, 'out')).resolves.toContain('https://example.com/ is not declared');
    expect(forge.unmodelled).toEqual(['egress to https://example.com/']);
  });

  test('what is printed goes to the log, up to its limits', async () => {
    const forge = await openSample(
      resolverOf({
        print: () => {
          for (let line = 0; line < 150; line++) console.log('line %d', line);
        },
        shout: () => {
          for (let line = 0; line < 3; line++) console.error('x'.repeat(90 * 1024));
        },
      }),
    );
    await callAsAnna(forge, 'print');
    const { logs } = forge.invocations.list().at(-1) ?? { logs: [] };
    expect(logs).toHaveLength(101);
    expect(logs.slice(99)).toEqual(['LOG line 99', expect.stringContaining('at most 100 lines')]);
    await callAsAnna(forge, 'shout');
    expect(forge.invocations.list().at(-1)?.logs).toHaveLength(3);
  });
});

describe('The limits of a call', () => {
  const big = (bytes: number): { text: string } => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });

  test('a payload has at most 500 KB', async () => {
    const forge = await openSample(resolverOf({ take: () => ({ ok: true }) }));
    await expect(callAsAnna(forge, 'take', big(500 * 1024))).resolves.toEqual({ ok: true });
    const refusal = 'the payload has 512001 bytes; at most 512000 are allowed';
    await expect(callAsAnna(forge, 'take', big(500 * 1024 + 1))).rejects.toThrow(refusal);
    expect(forge.invocations.list().filter(({ call }) => call === 'take')).toHaveLength(1);
  });

  test('an answer has at most 5 MB', async () => {
    const forge = await openSample(resolverOf({ give: ({ payload }) => big(Number(payload['bytes'])) }));
    await expect(callAsAnna(forge, 'give', { bytes: 5 * 1024 * 1024 })).resolves.toHaveProperty('text');
    const refusal = 'the response has 5242881 bytes; at most 5242880 are allowed';
    await expect(callAsAnna(forge, 'give', { bytes: 5 * 1024 * 1024 + 1 })).rejects.toThrow(refusal);
  });

  test('a function that uses up its time ends there and reaches the platform no more', async () => {
    let reads = 0;
    const read = async (): Promise<void> => {
      for (;;) {
        await kvs.get('x');
        reads += 1;
      }
    };
    const forge = await openSample(resolverOf({ read }), { callMs: 1000 });
    await expect(callAsAnna(forge, 'read')).rejects.toThrow('longer than its 25 s');
    expect(reads).toBe(24);
    expect(forge.invocations.list().at(-1)).toMatchObject({ outcome: 'timed-out', ms: 25_000 });
    expect(forge.clock.now()).toBe(TEST_START + 25_000);
  });
});

test('a call after the end of its invocation is refused and named', async () => {
  let late: Promise<string> | undefined;
  const forget = (): object => {
    late = new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
      kvs.set('k', 1).then(
        () => 'written',
        (error: Error) => error.message,
      ),
    );
    return {};
  };
  const forge = await openSample(resolverOf({ forget }));
  await callAsAnna(forge, 'forget');
  await expect(late).resolves.toContain('/api/v1/set was called after its invocation had ended');
  expect(forge.storage.dump(forge.installations.get().id)).toEqual([]);
});

test('outside an invocation there is no platform', async () => {
  await expect(kvs.get('k')).rejects.toThrow('No invocation is running');
});
