import { existsSync } from 'node:fs';
import path from 'node:path';
import { onPath } from './browser.mjs';

const COMMANDS = ['firefox-esr', 'firefox'];

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (process.platform !== 'win32') return [];
  const root = process.env['PROGRAMFILES'] ?? 'C:\\Program Files';
  return [path.join(root, 'Mozilla Firefox', 'firefox.exe')];
}

/**
 * The Firefox of this machine: `FIREFOX_PATH` if set, else where it usually is.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const wanted = process.env['FIREFOX_PATH'];
  const places = wanted ? [wanted] : [...onPath(COMMANDS), ...usualPlaces()];
  return places.find((file) => existsSync(file));
}

/** Nothing of it looks at the network by itself. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/**
 * How to launch Firefox as it is, by WebDriver BiDi, in the form Playwright takes it.
 * @param {string} downloadsPath where files are saved, under the names that people see
 * @throws when there is no Firefox
 */
export function firefoxOptions(downloadsPath) {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found: install it, or set FIREFOX_PATH.');
  // Playwright sends a click to the process of the page, so the frames within have to be in that one.
  const firefoxUserPrefs = { ...QUIET, 'fission.webContentIsolationStrategy': 0 };
  return { channel: 'moz-firefox', executablePath, downloadsPath, firefoxUserPrefs, headless: true };
}
