import vm from 'node:vm';
import { compileOnce } from './compiled-once';

const PLACE = { filename: '/made-up/module.js' };

/** As jest compiles a module for a test file, whose realm the context is. */
const compile = (code: string, parsingContext: vm.Context) =>
  vm.compileFunction(code, ['module', 'exports'], { ...PLACE, parsingContext }) as (
    ...given: object[]
  ) => unknown;

describe('a module that was compiled before', () => {
  const [one, other] = [vm.createContext({ name: 'one' }), vm.createContext({ name: 'other' })];

  beforeAll(compileOnce);

  it('runs in the realm of the test file that loads it, with state of its own', () => {
    const code = 'let count = 0; exports.next = () => `${name} ${++count}`; exports.list = [];';
    const [first, second] = [one, other].map((realm) => {
      const exports: { next?: () => string; list?: unknown } = {};
      compile(code, realm)({}, exports);
      return exports;
    });
    expect([first?.next?.(), first?.next?.(), second?.next?.()]).toEqual(['one 1', 'one 2', 'other 1']);
    expect(first?.list).toBeInstanceOf(vm.runInContext('Array', one));
    expect(second?.list).toBeInstanceOf(vm.runInContext('Array', other));
  });

  it('is compiled again where its text is another', () => {
    expect(compile('return 1', one)()).toBe(1);
    expect(compile('return 2', one)()).toBe(2);
  });

  it('names the place of an error', () => {
    const fails = compile('throw new Error("here");', one);
    const error = ((): unknown => {
      try {
        return fails();
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(Reflect.get(error as object, 'stack')).toContain('/made-up/module.js:1:7');
  });
});
