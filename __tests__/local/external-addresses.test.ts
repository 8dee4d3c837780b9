import { fetch, permissions } from '@forge/api';
import type { LocalForge } from '../../local/forge';
import { bundleApp } from './sample-app/bundled';
import { sampleManifest } from './sample-app/manifest';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const EXTERNAL = `permissions:
  external:
    fetch:
      backend: ['https://api.example.com', address: '*.example.org']
      client: ['https://cdn.example.com']
    images: ['https://images.example.com']
`;
const declaring = () => sampleManifest((text) => text.replace('permissions:\n', EXTERNAL));

const DECLARED = 'is declared under permissions.external.fetch.backend, but nothing leaves the local Forge';
const NOT_DECLARED =
  'is not declared under permissions.external.fetch.backend, and nothing leaves the local Forge';

const asked = {
  declared: () => permissions.canFetchFrom('backend', 'https://api.example.com/v1'),
  wildcard: () => permissions.canFetchFrom('backend', 'https://a.example.org'),
  other: () => permissions.canFetchFrom('backend', 'https://example.net'),
  client: () => permissions.canFetchFrom('client', 'https://cdn.example.com'),
  image: () => permissions.canLoadResource('images', 'https://images.example.com'),
};

describe('An external address', () => {
  test('that the manifest declares is granted, as in Forge, and no other', async () => {
    const ask = (): object => Object.fromEntries(Object.entries(asked).map(([name, may]) => [name, may()]));
    const forge = await openSample(resolverOf({ ask }), { manifest: declaring() });
    await expect(callAsAnna(forge, 'ask')).resolves.toEqual({
      declared: true,
      wildcard: true,
      other: false,
      client: true,
      image: true,
    });
    const without = await openSample(resolverOf({ ask }));
    expect(Object.values((await callAsAnna(without, 'ask')) as object)).toEqual(Array(5).fill(false));
  });

  test.each([
    ['https://me:secret@api.example.com/v1?key=secret', DECLARED],
    ['https://API.example.com', DECLARED],
    ['https://deep.a.example.org/', DECLARED],
    ['https://api.example.com.evil.net/', NOT_DECLARED],
    ['http://api.example.com/', NOT_DECLARED],
    ['https://example.org/', NOT_DECLARED],
    ['https://cdn.example.com/', NOT_DECLARED],
  ])('%s is refused, and truly said to be declared or not', async (url, said) => {
    const forge = await openSample(resolverOf({ call: () => fetch(url) }), { manifest: declaring() });
    await expect(callAsAnna(forge, 'call')).rejects.toThrow(said);
    const [named] = forge.unmodelled;
    expect(named).toMatch(/^egress to https?:..[a-z.]+\/(v1)?$/);
  });

  test('is refused in the same words in a worker', async () => {
    const file = bundleApp(`
      import Resolver from '@forge/resolver';
      import { fetch, permissions } from '@forge/api';
      export const resolver = new Resolver()
        .define('declared', () => fetch('https://api.example.com/v1'))
        .define('other', () => fetch('https://example.net/'))
        .define('may', () => permissions.canFetchFrom('backend', 'https://api.example.com'))
        .getDefinitions();
      export const listen = () => undefined;
    `);
    const app = { kind: 'bundle', files: { index: file } } as const;
    const forge: LocalForge = await openSample({}, { app, manifest: declaring() });
    await expect(callAsAnna(forge, 'declared')).rejects.toThrow(`https://api.example.com/v1 ${DECLARED}`);
    await expect(callAsAnna(forge, 'other')).rejects.toThrow(`https://example.net/ ${NOT_DECLARED}`);
    await expect(callAsAnna(forge, 'may')).resolves.toBe(true);
    await forge.close();
  }, 60_000);
});
