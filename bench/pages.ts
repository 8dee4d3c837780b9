/**
 * What the pages weigh and how soon they can be used: each is opened again and again in Chromium, on a processor slowed
 * down to a quarter, and timed from the moment its frame begins to load. `npm run build` first.
 *
 *     node --import tsx bench/pages.ts [--times 9] [--slower 4]
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Frame, type Page, type Response } from 'playwright-core';
import { launchOptions } from '../scripts/lib/browser.mjs';

const ROOT = path.join(__dirname, '..');
/** In one process with Jira's page, the app's frame is slowed down with it. */
const ONE_PROCESS = ['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process'];

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

async function openOnce(
  browser: Browser,
  url: string,
  accountId: string,
  { usable, open }: Tried,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.request.post(`${url}/__local/session`, { data: { accountId, colorMode: 'light' } });
  await context.addInitScript(watch, usable);
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url);
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

/** The local site with its made-up year, in a folder of its own. */
function startSite(directory: string): Promise<{ url: string; stop(): void }> {
  const main = path.join(ROOT, 'local', 'main.ts');
  const args = ['--import', 'tsx', main, '--port', '0', '--directory', directory];
  const site = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    site.once('exit', () => reject(new Error('The local site ended.')));
    site.stdout.on('data', (chunk: Buffer) => {
      const url = /answers at (http:\S+)/.exec(chunk.toString())?.[1];
      if (url !== undefined) resolve({ url, stop: () => void site.kill('SIGINT') });
    });
  });
}

interface Listed {
  accountId: string;
  kind: string;
  hasData: boolean;
}

const { values } = parseArgs({
  options: { times: { type: 'string', default: '9' }, slower: { type: 'string', default: '4' } },
});

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-pages-'));
  const site = await startSite(path.join(folder, 'kept'));
  const { args, ...options } = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, ...ONE_PROCESS] });
  const { people } = (await (await fetch(`${site.url}/__local/people`)).json()) as { people: Listed[] };
  console.log('| page | sent (gzip) | usable after, median | slowest |\n| --- | --: | --: | --: |');
  for (const tried of PAGES) {
    const someone = people.find(({ kind, hasData }) => kind === tried.who && hasData)?.accountId ?? '';
    const opened: Opened[] = [];
    for (let time = 0; time < Number(values.times); time += 1) {
      opened.push(await openOnce(browser, site.url, someone, tried));
    }
    const times = opened.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const [{ kilobytes } = { kilobytes: 0 }] = opened;
    const median = times[Math.floor(times.length / 2)] ?? 0;
    const words = [tried.name, `${kilobytes.toFixed(0)} KB`, seconds(median), seconds(times.at(-1) ?? 0)];
    console.log(`| ${words.join(' | ')} |`);
  }
  await browser.close();
  site.stop();
  await rm(folder, { recursive: true, force: true });
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

void main();
