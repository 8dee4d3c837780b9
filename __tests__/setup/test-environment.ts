import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';
import { compileOnce } from './compiled-once';

type Storage = AsyncLocalStorage<unknown>;
type Enter = (this: Storage, ...args: never[]) => unknown;

compileOnce();

/**
 * Jest's environment for Node, which disables every AsyncLocalStorage that a test file has entered when the file ends.
 * Node 20 walks all that are enabled for each promise, so what a hundred files leave makes the next five times as slow.
 * The global object of a file is an ordinary one: Jest watches its own, and each global name that code reads then takes
 * 150 ns, a fifth of the time of all tests.
 */
export default class TestFileEnvironment extends TestEnvironment {
  private readonly file: string;
  private readonly secondsAtFirst = processorSeconds();
  private disableEntered = (): void => undefined;

  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    const { createContext } = vm;
    Object.assign(vm, { createContext: () => createContext(vm.constants.DONT_CONTEXTIFY) });
    super(...given);
    Object.assign(vm, { createContext });
    this.file = given[1].testPath;
  }

  override async setup(): Promise<void> {
    await super.setup();
    this.disableEntered = noteEntered();
  }

  override async teardown(): Promise<void> {
    await super.teardown();
    this.disableEntered();
    const { MEASURE_IN } = process.env;
    if (MEASURE_IN !== undefined)
      noteSeconds(MEASURE_IN, this.file, processorSeconds() - this.secondsAtFirst);
  }
}

/** What this process and the programs it has run took of the processor, whatever else the machine does. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childSeconds();
}

/** Of programs that have ended, where Linux says so: fields 16 and 17 of proc_pid_stat(5), in hundredths. */
function childSeconds(): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function noteSeconds(to: string, testPath: string, seconds: number): void {
  const file = path.relative(path.resolve(__dirname, '../..'), testPath).split(path.sep).join('/');
  appendFileSync(to, `${JSON.stringify({ file, seconds })}\n`);
}

/** Notes what is entered from now on, in any realm: they share this class. @returns ends that and disables them all */
function noteEntered(): () => void {
  const { run, enterWith } = AsyncLocalStorage.prototype;
  const entered = new Set<Storage>();
  const noting = (enter: Enter): Enter =>
    function (...args) {
      entered.add(this);
      return Reflect.apply(enter, this, args);
    };
  Object.assign(AsyncLocalStorage.prototype, { run: noting(run), enterWith: noting(enterWith) });
  return () => {
    Object.assign(AsyncLocalStorage.prototype, { run, enterWith });
    for (const storage of entered) storage.disable();
  };
}
