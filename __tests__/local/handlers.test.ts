import Resolver from '@forge/resolver';
import { kvs } from '@forge/kvs';
import { Queue, InvocationError } from '@forge/events';
import { openLocalForge, parseManifest, type AppFunction, type LocalForge } from '../../local/forge';
import { readHandler } from '../../local/manifest/handler';
import { TEST_START } from '../setup/test-forge';
import { bundleApp } from './sample-app/bundled';

const MANIFEST = `
app: { id: ari:cloud:ecosystem::app/two-files }
permissions: { scopes: [storage:app] }
modules:
  consumer:
    - { key: work-consumer, queue: work, resolver: { function: work, method: do-it } }
  scheduledTrigger:
    - { key: first, function: first, interval: day }
    - { key: second, function: second, interval: day }
  function:
    - { key: work, handler: work.run }
    - { key: first, handler: schedules/first.run }
    - { key: second, handler: schedules/second.run }
`;

const files = (functions: Record<string, AppFunction>) =>
  Object.fromEntries(Object.entries(functions).map(([file, run]) => [file, async () => ({ run })]));

function open(functions: Record<string, AppFunction>): Promise<LocalForge> {
  return openLocalForge({
    manifest: parseManifest(MANIFEST),
    app: { kind: 'module', files: files(functions) },
    startAt: TEST_START,
  });
}

describe('The function that a handler names runs', () => {
  test.each([
    ['index.run', { file: 'index', name: 'run' }],
    ['triggers/people.on-user', { file: 'triggers/people', name: 'on-user' }],
    ['run', undefined],
    ['../secrets.run', undefined],
    ['/etc/passwd.run', undefined],
    ['index.a.b', undefined],
  ])('%s is read as it is by Forge', (text, handler) => {
    expect(readHandler(text)).toEqual(handler);
  });

  test('of two files that both export run, in this process', async () => {
    const ran: string[] = [];
    const note =
      (name: string): AppFunction =>
      () =>
        void ran.push(name);
    const forge = await open({
      work: note('work'),
      'schedules/first': note('first'),
      'schedules/second': note('second'),
    });
    await forge.schedule.run('second');
    await forge.schedule.run('first');
    expect(ran).toEqual(['second', 'first']);
  });

  test('of two files that both export run, in a worker', async () => {
    const bundle = (name: string): string =>
      bundleApp(`import { kvs } from '@forge/kvs'; export const run = () => kvs.set('ran', '${name}');`);
    const forge = await openLocalForge({
      manifest: parseManifest(MANIFEST),
      app: {
        kind: 'bundle',
        files: { work: 'none', 'schedules/first': bundle('first'), 'schedules/second': bundle('second') },
      },
      startAt: TEST_START,
    });
    const ran = (): unknown => forge.storage.dump(forge.installations.get().storageId)[0]?.value;
    await forge.schedule.run('first');
    expect(ran()).toBe('first');
    await forge.schedule.run('second');
    expect(ran()).toBe('second');
    await forge.close();
  }, 60_000);

  test('and a file that was not handed in is refused when the Forge opens', async () => {
    const run = (): void => undefined;
    await expect(open({ work: run, 'schedules/first': run })).rejects.toThrow(
      'The function second has the handler schedules/second.run, and the app has no file src/schedules/second.',
    );
  });

  test('and an export that is not there is named with its file', async () => {
    const forge = await open({
      work: () => 0,
      'schedules/first': undefined as never,
      'schedules/second': () => 0,
    });
    await expect(forge.schedule.run('first')).resolves.toMatchObject({
      outcome: 'error',
      error:
        "src/schedules/first exports no function run, which the manifest's schedules/first.run asks for.",
    });
  });
});

describe("A consumer that names a resolver's method", () => {
  test('reaches it, with the body, the job, and the retry in the body', async () => {
    const got: unknown[] = [];
    const pushed: string[] = [];
    const resolver = new Resolver();
    resolver.define('other', () => void got.push('other'));
    resolver.define(
      'do-it',
      ({ payload, context }: { payload: object; context: Record<string, unknown> }) => {
        got.push({ ...payload, jobId: context['jobId'], accountId: context['accountId'] });
        const isFirst = got.length === 1;
        return isFirst
          ? new InvocationError({ retryAfter: 5, retryReason: 'FUNCTION_RETRY_REQUEST' as never })
          : {};
      },
    );
    const forge = await open({
      work: resolver.getDefinitions() as AppFunction,
      'schedules/first': async () => {
        await kvs.set('k', 1);
        pushed.push((await new Queue({ key: 'work' }).push({ body: { n: 1 } })).jobId);
      },
      'schedules/second': () => undefined,
    });
    await forge.schedule.run('first');
    await forge.queue.settle({ delayed: true });
    const [jobId] = pushed;
    expect(got).toEqual([
      { n: 1, jobId },
      { n: 1, jobId, retryContext: expect.objectContaining({ retryCount: 1 }) as unknown },
    ]);
    expect(forge.invocations.list().at(-1)).toMatchObject({
      source: 'consumer',
      call: 'do-it',
      outcome: 'ok',
    });
  });
});
