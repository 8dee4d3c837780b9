/**
 * Whether people notice the scan that confirms erasures: somebody opens a panel each second while it runs, with Forge's
 * quotas on and each call of storage taking 10 to 30 ms on the simulated clock: the faster storage is, the sooner they are used
 * up.
 *
 *     node --import tsx bench/scan.ts [--people 1600,10000,100000] [--entries 10]
 */
import { installForgeGlobals } from '../local/runtime/globals';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openLocalForge, type LocalForge } from '../local/forge';
import { accountsOf, START } from './reporting-rows';
import { peopleRows } from './scan-rows';

installForgeGlobals();

const HASH = 'b'.repeat(64);
const SECOND_MS = 1_000;
const UNTIL_DONE_MS = 10 * 60_000;
/** After so many seconds the scan counts as one that does not end. */
const MOST_SECONDS = 12 * 3_600;
/** So many people look at the panel by turns. */
const VIEWERS = 60;

interface Watched {
  opened: number;
  refused: number;
  /** The longest time for which every opening was refused. */
  longestSeconds: number;
}

/** Opens a panel for one viewer after the other and counts how often somebody is told to try again. */
class Watch {
  readonly seen: Watched = { opened: 0, refused: 0, longestSeconds: 0 };
  private row = 0;

  constructor(
    private readonly forge: LocalForge,
    private readonly viewers: readonly string[],
  ) {}

  async open(): Promise<void> {
    const accountId = this.viewers[this.seen.opened % this.viewers.length] ?? '';
    this.seen.opened += 1;
    const answer = await this.forge.invoke({
      moduleKey: 'privacy-panel',
      functionKey: 'getPanel',
      payload: {},
      accountId,
      extension: { type: 'jira:issuePanel', issue: { id: '20001' } },
    });
    const refused = (answer as { error?: unknown }).error !== undefined;
    this.row = refused ? this.row + 1 : 0;
    this.seen.refused += Number(refused);
    this.seen.longestSeconds = Math.max(this.seen.longestSeconds, this.row);
  }
}

async function openWith(accounts: readonly string[], entriesEach: number): Promise<LocalForge> {
  const [first = ''] = accounts;
  const forge = await openLocalForge({
    app: { kind: 'module', files: { index: () => import('../src/index') } },
    startAt: START,
    callMs: { min: 10, max: 30 },
    site: {
      people: [{ accountId: first, displayName: 'First' }],
      projects: [{ id: '10000', key: 'OPEN', name: 'Open work' }],
      issues: [{ id: '20001', key: 'OPEN-1', summary: 'Sort the shelves', project: 'OPEN' }],
    },
  });
  forge.schedule.mode.missed = 1;
  await forge.storage.load(forge.installations.get().storageId, peopleRows(accounts, entriesEach));
  return forge;
}

/** Erases the first of them; their erasure then waits to be confirmed. */
async function eraseFirst(forge: LocalForge, [accountId = '']: readonly string[]): Promise<void> {
  await forge.invoke({
    moduleKey: 'my-data',
    functionKey: 'eraseMyData',
    payload: { receiptHash: HASH },
    accountId,
    extension: { type: 'jira:personalSettingsPage' },
  });
  await forge.clock.advance(UNTIL_DONE_MS);
  if (stateOf(forge) !== 'done') throw new Error(`The erasure is ${stateOf(forge)} and not done.`);
}

const stateOf = (forge: LocalForge): string =>
  forge.storage
    .dump(forge.installations.get().storageId)
    .filter(({ entityName }) => entityName === 'erasure')
    .map(({ value }) => (value as { state: string }).state)
    .join();

/** The logs of the functions that ran since it was last called tell when the scan has ended. */
function scanEnded(forge: LocalForge): boolean {
  const ended = forge.invocations.list().some(({ logs }) => logs.join().includes('scan-finished'));
  forge.invocations.clear();
  return ended;
}

/** Opens a panel each second while something runs, and at least one. */
async function openBeside(forge: LocalForge, watch: Watch, work: () => Promise<unknown>): Promise<void> {
  // The clock is moved only when nobody waits on it any more.
  await setImmediate();
  await setImmediate();
  let over = false;
  const working = work().then(() => {
    over = true;
  });
  const openings: Array<Promise<void>> = [];
  do {
    openings.push(watch.open());
    await forge.clock.wait(SECOND_MS);
  } while (!over);
  await Promise.all([working, ...openings]);
}

async function measure(people: number, entriesEach: number): Promise<string> {
  const accounts = accountsOf(people);
  const forge = await openWith(accounts, entriesEach);
  const { storageId } = forge.installations.get();
  await eraseFirst(forge, accounts);
  forge.invocations.clear();
  forge.storage.resetUsage(storageId);
  const step = Math.max(Math.floor(people / VIEWERS), 1);
  const watch = new Watch(
    forge,
    accounts.slice(1).filter((_, at) => at % step === 0),
  );
  const began = forge.clock.now();
  await openBeside(forge, watch, () => forge.schedule.run('daily'));
  let ended = false;
  while (!ended && forge.clock.now() - began < MOST_SECONDS * SECOND_MS) {
    await openBeside(forge, watch, () => forge.clock.advance(0));
    ended = scanEnded(forge);
  }
  const minutes = (forge.clock.now() - began) / 60_000;
  const { readUnits, writeUnits, calls } = forge.storage.usage(storageId);
  const cells = [
    people.toLocaleString('en'),
    (people * entriesEach).toLocaleString('en'),
    ended ? `${minutes.toFixed(0)} min` : 'not ended',
    (calls['entity/query'] ?? 0).toLocaleString('en'),
    (calls['batch/get'] ?? 0).toLocaleString('en'),
    Math.round((readUnits + writeUnits) / minutes).toLocaleString('en'),
    watch.seen.opened.toLocaleString('en'),
    watch.seen.refused,
    `${watch.seen.longestSeconds} s`,
    stateOf(forge),
  ];
  await forge.close();
  return `| ${cells.join(' | ')} |`;
}

const HEAD = [
  '| people | entries | from the daily run to the end | pages | strict reads | units a minute, panels included | panels opened | refused | longest in a row | the erasure then |',
  '| --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |',
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '1600,10000,100000' },
      entries: { type: 'string', default: '10' },
    },
  });
  console.log(HEAD.join('\n'));
  for (const count of values.people.split(',')) {
    console.log(await measure(Number(count), Number(values.entries)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
