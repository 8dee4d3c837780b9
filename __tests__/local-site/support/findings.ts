import AxeBuilder from '@axe-core/playwright';
import type { PersonsWindow } from './open-browser';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page and in the app's page inside it. */
export async function violations({ page, app }: PersonsWindow): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(TAGS);
  // A modal dialog hides the page's own heading from everyone while it is open.
  if ((await app.getByRole('dialog').count()) > 0) axe.disableRules(['page-has-heading-one']);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** How far the page, or the app's page in it, is wider than the window. */
export async function overflow({ page, app }: PersonsWindow): Promise<number[]> {
  const beyond = (element: HTMLElement): number =>
    element.ownerDocument.documentElement.scrollWidth - element.ownerDocument.documentElement.clientWidth;
  return Promise.all([page.locator('body').evaluate(beyond), app.locator('body').evaluate(beyond)]);
}

export interface Findings {
  wide: string[];
  said: string[];
  narrow: string[];
  overflow: number[];
}

const NARROW = { width: 360, height: 740 };

/** Nothing for axe to find, nothing on the console, and nothing cut off in a window of 360 pixels. */
export const NOTHING_WRONG: Findings = { wide: [], said: [], narrow: [], overflow: [0, 0] };

/** What is wrong with the page that is open, in the window as it is and in a narrow one. */
export async function findingsOf(window: PersonsWindow): Promise<Findings> {
  const wide = await violations(window);
  // The way to a page is a wide window's; what is tried in the narrow one is the page itself.
  await window.page.setViewportSize(NARROW);
  return {
    wide,
    said: [...window.said],
    narrow: await violations(window),
    overflow: await overflow(window),
  };
}
