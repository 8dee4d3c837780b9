import { violationsOf } from './axe';
import { IN_FIREFOX, type PersonsWindow } from './open-browser';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page and in the app's page inside it. */
export async function violations({ page, app }: PersonsWindow): Promise<string[]> {
  // A modal dialog hides the page's own heading from everyone while it is open.
  const isModal = (await app.getByRole('dialog').count()) > 0;
  const found = await violationsOf(page, {
    runOnly: { type: 'tag', values: TAGS },
    ...(isModal && { rules: { 'page-has-heading-one': { enabled: false } } }),
  });
  return found.map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
}

/** How far the page, or the app's page in it, is wider than the window. */
export async function overflow({ page, app }: PersonsWindow): Promise<number[]> {
  const beyond = (element: HTMLElement): number =>
    element.ownerDocument.documentElement.scrollWidth - element.ownerDocument.documentElement.clientWidth;
  return Promise.all([page.locator('body').evaluate(beyond), app.locator('body').evaluate(beyond)]);
}

/** Lets a window whose look follows the system go light or dark, and waits until colours have stopped to change. */
async function turn({ page, app }: PersonsWindow, colorScheme: 'light' | 'dark'): Promise<void> {
  // This Firefox has no command for it: there the page is looked at as it is.
  if (IN_FIREFOX) return;
  await page.emulateMedia({ colorScheme });
  await app.locator(`html[data-color-mode="${colorScheme}"]`).waitFor({ state: 'attached' });
  const settled = async (): Promise<void> => {
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  };
  await Promise.all(page.frames().map((frame) => frame.evaluate(settled)));
}

export interface Findings {
  wide: string[];
  dark: string[];
  narrow: string[];
  overflow: number[];
  said: string[];
}

const NARROW = { width: 360, height: 740 };

/** Nothing for axe to find, nothing on the console, and nothing cut off in a window of 360 pixels. */
export const NOTHING_WRONG: Findings = { wide: [], dark: [], narrow: [], overflow: [0, 0], said: [] };

/** What is wrong with the page that is open: in the window as it is, in the dark theme, and in a narrow window. */
export async function findingsOf(window: PersonsWindow): Promise<Findings> {
  const wide = await violations(window);
  await turn(window, 'dark');
  const dark = await violations(window);
  await turn(window, 'light');
  // The way to a page is a wide window's; what is tried in the narrow one is the page itself.
  await window.page.setViewportSize(NARROW);
  const narrow = await violations(window);
  return { wide, dark, narrow, overflow: await overflow(window), said: window.said };
}
