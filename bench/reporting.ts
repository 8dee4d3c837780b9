/**
 * What a cycle of reporting costs on the local Forge, for this app and for the baseline, which calls the official helper
 * with everything at once: calls, storage operations, functions' time, and the memory in which it runs.
 *
 *     node --import tsx bench/reporting.ts [--accounts 1599,1000000] [--memory 128,256]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { openLocalForge, readManifest, type LocalForge } from '../local/forge';
import type { InvocationRecord } from '../local/runtime/records';
import type { LoadedRow } from '../local/storage';
import { accountsOf, cohortRows, personRows, plainRows, START } from './reporting-rows';
import { costSince, type Cost } from './cost';

const REPORT_PATH = '/app/report-accounts';
const DAY_MS = 86_400_000;
/** What a call of the report API is taken to last; other calls last 20 ms. */
const REPORT_MS = 300;
/** Of so many accounts, one is closed. */
const CLOSED_EACH = 10_000;
const ROOT = path.join(__dirname, '..');

interface Contender {
  name: string;
  entry: string;
  manifest: string;
  schedule: string;
  rows(accounts: readonly string[], closed: readonly string[]): Iterable<LoadedRow>;
}

const CONTENDERS: Contender[] = [
  {
    name: 'this app',
    entry: 'src/index.ts',
    manifest: 'manifest.yml',
    schedule: 'daily',
    rows: function* (accounts, closed) {
      yield* cohortRows(accounts);
      yield* personRows(closed, accounts);
    },
  },
  {
    name: 'the helper, everything at once',
    entry: 'bench/baseline/index.ts',
    manifest: 'bench/baseline/manifest.yml',
    schedule: 'weekly',
    rows: (accounts) => plainRows(accounts),
  },
];

interface Result {
  cost: Cost;
  calls: number;
  reported: number;
  closedGone: number;
  functionSeconds: number;
  /** Heap in use when the functions ended, in megabytes. */
  heapMb: number;
  ended: string;
}

async function bundle(entry: string, folder: string): Promise<string> {
  const outfile = path.join(folder, `${entry.replaceAll('/', '-')}.cjs`);
  const options = {
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  } as const;
  await build({ absWorkingDir: ROOT, entryPoints: [entry], outfile, ...options });
  return outfile;
}

async function measure(contender: Contender, count: number, memoryMb: number, file: string): Promise<Result> {
  const accounts = accountsOf(count);
  const closed = accounts.filter((_, at) => at % CLOSED_EACH === CLOSED_EACH / 2);
  const forge = await openLocalForge({
    manifest: { ...readManifest(path.join(ROOT, contender.manifest)), memoryMb },
    app: { kind: 'bundle', files: { index: file } },
    startAt: START,
    site: {
      people: closed.map((accountId) => ({ accountId, displayName: 'Closed', closedAt: 0 })),
      projects: [],
      issues: [],
    },
  });
  try {
    return await run(forge, contender, accounts, closed);
  } finally {
    await forge.close();
  }
}

/** Parts of the eight hours that are looked at. */
const STEPS = 48;

async function run(
  forge: LocalForge,
  contender: Contender,
  accounts: readonly string[],
  closed: readonly string[],
): Promise<Result> {
  const { storageId } = forge.installations.get();
  forge.schedule.mode.missed = 1;
  await forge.clock.advance(DAY_MS / 2);
  await forge.storage.load(storageId, contender.rows(accounts, closed));
  forge.faults.add({ path: REPORT_PATH, outcome: { kind: 'slow', ms: REPORT_MS } });
  forge.invocations.clear();
  forge.atlassian.settings.keepReports = Infinity;
  const since = costSince(forge);
  const records: InvocationRecord[] = [];
  await forge.schedule.run(contender.schedule);
  for (let step = 0; step < STEPS; step += 1) {
    await forge.clock.advance(DAY_MS / 3 / STEPS);
    // The local Forge keeps only the latest.
    records.push(...forge.invocations.list());
    forge.invocations.clear();
  }
  const left = new Set(forge.storage.dump(storageId).map(({ key }) => key));
  return {
    cost: since(),
    calls: forge.atlassian.reports.length,
    reported: forge.atlassian.reports.reduce((sum, report) => sum + report.accounts.length, 0),
    closedGone: closed.filter((accountId) => !left.has(accountId)).length,
    functionSeconds: records.reduce((sum, { ms }) => sum + ms, 0) / 1000,
    heapMb: Math.max(...records.map(({ memoryMb = 0 }) => memoryMb)),
    ended: endOf(records),
  };
}

function endOf(records: readonly InvocationRecord[]): string {
  const failed = records.find(({ outcome }) => outcome !== 'ok');
  if (!failed) return 'all reported';
  return failed.outcome === 'error' ? `error: ${failed.error ?? ''}`.slice(0, 60) : failed.outcome;
}

const HEAD = [
  '| accounts | who | memory | how it ended | reported | closed, erased | reports | strict reads | pages | writes | invocations | functions | heap after | here |',
  '| --: | --- | --: | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
];

function line(count: number, name: string, memoryMb: number, result: Result): string {
  const { cost, calls, reported, closedGone, functionSeconds, heapMb, ended } = result;
  const number = (value: number): string => value.toLocaleString('en');
  const cells = [
    number(count),
    name,
    `${memoryMb} MB`,
    ended,
    number(reported),
    number(closedGone),
    number(calls),
    number(cost.reads),
    number(cost.pages),
    number(cost.writes),
    number(cost.invocations),
    `${number(Math.round(functionSeconds))} s`,
    `${Math.round(heapMb)} MB`,
    `${(cost.realMs / 1000).toFixed(1)} s`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const numbers = (text: string): number[] => text.split(',').map(Number);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      accounts: { type: 'string', default: '1599,1000000' },
      memory: { type: 'string', default: '128,256' },
      who: { type: 'string', default: '' },
    },
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-reporting-'));
  try {
    console.log(HEAD.join('\n'));
    for (const count of numbers(values.accounts)) {
      for (const contender of CONTENDERS.filter(({ name }) => name.includes(values.who))) {
        const file = await bundle(contender.entry, folder);
        for (const memoryMb of numbers(values.memory)) {
          console.log(line(count, contender.name, memoryMb, await measure(contender, count, memoryMb, file)));
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
