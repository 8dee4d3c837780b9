import { AsyncLocalStorage } from 'node:async_hooks';
import vm from 'node:vm';
import jestConfig from '../../jest.config.mjs';
import TestFileEnvironment from './test-environment';

type Given = ConstructorParameters<typeof TestFileEnvironment>;

/** All that the environment reads of what jest gives it. */
const GIVEN = [
  { projectConfig: { testEnvironmentOptions: {}, globals: {} } },
  { testPath: __filename },
] as unknown as Given;

async function openEnvironment(): Promise<TestFileEnvironment> {
  const environment = new TestFileEnvironment(...GIVEN);
  await environment.setup();
  return environment;
}

describe('the environment of a test file', () => {
  it('leaves no AsyncLocalStorage of the file entered', async () => {
    const [ran, entered] = [new AsyncLocalStorage<string>(), new AsyncLocalStorage<string>()];
    const environment = await openEnvironment();
    const store = ran.run('a', () => ran.getStore());
    entered.enterWith('b');
    await environment.teardown();
    expect(store).toBe('a');
    expect(entered.getStore()).toBeUndefined();
    expect([ran, entered].map((storage) => Reflect.get(storage, 'enabled') === true)).toEqual([false, false]);
  });

  it('leaves what others have entered', async () => {
    const others = new AsyncLocalStorage<string>();
    others.enterWith('theirs');
    const environment = await openEnvironment();
    await environment.teardown();
    expect(others.getStore()).toBe('theirs');
    others.disable();
  });

  it('has an ordinary global object, which nothing watches', async () => {
    const environment = await openEnvironment();
    const context = environment.getVmContext();
    expect(context && vm.runInContext('globalThis', context)).toBe(context);
    await environment.teardown();
  });

  it('is that of each project', () => {
    const own = '<rootDir>/__tests__/setup/test-environment.ts';
    expect(jestConfig.projects.map(({ testEnvironment }) => testEnvironment)).toEqual([own, own, own]);
  });
});
