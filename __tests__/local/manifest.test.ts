import { LocalForgeError } from '../../local/errors';
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
      handler: { file: 'index', name: 'tick' },
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
    const manifest = parseManifest('app: { id: ari:cloud:ecosystem::app/x }\nmodules: {}');
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
      'app: { id: a }\nmodules: {}\npermissions: { scopes: [{ "read:jira-work": { allowImpersonation: true } }, "storage:app"] }',
    );
    expect(manifest.scopes).toEqual(['read:jira-work', 'storage:app']);
    const asMapping = parseManifest(
      'app: { id: a }\nmodules: {}\npermissions: { scopes: { "read:jira-work": { allowImpersonation: true } } }',
    );
    expect(asMapping.scopes).toEqual(['read:jira-work']);
  });

  test('that names a missing function is refused', () => {
    const text = 'app: { id: a }\nmodules: { consumer: [{ key: c, queue: q, function: gone }] }';
    expect(() => parseManifest(text)).toThrow('Module c names the function gone, which is not there.');
    expect(() => findFunction(sampleManifest(), 'gone')).toThrow('no function gone');
  });

  test.each([
    ['', 'The manifest cannot be read: The manifest must be a mapping.'],
    ['just words', 'The manifest cannot be read: The manifest must be a mapping.'],
    ['app: {}\nmodules: {}', 'The manifest cannot be read: app.id is missing.'],
    ['app: { id: "" }\nmodules: {}', 'The manifest cannot be read: app.id is empty.'],
    ['app: { id: 7 }', 'The manifest cannot be read: app.id must be text; modules is missing.'],
    ['app: { id: a }\nmodules: []', 'modules must be a mapping.'],
    ['app: { id: a }\nmodules: { function: { key: f } }', 'modules.function must be a list.'],
    ['app: { id: a }\nmodules: { function: [{ key: f }] }', 'modules.function.0.handler is missing.'],
    [
      'app: { id: a }\nmodules: { function: [{ key: f, handler: ../x.run }] }',
      'modules.function.0.handler must be a file below src/ and its export, such as index.run.',
    ],
    ['app: { id: a }\nmodules: { trigger: [{ function: f }] }', 'modules.trigger.0.key is missing.'],
    [
      'app: { id: a }\nmodules: { function: [{ key: f, handler: a.b }, { key: f, handler: c.d }] }',
      'The manifest has two functions with the key f.',
    ],
    ['app: { id: a }\nmodules: {}\nresources: [{ key: main }]', 'resources.0.path is missing.'],
    [
      'app:\n  id: a\n id: b',
      'The manifest is no YAML: All mapping items must start at the same column at line',
    ],
    ['app: { id: a', 'The manifest is no YAML: '],
    [
      'app: { id: a, storage: { entities: [{ name: e }] } }\nmodules: {}',
      'app.storage.entities.0.attributes is missing.',
    ],
  ])('%j is refused in one clear sentence', (text, message) => {
    const thrown = (): unknown => {
      try {
        return parseManifest(text);
      } catch (error) {
        return error;
      }
    };
    expect(thrown()).toBeInstanceOf(LocalForgeError);
    expect((thrown() as Error).message).toContain(message);
    expect((thrown() as Error).message).not.toContain('\n');
  });

  test('that is not there is named', () => {
    expect(() => readManifest('/nowhere/manifest.yml')).toThrow(
      'There is no manifest /nowhere/manifest.yml.',
    );
  });

  test('with an interval that Forge does not have is refused when the forge opens', async () => {
    const { openSample } = await import('./sample-app/open');
    const manifest = sampleManifest((text) => text.replace('interval: hour', 'interval: minute'));
    await expect(openSample({}, { manifest })).rejects.toThrow('minute is no interval');
  });
});
