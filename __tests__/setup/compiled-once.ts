import vm from 'node:vm';

interface Compiled {
  code: string;
  head: string;
  script: vm.Script;
}

const INSTALLED = Symbol.for('compiled-once');

/**
 * Has this process compile a module once, however many test files load it. Jest compiles it for each of them, as what
 * `vm.compileFunction` gives belongs to one file's realm; a `vm.Script` runs in each, and V8 keeps what it compiled of it.
 * A native `import()` in a test file is not served: jest turns those of TypeScript into `require`.
 */
export function compileOnce(): void {
  if (INSTALLED in vm) return;
  const { compileFunction } = vm;
  const known = new Map<string, Compiled>();
  const compile: typeof compileFunction = (code, params = [], options = {}) => {
    const { parsingContext, filename } = options;
    if (!parsingContext || filename === undefined) return compileFunction(code, params, options);
    const head = `(function (${params.join(', ')}) {`;
    let compiled = known.get(filename);
    if (compiled?.code !== code || compiled.head !== head) {
      // On the first line, so that the lines of a stack stay what they are.
      const script = new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length });
      known.set(filename, (compiled = { code, head, script }));
    }
    return compiled.script.runInContext(parsingContext) as ReturnType<typeof compileFunction>;
  };
  Object.assign(vm, { compileFunction: compile, [INSTALLED]: true });
}
