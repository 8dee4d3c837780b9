/**
 * Takes the pictures of the documents from the local site with its default data, some of them in every language:
 * `npm run build` first, then `node --import tsx scripts/screenshots.ts`, with names of pictures (`panel`, `de/panel`) for
 * those alone.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { launchOptions } from './lib/browser.mjs';
import { readCatalogue } from './lib/words.mjs';

const ROOT = path.join(__dirname, '..');
const IMAGES = path.join(ROOT, 'docs', 'images');

interface Shot {
  name: string;
  who: 'user' | 'administrator';
  colorMode: 'light' | 'dark';
  height: number;
  /** Also in the other languages. */
  everywhere?: true;
  open(page: Page, app: FrameLocator, say: Say): Promise<void>;
}

/** A message without arguments, in the language of the picture. */
type Say = (key: string) => string;

const LOCALES = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR' } as const;
type Language = keyof typeof LOCALES;

async function openPanel(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await page.getByRole('link', { name: 'Mobile app' }).click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  const add = page.locator('.toolbar').getByRole('button');
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  if ((await add.count()) > 0) await add.first().click();
  await app.getByLabel(say('time.time-spent')).fill('1h 30m');
}

async function openMyTime(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await page.getByRole('link', { name: say('manifest.my-time') }).click();
  await app.getByRole('button', { name: say('my-time.previous-week') }).click();
  await app.getByRole('heading', { name: say('common.last-week') }).waitFor();
  await app
    .getByRole('rowheader', { name: /[A-Z]+-\d/ })
    .first()
    .waitFor();
}

async function openYear(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await openMyTime(page, app, say);
  await app.getByText(say('year.by-week')).scrollIntoViewIfNeeded();
}

async function openMyData(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await page.getByRole('button', { name: /Your profile/ }).click();
  await page.getByRole('menuitem', { name: say('manifest.my-data') }).click();
  await app.getByRole('tab', { name: say('my-data.tab-entries') }).waitFor();
}

async function openEntries(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await openMyData(page, app, say);
  await app.getByRole('tab', { name: say('my-data.tab-entries') }).click();
  await app
    .getByRole('checkbox', { name: /^Select \d/ })
    .nth(2)
    .check();
  await app
    .getByText(/APP-|PAY-|OPS-/)
    .first()
    .waitFor();
}

async function openQuestion(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await openMyData(page, app, say);
  await app.getByRole('button', { name: say('my-data.delete-everything') }).click();
  await app.getByText(say('erasure.by-kind')).waitFor();
}

/** An export is chosen of which everything is there. */
async function openImport(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await openMyData(page, app, say);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.getByRole('button', { name: say('my-data.export') }).click(),
  ]);
  await app.getByRole('button', { name: say('common.close') }).click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await app.getByRole('tab', { name: say('my-data.tab-transfer') }).click();
  await app.getByLabel(say('transfer.choose')).setInputFiles({
    name: download.suggestedFilename(),
    mimeType: 'application/zip',
    buffer: await readFile(await download.path()),
  });
  await app.getByText(/you already have/i).scrollIntoViewIfNeeded();
}

async function openAdministration(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await page.getByRole('link', { name: 'Settings: apps' }).click();
  await page.getByRole('link', { name: say('manifest.privacy-center') }).click();
  await app.getByRole('checkbox').nth(3).waitFor();
}

async function openReporting(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await openAdministration(page, app, say);
  await app.getByRole('tab', { name: say('admin.tab-reporting') }).click();
  await app.getByRole('heading', { name: say('reporting.chart') }).waitFor();
}

async function openDrawer(page: Page, app: FrameLocator, say: Say): Promise<void> {
  await openMyData(page, app, say);
  await page.getByRole('button', { name: 'Local Forge' }).click();
  await page.getByRole('cell').first().waitFor();
}

/** So long until titles have come and colours have stopped to change. */
const SETTLED_MS = 1_500;

/** A dialog is as tall as the screen lets it be, and a headless Chromium says 800 × 600. */
const SCREEN = '--screen-info={1280x990}';

const asUser = { who: 'user', colorMode: 'light' } as const;
const asAdministrator = { who: 'administrator', colorMode: 'light' } as const;

const SHOTS: Shot[] = [
  { ...asUser, name: 'panel', height: 980, open: openPanel, everywhere: true },
  { ...asUser, name: 'my-time', height: 900, open: openMyTime, everywhere: true },
  { ...asUser, name: 'my-time-year', height: 900, open: openYear },
  { ...asUser, name: 'my-data', height: 800, open: openMyData, everywhere: true },
  { ...asUser, name: 'my-data-dark', colorMode: 'dark', height: 800, open: openEntries },
  { ...asUser, name: 'delete-preview', height: 900, open: openQuestion, everywhere: true },
  { ...asUser, name: 'import', height: 1000, open: openImport },
  { ...asAdministrator, name: 'administration', height: 800, open: openAdministration, everywhere: true },
  { ...asAdministrator, name: 'reporting', height: 1000, open: openReporting },
  { ...asUser, name: 'local-forge', height: 900, open: openDrawer },
];

/** Every picture in English, and those that are taken everywhere in the other languages, by the path of its file. */
const PICTURES = (Object.keys(LOCALES) as Language[]).flatMap((language) =>
  SHOTS.filter(({ everywhere }) => language === 'en' || everywhere).map((shot) => ({
    shot,
    language,
    file: language === 'en' ? shot.name : `${language}/${shot.name}`,
  })),
);

async function take(
  browser: Browser,
  url: string,
  accountId: string,
  { shot, language, file }: (typeof PICTURES)[number],
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: shot.height } });
  await context.request.post(`${url}/__local/session`, {
    data: { accountId, colorMode: shot.colorMode, locale: LOCALES[language] },
  });
  const words = readCatalogue(language);
  const page = await context.newPage();
  await page.goto(url);
  const app = page.frameLocator('iframe.app-frame');
  await shot.open(page, app, (key) => words[key] ?? key);
  await app.locator('html:not(:has([aria-busy="true"], .loading))').waitFor({ state: 'attached' });
  await page.waitForTimeout(SETTLED_MS);
  await mkdir(path.dirname(path.join(IMAGES, file)), { recursive: true });
  await page.screenshot({ path: path.join(IMAGES, `${file}.png`) });
  await context.close();
  console.log(`docs/images/${file}.png`);
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
  const wanted = process.argv.slice(2);
  const pictures = PICTURES.filter(({ file }) => wanted.length === 0 || wanted.includes(file));
  for (const picture of pictures) await take(browser, site.url, someone(picture.shot.who), picture);
  await browser.close();
  site.stop();
  await rm(folder, { recursive: true, force: true });
}

void main();
