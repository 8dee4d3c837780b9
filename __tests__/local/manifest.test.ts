import { findFunction, findModule, modulesOf, parseManifest, readManifest } from '../../local/manifest';
import { sampleManifest } from './sample-app/manifest';

describe('A manifest', () => {
  test('is read with its modules and what each calls', () => {
    const manifest = sampleManifest();
    expect(manifest).toMatchObject({ appId: '5d1f7d0e-6a51-4c0e-9c5c-000000000001', memoryMb: 128 });
    expect(manifest.scopes).toContain('storage:app');
    expect(manifest.storage.entities).toMatchObject([{ name: 'note' }]);
    expect(findModule(manifest, 'panel')).toMatchObject({ type: 'jira:issuePanel', function: 'resolver' });
    expect(findFunction(manifest, 'tick')).toEqual({
      key: 'tick',
      handler: 'index.tick',
      timeoutSeconds: 120,
    });
    expect(modulesOf(manifest, 'scheduledTrigger').map(({ key }) => key)).toEqual(['daily', 'hourly']);
  });

  test("without a path is the project's own", () => {
    const manifest = readManifest();
    expect(modulesOf(manifest, 'jira:adminPage')).not.toEqual([]);
    expect(manifest.functions.length).toBeGreaterThan(2);
  });

  test('is parsed once for each text', () => {
    expect(readManifest()).toBe(readManifest());
    expect(sampleManifest((text) => `${text}\n`)).not.toBe(sampleManifest());
  });

  test('has defaults for what it leaves out', () => {
    const manifest = parseManifest('app: { id: ari:cloud:ecosystem::app/x }');
    expect(manifest).toMatchObject({
      appId: 'x',
      memoryMb: 512,
      scopes: [],
      functions: [],
      modules: [],
      storage: {},
    });
  });

  test('may write scopes as objects', () => {
    const manifest = parseManifest(
      'app: { id: a }\npermissions: { scopes: [{ "read:jira-work": { allowImpersonation: true } }, "storage:app"] }',
    );
    expect(manifest.scopes).toEqual(['read:jira-work', 'storage:app']);
  });

  test('that names a missing function is refused', () => {
    const text = 'app: { id: a }\nmodules: { consumer: [{ key: c, queue: q, function: gone }] }';
    expect(() => parseManifest(text)).toThrow('Module c names the function gone, which is not there.');
    expect(() => findFunction(sampleManifest(), 'gone')).toThrow('no function gone');
  });

  test('with an interval that Forge does not have is refused when the forge opens', async () => {
    const { openSample } = await import('./sample-app/open');
    const manifest = sampleManifest((text) => text.replace('interval: hour', 'interval: minute'));
    await expect(openSample({}, { manifest })).rejects.toThrow('minute is no interval');
  });
});
