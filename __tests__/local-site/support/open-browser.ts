import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  chromium,
  firefox,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { launchOptions } from '../../../scripts/lib/browser.mjs';
import { firefoxOptions } from '../../../scripts/lib/firefox.mjs';
import type { RunningSite } from './running-site';

/** A browser window in which one person is signed in; what its console says is collected. */
export interface PersonsWindow {
  page: Page;
  context: BrowserContext;
  /** Everything the console said, errors of scripts and failed requests included. */
  said: string[];
  /** The app's page inside the frame. */
  app: FrameLocator;
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface WindowOptions {
  accountId: string;
  colorMode?: 'light' | 'dark' | 'auto';
  locale?: string;
  /** Jira's router refuses to lead anywhere. */
  leadsNowhere?: boolean;
  width?: number;
  height?: number;
  /**
   * Lets pages inside another site's page keep something in the browser, as most people's browsers do. Without it
   * the app's pages, which stand on another site than Jira, find `sessionStorage` closed in Chromium.
   */
  keepsThirdPartyData?: boolean;
}

/** `TEST_BROWSER=firefox` runs the tests of a file in Firefox. */
export const IN_FIREFOX = process.env['TEST_BROWSER'] === 'firefox';

/** Where Firefox saves files. */
export const FIREFOX_FILES = path.join(tmpdir(), `firefox-files-${process.pid}`);

export function openBrowser(): Promise<Browser> {
  return IN_FIREFOX ? firefox.launch(firefoxOptions(FIREFOX_FILES)) : chromium.launch(launchOptions());
}

/** Leaving a page ends what it was still asking for. */
const ENDED = ['net::ERR_ABORTED', 'NS_BINDING_ABORTED'];

function listen(page: Page, said: string[]): void {
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    if (!ENDED.includes(request.failure()?.errorText ?? '')) said.push(`failed: ${request.url()}`);
  });
}

/** A fresh profile that does not block third parties, which some builds of Chromium do from the start. */
async function openProfile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'profile-'));
  await mkdir(path.join(folder, 'Default'));
  const profile = { cookie_controls_mode: 0, block_third_party_cookies: false };
  await writeFile(path.join(folder, 'Default', 'Preferences'), JSON.stringify({ profile }));
  return folder;
}

/** Opens a window of its own, as one person with one look. */
export async function openWindow(
  browser: Browser,
  site: RunningSite,
  {
    accountId,
    colorMode = 'light',
    locale = 'en-GB',
    leadsNowhere = false,
    width = 1280,
    height = 900,
    keepsThirdPartyData,
  }: WindowOptions,
): Promise<PersonsWindow> {
  const options = { viewport: { width, height }, acceptDownloads: true };
  const profile = keepsThirdPartyData && !IN_FIREFOX ? await openProfile() : undefined;
  const context =
    profile === undefined
      ? await browser.newContext(options)
      : await chromium.launchPersistentContext(profile, { ...launchOptions(), ...options });
  const chosen = { accountId, colorMode, leadsNowhere, locale };
  const answer = await context.request.post(`${site.url}/__local/session`, { data: chosen });
  if (!answer.ok()) throw new Error(`The person could not be chosen: ${await answer.text()}`);
  const page = await context.newPage();
  const said: string[] = [];
  listen(page, said);
  return {
    page,
    context,
    said,
    app: page.frameLocator('iframe.app-frame'),
    go: async (path) => void (await page.goto(site.url + path)),
    close: async () => {
      await context.close();
      if (profile !== undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}
