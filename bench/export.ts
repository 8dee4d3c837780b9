/**
 * What an export of very many entries costs everyone else, and how much room it needs: somebody exports their data in
 * Chromium, on a site whose storage keeps Forge's quotas. `npm run build` first.
 *
 *     node --import tsx bench/export.ts [--entries 10000,100000]
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { LocalForge } from '../local/forge';
import { peopleRows } from './scan-rows';
import { openSiteAndBrowser, signedIn } from './site';

const MINUTE_MS = 60_000;
const MOST_MINUTES = 15;
interface Measured {
  seconds: number;
  invocations: number;
  units: number;
  /** The most in any minute. */
  unitsAMinute: number;
  /** The tab's own memory above what it had before, in megabytes, at its highest. */
  megabytes: number;
  fileMegabytes: number;
}

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

interface Sample {
  at: number;
  units: number;
  megabytes: number;
}

const mostInAMinute = (samples: readonly Sample[]): number =>
  samples.reduce((most, { at, units }) => {
    const before = samples.findLast((earlier) => earlier.at <= at - MINUTE_MS)?.units ?? 0;
    return Math.max(most, units - before);
  }, 0);

async function exportIn(
  page: Page,
  app: FrameLocator,
  forge: LocalForge,
  look: () => Sample,
): Promise<Measured> {
  const { storageId } = forge.installations.get();
  forge.storage.resetUsage(storageId);
  const invocations = forge.invocations.count();
  const samples: Sample[] = [look()];
  const began = performance.now();
  const download = page.waitForEvent('download', { timeout: MOST_MINUTES * MINUTE_MS });
  await app.getByRole('button', { name: 'Export my data' }).click();
  let ended = false;
  const file = download.then(async (saved) => {
    ended = true;
    return readFileSync(await saved.path()).byteLength;
  });
  while (!ended) {
    await Promise.race([file, wait(250)]);
    samples.push(look());
  }
  const [first, last] = [samples[0], samples.at(-1)];
  const highest = Math.max(...samples.map(({ megabytes }) => megabytes));
  return {
    seconds: (performance.now() - began) / 1000,
    invocations: forge.invocations.count() - invocations,
    units: last?.units ?? 0,
    unitsAMinute: mostInAMinute(samples),
    megabytes: highest - (first?.megabytes ?? 0),
    fileMegabytes: (await file) / 1024 / 1024,
  };
}

async function measure(entries: number): Promise<Measured> {
  const opened = await openSiteAndBrowser({ entries: false });
  try {
    const { forge } = await opened.site.world();
    const { storageId } = forge.installations.get();
    const [someone] = forge.jira.people().filter(({ isAdmin, active }) => !isAdmin && active !== false);
    const accountId = someone?.accountId ?? '';
    await forge.storage.load(storageId, peopleRows([accountId], entries));
    const page = await (await signedIn(opened, accountId)).newPage();
    await page.goto(opened.site.addresses.frameOrigin);
    await page.getByRole('button', { name: /Your profile/ }).click();
    await page.getByRole('menuitem', { name: 'My data' }).click();
    const app = page.frameLocator('iframe.app-frame');
    await app.getByRole('tab', { name: 'Entries' }).waitFor();
    const pids = await pageProcesses(opened.browser);
    return await exportIn(page, app, forge, () => ({
      at: performance.now(),
      units: forge.storage.usage(storageId).readUnits,
      megabytes: privateMegabytes(pids),
    }));
  } finally {
    await opened.close();
  }
}

const HEAD = [
  '| entries | it takes | invocations | units | units in the busiest minute | the tab needs | the ZIP |',
  '| --: | --: | --: | --: | --: | --: | --: |',
];

const { values } = parseArgs({ options: { entries: { type: 'string', default: '10000,100000' } } });

async function main(): Promise<void> {
  console.log(HEAD.join('\n'));
  for (const entries of values.entries.split(',').map(Number)) {
    const measured = await measure(entries);
    const cells = [
      entries.toLocaleString('en'),
      `${measured.seconds.toFixed(0)} s`,
      measured.invocations.toLocaleString('en'),
      measured.units.toLocaleString('en'),
      measured.unitsAMinute.toLocaleString('en'),
      `${measured.megabytes.toFixed(0)} MB`,
      `${measured.fileMegabytes.toFixed(1)} MB`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
