import { asApp, asUser, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import type { FaultOutcome, FaultRule } from '../../local/faults';
import type { LocalForge } from '../../local/forge';
import { TEST_START } from '../setup/test-forge';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const KEYS = ['a', 'b', 'c'];

/** Writes three keys one after the other and says how each write went. */
async function writeAll(): Promise<Record<string, string>> {
  const went: Record<string, string> = {};
  for (const key of KEYS) {
    went[key] = await kvs.set(key, 1).then(
      () => 'ok',
      (error: Error & { code?: string }) => error.code ?? error.message,
    );
  }
  return went;
}

function openWriter(): Promise<LocalForge> {
  return openSample(resolverOf({ writeAll }));
}

function storedKeys(forge: LocalForge): string[] {
  return forge.storage.dump(forge.installations.get().id).map(({ key }) => key);
}

describe('A fault at the platform', () => {
  test.each<[string, FaultOutcome, string, string[]]>([
    [
      'answers with an error',
      { kind: 'answer', status: 500, body: { code: 'X', message: 'y' } },
      'X',
      ['a', 'c'],
    ],
    ['answers 429', { kind: 'rate-limited' }, 'TOO_MANY_REQUESTS', ['a', 'c']],
    ['breaks the connection', { kind: 'cut' }, 'fetch failed', ['a', 'c']],
    ['lets the caller wait in vain', { kind: 'time-out', ms: 5000 }, 'fetch failed', ['a', 'c']],
    ['loses the answer of what was done', { kind: 'lost-response' }, 'fetch failed', ['a', 'b', 'c']],
    ['is slow', { kind: 'slow', ms: 3000 }, 'ok', ['a', 'b', 'c']],
  ])('%s', async (_, outcome, went, stored) => {
    const forge = await openWriter();
    forge.faults.add({ path: '/api/v1/set', nth: 2, outcome });
    await expect(callAsAnna(forge, 'writeAll')).resolves.toEqual({ a: 'ok', b: went, c: 'ok' });
    expect(storedKeys(forge)).toEqual(stored);
    expect(forge.faults.struck()).toEqual({ [outcome.kind]: 1 });
  });

  test('costs the function the time it takes', async () => {
    const forge = await openWriter();
    forge.faults.add({ nth: 2, outcome: { kind: 'time-out', ms: 30_000 } });
    await expect(callAsAnna(forge, 'writeAll')).rejects.toThrow('longer than its 25 s');
    expect(storedKeys(forge)).toEqual(['a']);
    expect(forge.clock.now()).toBe(TEST_START + 25_000);
  });

  test('a slow write is done although the function runs out of time over it', async () => {
    const forge = await openWriter();
    forge.faults.add({ nth: 2, outcome: { kind: 'slow', ms: 30_000 } });
    await expect(callAsAnna(forge, 'writeAll')).rejects.toThrow('longer than its 25 s');
    expect(storedKeys(forge)).toEqual(['a', 'b']);
  });

  test('429 tells how long to wait, in whole seconds', async () => {
    const read = async (): Promise<object> => {
      const { status, headers } = await asApp().requestJira(route`/rest/api/3/user/bulk?accountId=x`);
      return { status, after: headers.get('retry-after') };
    };
    const forge = await openSample(resolverOf({ read }));
    forge.faults.add({ remote: 'jira', outcome: { kind: 'rate-limited', retryAfterSeconds: 77 } });
    await expect(callAsAnna(forge, 'read')).resolves.toEqual({ status: 429, after: '77' });
  });
});

describe('A rule strikes', () => {
  const code = { kind: 'answer', status: 500, body: { code: 'HIT', message: '' } } as const;

  test.each<[string, Omit<FaultRule, 'outcome'>, string]>([
    ['every call without a condition', {}, 'HIT HIT HIT'],
    ['the first so many', { times: 2 }, 'HIT HIT ok'],
    ['the nth', { nth: 3 }, 'ok ok HIT'],
    ['what it matches by body', { matches: ({ body }) => body.includes('"b"') }, 'ok HIT ok'],
    ['by a path pattern', { path: /set$/ }, 'HIT HIT HIT'],
    ['no other path', { path: '/api/v1/get' }, 'ok ok ok'],
    ['no other remote', { remote: 'jira' }, 'ok ok ok'],
    ['no other function', { functionKey: 'consume' }, 'ok ok ok'],
    ['no other installation', { installation: 'elsewhere' }, 'ok ok ok'],
    ['never by chance 0', { probability: 0 }, 'ok ok ok'],
    ['always by chance 1', { probability: 1 }, 'HIT HIT HIT'],
  ])('%s', async (_, rule, went) => {
    const forge = await openWriter();
    forge.faults.add({ ...rule, outcome: code });
    expect(Object.values((await callAsAnna(forge, 'writeAll')) as object).join(' ')).toBe(went);
  });

  test('until it is removed, and the same way for the same seed', async () => {
    const run = async (seed: number): Promise<string[]> => {
      const forge = await openSample(resolverOf({ writeAll }), { seed });
      const remove = forge.faults.add({ probability: 0.5, outcome: code });
      const went: string[] = [];
      for (let round = 0; round < 10; round++) {
        went.push(...Object.values((await callAsAnna(forge, 'writeAll')) as Record<string, string>));
      }
      remove();
      await expect(callAsAnna(forge, 'writeAll')).resolves.toEqual({ a: 'ok', b: 'ok', c: 'ok' });
      return went;
    };
    const first = await run(7);
    expect(new Set(first)).toEqual(new Set(['ok', 'HIT']));
    await expect(run(7)).resolves.toEqual(first);
    await expect(run(8)).resolves.not.toEqual(first);
  });
});

describe('A crash', () => {
  test.each([
    ['before', 1, []],
    ['after', 1, ['a']],
    ['before', 3, ['a', 'b']],
    ['after', 3, ['a', 'b', 'c']],
  ] as const)('%s call %d ends the function for good', async (when, n, stored) => {
    let went = 'nowhere';
    const forge = await openSample(
      resolverOf({
        write: async () => {
          went = 'on';
          await writeAll().finally(() => (went = 'past the crash'));
        },
      }),
    );
    forge.faults.crashAt(n, when);
    await expect(callAsAnna(forge, 'write')).rejects.toThrow(`killed it ${when} a platform call`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(went).toBe('on');
    expect(storedKeys(forge)).toEqual(stored);
    expect(forge.invocations.list().at(-1)?.outcome).toBe('killed');
  });

  test('at every call, one by one, counted over all invocations', async () => {
    const forge = await openWriter();
    forge.faults.resetCalls();
    await callAsAnna(forge, 'writeAll');
    await callAsAnna(forge, 'writeAll');
    const calls = forge.faults.calls();
    expect(calls).toBe(6);
    for (let n = 1; n <= calls; n++) {
      const each = await openWriter();
      each.faults.crashAt(n);
      const ends = [callAsAnna(each, 'writeAll'), callAsAnna(each, 'writeAll')];
      const settled = await Promise.allSettled(ends);
      expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect(each.faults.struck()).toEqual({ crash: 1 });
    }
  });

  test('strikes calls made side by side: none that waits behind it goes through', async () => {
    const forge = await openSample(
      resolverOf({ write: async () => Promise.all(KEYS.map((key) => kvs.set(key, 1))) }),
    );
    forge.faults.crashAt(2, 'before');
    await expect(callAsAnna(forge, 'write')).rejects.toThrow('killed');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(storedKeys(forge)).not.toContain('b');
  });

  test('of one invocation leaves the others alone', async () => {
    const forge = await openSample(
      resolverOf({
        writeAll,
        read: () =>
          asUser()
            .requestJira(route`/rest/api/3/myself`)
            .then(({ status }) => ({ status })),
      }),
    );
    forge.faults.add({ remote: 'kvs', nth: 1, outcome: { kind: 'crash', when: 'before' } });
    await expect(callAsAnna(forge, 'writeAll')).rejects.toThrow('killed');
    await expect(callAsAnna(forge, 'read')).resolves.toEqual({ status: 200 });
    forge.faults.clear();
    expect(forge.faults.calls()).toBe(0);
    await expect(callAsAnna(forge, 'writeAll')).resolves.toEqual({ a: 'ok', b: 'ok', c: 'ok' });
  });
});
