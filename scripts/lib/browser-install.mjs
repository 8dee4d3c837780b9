import { existsSync } from 'node:fs';
import { findBrowser } from './browser.mjs';
import { Failure } from './failure.mjs';
import { findFirefox } from './firefox.mjs';
import { run, runTool } from './run.mjs';
import { step } from './step.mjs';

const ADVICE =
  'There is no Chromium here and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH, ' +
  'and run this again.';

/** @returns {Promise<string[] | undefined>} what goes before a command to run it as root; undefined when it can't be */
async function asRoot() {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * Debian's and Ubuntu's own package.
 * @param {string} name
 */
async function installFromDebian(name) {
  if (!existsSync('/usr/bin/apt-get')) return 'no apt-get here\n';
  const prefix = await asRoot();
  if (!prefix) return 'apt-get needs root or sudo without a password\n';
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const [program = 'env', ...args] = [...prefix, ...environment];
  const update = await run(program, [...args, 'update']);
  const install = await run(program, [...args, 'install', '-y', name]);
  return update.output + install.output;
}

/** The build of Chromium that playwright-core downloads. */
async function installFromPlaywright() {
  return (await runTool('playwright-core/cli.js', ['install', 'chromium'])).output;
}

/**
 * @returns {Promise<string>} the browser's path, after installing one if there is none
 * @throws {Failure} saying what to do
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.env['CHROMIUM_PATH']) throw new Failure('CHROMIUM_PATH names no file: correct it or unset it.');
  let output = await step('Installing Chromium (apt-get)', () => installFromDebian('chromium'));
  if (!findBrowser()) output += await step('Installing Chromium (Playwright)', installFromPlaywright);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Failure(ADVICE, output);
}

/**
 * Installs Firefox if there is none.
 * @throws {Failure} saying what to do
 */
export async function ensureFirefox() {
  if (findFirefox()) return;
  const output = await step('Installing Firefox (apt-get)', () => installFromDebian('firefox-esr'));
  if (!findFirefox()) throw new Failure('Install Firefox, or set FIREFOX_PATH, and run this again.', output);
}
