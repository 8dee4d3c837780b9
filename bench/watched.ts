import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { LocalForge } from '../local/forge';
import { signedIn, type SiteAndBrowser } from './site';

const MINUTE_MS = 60_000;
const LOOK_EACH_MS = 250;
/** How long anything may take that is measured. */
export const MOST_MS = 15 * MINUTE_MS;

/** What something that one person does in the browser costs everyone else, and the tab. */
export interface Watched<Result> {
  result: Result;
  seconds: number;
  invocations: number;
  /** Units of reading, as Forge counts them. */
  readUnits: number;
  writeUnits: number;
  /** The most of either kind in any minute. */
  unitsAMinute: number;
  /** The tab's own memory above what it had before, in megabytes, at its highest. */
  megabytes: number;
}

interface Sample {
  at: number;
  readUnits: number;
  writeUnits: number;
  megabytes: number;
}

/** My data, open in a window of its own. */
export interface OpenMyData {
  page: Page;
  app: FrameLocator;
}

export async function openMyDataOf(opened: SiteAndBrowser, accountId: string): Promise<OpenMyData> {
  const page = await (await signedIn(opened, accountId)).newPage();
  await page.goto(opened.site.addresses.frameOrigin);
  await page.getByRole('button', { name: /Your profile/ }).click();
  await page.getByRole('menuitem', { name: 'My data' }).click();
  const app = page.frameLocator('iframe.app-frame');
  await app.getByRole('tab', { name: 'Export and import' }).waitFor();
  return { page, app };
}

/** Somebody who uses the site and administers nothing. */
export function someoneOf(forge: LocalForge): string {
  const [someone] = forge.jira.people().filter(({ isAdmin, active }) => !isAdmin && active !== false);
  return someone?.accountId ?? '';
}

/** The file of an export of everything. */
export async function savedExport({ page, app }: OpenMyData): Promise<Buffer> {
  const download = page.waitForEvent('download', { timeout: MOST_MS });
  await app.getByRole('button', { name: 'Export my data' }).click();
  return readFileSync(await (await download).path());
}

/** Does the work and looks four times a second at what storage and the browser's pages use meanwhile. */
export async function watched<Result>(
  browser: Browser,
  forge: LocalForge,
  work: () => Promise<Result>,
): Promise<Watched<Result>> {
  const { storageId } = forge.installations.get();
  const pids = await pageProcesses(browser);
  forge.storage.resetUsage(storageId);
  const look = (): Sample => {
    const { readUnits, writeUnits } = forge.storage.usage(storageId);
    return { at: performance.now(), readUnits, writeUnits, megabytes: privateMegabytes(pids) };
  };
  const invocations = forge.invocations.count();
  const first = look();
  const samples = [first];
  let ended = false;
  const end = work().finally(() => (ended = true));
  while (!ended) {
    await Promise.race([end, wait(LOOK_EACH_MS)]);
    samples.push(look());
  }
  const last = samples.at(-1) ?? first;
  return {
    result: await end,
    seconds: (last.at - first.at) / 1000,
    invocations: forge.invocations.count() - invocations,
    readUnits: last.readUnits,
    writeUnits: last.writeUnits,
    unitsAMinute: Math.max(mostInAMinute(samples, 'readUnits'), mostInAMinute(samples, 'writeUnits')),
    megabytes: Math.max(...samples.map(({ megabytes }) => megabytes)) - first.megabytes,
  };
}

const mostInAMinute = (samples: readonly Sample[], kind: 'readUnits' | 'writeUnits'): number =>
  samples.reduce((most, sample) => {
    const before = samples.findLast((earlier) => earlier.at <= sample.at - MINUTE_MS)?.[kind] ?? 0;
    return Math.max(most, sample[kind] - before);
  }, 0);

/** What these processes have for themselves, in megabytes; Linux only. */
function privateMegabytes(pids: readonly number[]): number {
  const lines = pids.flatMap((pid) => [
    ...readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB/gm),
  ]);
  return lines.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
}

/** The processes in which pages run: that of the tab, and one that waits for the next page. */
async function pageProcesses(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}
