import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { startSite, type Site } from '../local/site/site';
import { launchOptions } from '../scripts/lib/browser.mjs';

const ROOT = path.join(__dirname, '..');
const SILENT = { step: () => undefined, progress: () => undefined };

/** The local site in a folder of its own, and a browser to open it in. */
export interface SiteAndBrowser {
  site: Site;
  browser: Browser;
  close(): Promise<void>;
}

/** @param entries whether the made-up year is loaded */
export async function openSiteAndBrowser({ entries }: { entries: boolean }): Promise<SiteAndBrowser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-site-'));
  const site = await startSite({
    port: 0,
    reset: false,
    directory: path.join(folder, 'site'),
    files: { index: path.join(ROOT, '.local', 'build', 'app.cjs') },
    manifestFile: path.join(ROOT, 'manifest.yml'),
    root: ROOT,
    keptRowsIn: path.join(folder, 'made-up-year'),
    report: SILENT,
    ...(!entries && { file: { name: 'nothing', digest: 'nothing', entries: [], lines: [] } }),
  });
  // With Jira's page and the app's frame in one process: what slows one down or weighs one holds for both.
  const browser = await chromium.launch(launchOptions());
  const close = async (): Promise<void> => {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { site, browser, close };
}

/** A window of its own in which one person is signed in. */
export async function signedIn(
  { site, browser }: SiteAndBrowser,
  accountId: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const session = `${site.addresses.frameOrigin}/__local/session`;
  await context.request.post(session, { data: { accountId, colorMode: 'light' } });
  return context;
}
