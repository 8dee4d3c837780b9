/**
 * What the pages weigh and how soon they can be used: each is opened again and again in Chromium, on a processor slowed
 * down to a quarter, and timed from the moment its frame begins to load. `npm run build` first.
 *
 *     node --import tsx bench/pages.ts [--times 9] [--slower 4]
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Frame, Page, Response } from 'playwright-core';
import { openSiteAndBrowser, signedIn, type SiteAndBrowser } from './site';

declare global {
  interface Window {
    usableAfter?: number;
  }
}

interface Opened {
  kilobytes: number;
  milliseconds: number;
}

interface Tried {
  name: string;
  who: 'user' | 'administrator';
  /** What is there once somebody can do what the page is for. */
  usable: string;
  open(page: Page): Promise<void>;
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mobile app' }).click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  const add = page.locator('.toolbar').getByRole('button');
  if ((await add.count()) > 0) await add.first().click();
}

async function openMyData(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Your profile/ }).click();
  await page.getByRole('menuitem', { name: 'My data' }).click();
}

async function openAdministration(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings: apps' }).click();
  await page.getByRole('link', { name: 'Privacy Center' }).click();
}

const PAGES: Tried[] = [
  { name: 'panel', who: 'user', usable: 'form button[type="submit"]', open: openPanel },
  { name: 'My data', who: 'user', usable: '[role="tab"]', open: openMyData },
  {
    name: 'administration',
    who: 'administrator',
    usable: 'button[aria-label^="Entries of"]',
    open: openAdministration,
  },
];

/** In the app's frame only: notes when it is usable, in milliseconds since it began to load. */
function watch(selector: string): void {
  if (window.top === window) return;
  new MutationObserver(() => {
    if (window.usableAfter === undefined && document.querySelector(selector) !== null) {
      window.usableAfter = performance.now();
    }
  }).observe(document, { childList: true, subtree: true });
}

async function weigh(responses: readonly Response[], frame: Frame): Promise<number> {
  const base = new URL('.', frame.url()).href;
  const own = responses.filter((response) => response.ok() && response.url().startsWith(base));
  const sizes = own.map(async (response) => gzipSync(await response.body(), { level: 9 }).byteLength);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

async function openOnce(site: SiteAndBrowser, accountId: string, { usable, open }: Tried): Promise<Opened> {
  const context = await signedIn(site, accountId);
  await context.addInitScript(watch, usable);
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(site.site.addresses.frameOrigin);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slower) });
  await open(page);
  const handle = await page.waitForSelector('iframe.app-frame');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The app’s frame went away.');
  await frame.waitForFunction(() => window.usableAfter !== undefined);
  const milliseconds = await frame.evaluate(() => window.usableAfter ?? 0);
  const kilobytes = await weigh(responses, frame);
  await context.close();
  return { kilobytes, milliseconds };
}

const { values } = parseArgs({
  options: { times: { type: 'string', default: '9' }, slower: { type: 'string', default: '4' } },
});

async function main(): Promise<void> {
  const site = await openSiteAndBrowser({ entries: true });
  const { forge } = await site.site.world();
  const rows = forge.storage.dump(forge.installations.get().storageId);
  const withData = new Set(rows.filter((row) => row.entityName === 'person').map(({ key }) => key));
  const people = forge.jira.people().filter(({ accountId }) => withData.has(accountId));
  console.log('| page | sent (gzip) | usable after, median | slowest |\n| --- | --: | --: | --: |');
  for (const tried of PAGES) {
    const someone = people.find(({ isAdmin = false }) => isAdmin === (tried.who === 'administrator'));
    if (!someone) throw new Error(`The site has no ${tried.who} with data.`);
    const opened: Opened[] = [];
    for (let time = 0; time < Number(values.times); time += 1) {
      opened.push(await openOnce(site, someone.accountId, tried));
    }
    const times = opened.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const [{ kilobytes } = { kilobytes: 0 }] = opened;
    const median = times[Math.floor(times.length / 2)] ?? 0;
    const words = [tried.name, `${kilobytes.toFixed(0)} KB`, seconds(median), seconds(times.at(-1) ?? 0)];
    console.log(`| ${words.join(' | ')} |`);
  }
  await site.close();
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
