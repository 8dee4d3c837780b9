import { findBrowser, launchOptions } from '../../scripts/lib/browser.mjs';
import { findFirefox, firefoxOptions } from '../../scripts/lib/firefox.mjs';

const { env } = process;

afterEach(() => {
  process.env = env;
});

describe('the browser for tests', () => {
  it('is the one that CHROMIUM_PATH names', () => {
    process.env = { ...env, CHROMIUM_PATH: process.execPath };
    expect(findBrowser()).toBe(process.execPath);
    expect(launchOptions()).toMatchObject({ executablePath: process.execPath });
  });

  it('is not another one when CHROMIUM_PATH names nothing', () => {
    process.env = { ...env, CHROMIUM_PATH: '/no/such/browser' };
    expect(findBrowser()).toBeUndefined();
    expect(() => launchOptions()).toThrow('CHROMIUM_PATH');
  });

  it('looks at the network only when it is asked to', () => {
    process.env = { ...env, CHROMIUM_PATH: process.execPath };
    expect(launchOptions().args).toEqual(
      expect.arrayContaining([
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ]),
    );
  });
});

describe('Firefox for tests', () => {
  it('is the one that FIREFOX_PATH names, or none', () => {
    process.env = { ...env, FIREFOX_PATH: process.execPath };
    expect(firefoxOptions('/tmp')).toMatchObject({ executablePath: process.execPath, headless: true });
    process.env = { ...env, FIREFOX_PATH: '/no/such/browser' };
    expect(findFirefox()).toBeUndefined();
    expect(() => firefoxOptions('/tmp')).toThrow('FIREFOX_PATH');
  });
});
