import { webTrigger } from '@forge/api';
import { kvs } from '@forge/kvs';
import type { AppFunction, LocalForge } from '../../local/forge';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const urls = resolverOf({
  get: ({ payload }) => webTrigger.getUrl(String(payload['key']), payload['force'] === true),
  list: () => webTrigger.queryUrls(),
  remove: ({ payload }) => webTrigger.deleteUrl(String(payload['url'])).then(() => ({})),
});

async function openHooks(hook: AppFunction, looseHook: AppFunction = hook): Promise<LocalForge> {
  return openSample({ ...urls, hook, looseHook, listen: () => undefined });
}

const accept: AppFunction = () => ({ outputKey: 'accepted' });

describe('The address of a web trigger', () => {
  test('has the form its manifest asks for and stays the same', async () => {
    const forge = await openHooks(accept);
    const { id } = forge.installations.get();
    const address = await callAsAnna(forge, 'get', { key: 'hook' });
    expect(address).toMatch(new RegExp(`^https://${id}\\.webtrigger\\.atlassian\\.app/public/[\\w-]{20,}$`));
    await expect(callAsAnna(forge, 'get', { key: 'loose-hook' })).resolves.toMatch(
      /\.hello\.atlassian-dev\.net\/x1\//,
    );
    await expect(callAsAnna(forge, 'get', { key: 'hook' })).resolves.toBe(address);
    await expect(callAsAnna(forge, 'get', { key: 'hook', force: true })).resolves.not.toBe(address);
    await expect(callAsAnna(forge, 'list')).resolves.toHaveLength(3);
    await expect(callAsAnna(forge, 'get', { key: 'none' })).rejects.toThrow('Failed to get web trigger URL');
  });

  test('can stand at the local site', async () => {
    const forge = await openSample(
      { ...urls, listen: () => undefined },
      { webTriggerOrigin: 'http://127.0.0.1:8080' },
    );
    await expect(callAsAnna(forge, 'get', { key: 'hook' })).resolves.toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/public\//,
    );
  });

  test('works until it is deleted', async () => {
    const forge = await openHooks(accept);
    const url = String(await callAsAnna(forge, 'get', { key: 'hook' }));
    await expect(forge.webTrigger(url, { method: 'POST' })).resolves.toMatchObject({ statusCode: 202 });
    expect(forge.webTriggers.urls()).toMatchObject([{ url, key: 'hook' }]);
    await callAsAnna(forge, 'remove', { url });
    await expect(forge.webTrigger(url, { method: 'POST' })).resolves.toMatchObject({ statusCode: 404 });
    await expect(callAsAnna(forge, 'remove', { url })).rejects.toThrow('URL not found');
  });

  test('belongs to its installation', async () => {
    const hook: AppFunction = async () => {
      await kvs.set('called', true);
      return { outputKey: 'accepted' };
    };
    const forge = await openHooks(hook);
    const other = await forge.installations.create();
    const url = String(
      await forge.invoke({
        moduleKey: 'panel',
        functionKey: 'get',
        payload: { key: 'hook' },
        installation: other.id,
      }),
    );
    await forge.webTrigger(url, { method: 'POST' });
    expect(forge.storage.dump(other.id)).toHaveLength(1);
    expect(forge.storage.dump(forge.installations.get().id)).toEqual([]);
    await expect(callAsAnna(forge, 'remove', { url })).rejects.toThrow('URL not found');
  });
});

describe('A request to a web trigger', () => {
  test('reaches the function as lists of values, without a user', async () => {
    const seen: unknown[] = [];
    const forge = await openHooks((request, context) => {
      seen.push(request, (context as { principal?: unknown }).principal);
      return { outputKey: 'accepted' };
    });
    await forge.webTrigger('hook', {
      method: 'PUT',
      headers: { 'X-One': 'a', 'X-Two': ['b', 'c'] },
      body: '{"n":1}',
      path: '/more',
      query: { q: ['1', '2'] },
    });
    expect(seen).toEqual([
      {
        method: 'PUT',
        headers: { 'X-One': ['a'], 'X-Two': ['b', 'c'] },
        body: '{"n":1}',
        path: '/public/hook/more',
        userPath: '/more',
        queryParameters: { q: ['1', '2'] },
      },
      undefined,
    ]);
  });

  test('gets the static answer that the function names, and nothing else', async () => {
    const forge = await openHooks((request) => {
      const { body } = request as { body: string };
      return body === '' ? { outputKey: 'accepted' } : { outputKey: body, statusCode: 200, body: 'leak' };
    });
    await expect(forge.webTrigger('hook', { method: 'POST' })).resolves.toEqual({
      statusCode: 202,
      headers: { 'Content-Type': ['text/plain'] },
      body: 'accepted',
    });
    const other = await forge.webTrigger('hook', { method: 'POST', body: 'undeclared' });
    expect(other.statusCode).toBe(500);
    expect(JSON.stringify(other)).not.toContain('leak');
  });

  test.each<[string, unknown, number]>([
    ['its own answer', { statusCode: 418, headers: { 'X-A': ['b'] }, body: 'tea' }, 418],
    ['500 for headers that are no lists', { statusCode: 200, headers: { 'X-A': 'b' } }, 500],
    ['500 for nothing', undefined, 500],
    ['500 for a body that is no text', { statusCode: 200, body: {} }, 500],
  ])('gets, where the trigger is dynamic, %s', async (_, answer, statusCode) => {
    const forge = await openHooks(accept, () => answer);
    await expect(forge.webTrigger('loose-hook', { method: 'GET' })).resolves.toMatchObject({ statusCode });
  });

  test('gets 500 for a throw, 504 for a time-out, 413 for too much', async () => {
    const hook: AppFunction = async (request) => {
      const { body } = request as { body: string };
      if (body === 'throw') throw new Error('secret');
      for (;;) await kvs.get('k');
    };
    const forge = await openHooks(hook);
    const post = (body: string): Promise<{ statusCode: number; body: string }> =>
      forge.webTrigger('hook', { method: 'POST', body });
    const failed = await post('throw');
    expect(failed).toMatchObject({ statusCode: 500 });
    expect(failed.body).not.toContain('secret');
    forge.faults.add({ outcome: { kind: 'slow', ms: 60_000 } });
    await expect(post('')).resolves.toMatchObject({ statusCode: 504 });
    await expect(post('x'.repeat(5 * 1024 * 1024))).resolves.toMatchObject({ statusCode: 413 });
    await expect(forge.webTrigger('none', { method: 'GET' })).rejects.toThrow('no web trigger none');
  });
});
