import type { Browser } from 'playwright-core';
import type { LoggedTime } from '../../../local/data/time-entry';
import { openBrowser, openWindow, type PersonsWindow, type WindowOptions } from './open-browser';
import { startSiteWith, type RunningSite } from './running-site';

/** A site and a browser for the tests of one file; windows are closed after each test. */
export interface Stage {
  site(): RunningSite;
  windowOf(options: WindowOptions): Promise<PersonsWindow>;
}

/** Sets the stage up before the file's tests and takes it down after them. */
export function stageWith(entries: () => LoggedTime[]): Stage {
  let site: RunningSite | undefined;
  let browser: Browser | undefined;
  let open: PersonsWindow[] = [];

  beforeAll(async () => {
    site = await startSiteWith(entries());
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(open.map((window) => window.close()));
    open = [];
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const running = (): RunningSite => {
    if (!site) throw new Error('The site is not running.');
    return site;
  };
  return {
    site: running,
    windowOf: async (options) => {
      if (!browser) throw new Error('The browser is not running.');
      const window = await openWindow(browser, running(), options);
      open.push(window);
      return window;
    },
  };
}
