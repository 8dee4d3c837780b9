import { languages, readCatalogue } from '../../../scripts/lib/words.mjs';
import { openIssue } from './entries';
import type { PersonsWindow } from './open-browser';
import type { RunningSite } from './running-site';

/** Every address of the app's pages, by the key of the module. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'my-time': [''],
  'my-data': ['', '/entries', '/transfer', '/requests', '/notice', '/receipts'],
  'privacy-admin': [
    ...['', '/requests', '/erasures', '/reporting', '/audit'],
    ...['/processing', '/notice', '/settings', '/webhook'],
  ],
  'privacy-get-started': [''],
};

export const OF_ADMINISTRATORS = ['privacy-admin', 'privacy-get-started'];
export const OF_EVERYBODY = ['my-time', 'my-data'];

/** A page and the way to it. */
export interface Place {
  path: string;
  go: () => Promise<void>;
}

/** Where the pages of the app begin, by the key of the module. */
export async function pathsByKey({ context }: PersonsWindow, site: RunningSite) {
  const answer = await context.request.get(`${site.url}/__local/session`);
  const { modules } = (await answer.json()) as { modules: Array<{ key: string; path?: string }> };
  return Object.fromEntries(modules.flatMap(({ key, path }) => (path === undefined ? [] : [[key, path]])));
}

/** Every address of these modules: the first of each is loaded, and the tabs of the page lead to the others. */
export async function placesOf(window: PersonsWindow, site: RunningSite, modules: readonly string[]) {
  const { page, app, go } = window;
  const byKey = await pathsByKey(window, site);
  return modules.flatMap((key) =>
    (ADDRESSES[key] ?? []).map((rest, tab): Place => {
      const path = `${byKey[key]}${rest}`;
      const follow = async (): Promise<void> => {
        await app.getByRole('tab').nth(tab).click();
        await page.waitForURL(`**${path}`);
      };
      return { path, go: tab === 0 ? () => go(path) : follow };
    }),
  );
}

/** What stands on a work item, opened by the name that the app has there in this language. */
export function onWorkItem({ page, go }: PersonsWindow, language: string): Place {
  const path = `/browse/${openIssue(0).key}`;
  const name = readCatalogue(languages().includes(language) ? language : 'en')['manifest.panel'] ?? '';
  const open = async (): Promise<void> => {
    await go(path);
    await page.getByRole('button', { name }).first().click();
  };
  return { path, go: open };
}

/** Waits until nothing of the page is loading, nor a moment later: what has come may ask for more. */
export async function isThere({ app, page }: PersonsWindow): Promise<void> {
  await app.locator('#root > *').first().waitFor();
  for (const pause of [200, 200, 0]) {
    await app.locator('html:not(:has([aria-busy="true"], .loading))').waitFor({ state: 'attached' });
    await page.waitForTimeout(pause);
  }
}

/** What is to be read or heard on the app's page; not what is said to be of another language. */
export const textsOf = ({ app }: PersonsWindow): Promise<string[]> =>
  app.locator('html').evaluate((html) => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(html, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style, bdi, a, code, body [lang]'))
        texts.push(node.textContent ?? '');
    for (const element of html.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter(Boolean);
  });

/** Which language the app's page says it is in, and from which side it is read. */
export const lookOf = ({ app }: PersonsWindow): Promise<{ lang: string | null; dir: string | null }> =>
  app
    .locator('html')
    .evaluate((html) => ({ lang: html.getAttribute('lang'), dir: html.getAttribute('dir') }));
