import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Of two lists Chromium takes the last, so those that Playwright turns off are in this one, too. */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'BoundaryEventDispatchTracksNodeRemoval',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'RenderDocument',
  'ThirdPartyStoragePartitioning',
  'Translate',
  // Chromium's own pages behind the address bar, which nobody sees here: a fifth of the processor time of the tests.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
];

/** What Chromium is started with in tests: it looks at the network only for the pages that it opens. */
export const launchFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The app's page in the process of Jira's page: while a frame of another process grows, Chromium may give a click into it
  // to the page around it. No hand is as fast as that.
  '--disable-site-isolation-trials',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_FILES = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** @returns {string[]} */
function usualPlaces() {
  const { env } = process;
  if (process.platform === 'darwin') {
    return MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) => (root ? WINDOWS_FILES.map((file) => path.join(root, file)) : []));
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium'];
}

/**
 * Where commands of these names would be.
 * @param {string[]} names
 */
export function onPath(names) {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name + ending)));
}

function playwrightFolder() {
  const { env, platform } = process;
  if (env['PLAYWRIGHT_BROWSERS_PATH']) return env['PLAYWRIGHT_BROWSERS_PATH'];
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? os.homedir(), 'ms-playwright');
  return path.join(os.homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright');
}

const PLAYWRIGHT_FILES = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ]),
];

function fromPlaywright() {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).filter((name) => name.startsWith('chromium-'));
  const newestFirst = versions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return newestFirst.flatMap((version) => PLAYWRIGHT_FILES.map((file) => path.join(folder, version, file)));
}

/**
 * The Chromium or Chrome of this machine: `CHROMIUM_PATH` if set, else where it usually is.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  return [...usualPlaces(), ...onPath(COMMANDS), ...fromPlaywright()].find((file) => existsSync(file));
}

/**
 * How to launch the browser, in the form Playwright takes it.
 * @returns {{ executablePath: string, args: string[] }}
 * @throws when there is no browser
 */
export function launchOptions() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium found: run `npm test` once, or set CHROMIUM_PATH.');
  return { executablePath, args: launchFlags };
}
