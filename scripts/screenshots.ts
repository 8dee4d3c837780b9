/**
 * Takes the pictures of the README from the local site with its default data:
 * `npm run build` first, then `node --import tsx scripts/screenshots.ts`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { launchOptions } from './lib/browser.mjs';

const ROOT = path.join(__dirname, '..');
const IMAGES = path.join(ROOT, 'docs', 'images');

interface Shot {
  name: string;
  who: 'user' | 'administrator';
  colorMode: 'light' | 'dark';
  height: number;
  open(page: Page, app: FrameLocator): Promise<void>;
}

async function openPanel(page: Page, app: FrameLocator): Promise<void> {
  await page.getByRole('link', { name: 'Mobile app' }).click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  const add = page.locator('.toolbar').getByRole('button');
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  if ((await add.count()) > 0) await add.first().click();
  await app.getByLabel('Time spent').fill('1h 30m');
}

async function openMyTime(page: Page, app: FrameLocator): Promise<void> {
  await page.getByRole('link', { name: 'My time' }).click();
  await app.getByRole('button', { name: 'Previous week' }).click();
  await app.getByRole('heading', { name: /^Last week/ }).waitFor();
  await app
    .getByRole('rowheader', { name: /[A-Z]+-\d/ })
    .first()
    .waitFor();
}

async function openYear(page: Page, app: FrameLocator): Promise<void> {
  await openMyTime(page, app);
  await app.getByText('Sums by week').scrollIntoViewIfNeeded();
}

async function openMyData(page: Page, app: FrameLocator): Promise<void> {
  await page.getByRole('button', { name: /Your profile/ }).click();
  await page.getByRole('menuitem', { name: 'My data' }).click();
  await app.getByRole('tab', { name: 'Entries' }).waitFor();
}

async function openEntries(page: Page, app: FrameLocator): Promise<void> {
  await openMyData(page, app);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app
    .getByRole('checkbox', { name: /^Select \d/ })
    .nth(2)
    .check();
  await app
    .getByText(/APP-|PAY-|OPS-/)
    .first()
    .waitFor();
}

async function openQuestion(page: Page, app: FrameLocator): Promise<void> {
  await openMyData(page, app);
  await app.getByRole('button', { name: 'Delete everything' }).click();
  await app.getByText('What is deleted').waitFor();
}

async function openAdministration(page: Page, app: FrameLocator): Promise<void> {
  await page.getByRole('link', { name: 'Settings: apps' }).click();
  await page.getByRole('link', { name: 'Privacy Center' }).click();
  await app
    .getByRole('button', { name: /^Entries of/ })
    .nth(3)
    .waitFor();
}

async function openReporting(page: Page, app: FrameLocator): Promise<void> {
  await openAdministration(page, app);
  await app.getByRole('tab', { name: 'Reporting' }).click();
  await app.getByRole('heading', { name: /^Account IDs reported/ }).waitFor();
}

async function openDrawer(page: Page, app: FrameLocator): Promise<void> {
  await openMyData(page, app);
  await page.getByRole('button', { name: 'Local Forge' }).click();
  await page.getByRole('cell').first().waitFor();
}

/** A dialog is as tall as the screen lets it be, and a headless Chromium says 800 × 600. */
const SCREEN = '--screen-info={1280x990}';

const SHOTS: Shot[] = [
  { name: 'panel', who: 'user', colorMode: 'light', height: 980, open: openPanel },
  { name: 'my-time', who: 'user', colorMode: 'light', height: 900, open: openMyTime },
  { name: 'my-time-year', who: 'user', colorMode: 'light', height: 900, open: openYear },
  { name: 'my-data', who: 'user', colorMode: 'light', height: 800, open: openMyData },
  { name: 'my-data-dark', who: 'user', colorMode: 'dark', height: 800, open: openEntries },
  { name: 'delete-preview', who: 'user', colorMode: 'light', height: 900, open: openQuestion },
  { name: 'administration', who: 'administrator', colorMode: 'light', height: 800, open: openAdministration },
  { name: 'reporting', who: 'administrator', colorMode: 'light', height: 1000, open: openReporting },
  { name: 'local-forge', who: 'user', colorMode: 'light', height: 900, open: openDrawer },
];

async function take(browser: Browser, url: string, accountId: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: shot.height } });
  await context.request.post(`${url}/__local/session`, {
    data: { accountId, colorMode: shot.colorMode, locale: 'en-GB' },
  });
  const page = await context.newPage();
  await page.goto(url);
  await shot.open(page, page.frameLocator('iframe.app-frame'));
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(IMAGES, `${shot.name}.png`) });
  await context.close();
  console.log(`docs/images/${shot.name}.png`);
}

/** Starts the site with its default data in a folder of its own. */
function startSite(directory: string): Promise<{ url: string; stop(): void }> {
  const args = [
    '--import',
    'tsx',
    path.join(ROOT, 'local', 'main.ts'),
    '--port',
    '0',
    '--directory',
    directory,
  ];
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

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'screenshots-'));
  const site = await startSite(path.join(folder, 'kept'));
  const { args, ...options } = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, SCREEN] });
  const listed = (await (await fetch(`${site.url}/__local/people`)).json()) as { people: Listed[] };
  const someone = (kind: string): string =>
    listed.people.find((person) => person.kind === kind && person.hasData)?.accountId ?? '';
  for (const shot of SHOTS) await take(browser, site.url, someone(shot.who), shot);
  await browser.close();
  site.stop();
  await rm(folder, { recursive: true, force: true });
}

void main();
