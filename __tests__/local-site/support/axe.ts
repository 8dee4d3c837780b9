import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export interface Violation {
  id: string;
  /** Where, as selectors from the page inwards. */
  targets: string[];
}

interface Given {
  context: axe.FrameContext['frameContext'];
  options: axe.RunOptions;
}

/**
 * Runs axe on a page and on every page inside it, from whatever site. A frame that it cannot look into is an error;
 * @axe-core/playwright passes over one that took a second to load axe.
 */
export async function violationsOf(page: Page, options: axe.RunOptions): Promise<Violation[]> {
  const partials = await partialsOf(page.mainFrame(), { context: { include: [], exclude: [] }, options });
  return page.evaluate(finish, { partials, options });
}

/** What axe finds in a frame, and after it what it finds in each frame within, as `finishRun` takes them. */
async function partialsOf(frame: Frame, given: Given): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const inner = await frame.evaluate((context) => window.axe.utils.getFrameContexts(context), given.context);
  const partials = [await frame.evaluate(look, given)];
  for (const { frameSelector, frameContext } of inner) {
    const child = await innerFrame(frame, frameSelector);
    partials.push(...(await partialsOf(child, { ...given, context: frameContext })));
  }
  return partials;
}

async function innerFrame(frame: Frame, selector: axe.CrossTreeSelector): Promise<Frame> {
  const found = await frame.evaluateHandle((one) => window.axe.utils.shadowSelect(one), selector);
  const child = await found.asElement()?.contentFrame();
  if (!child) throw new Error('A page went away while axe looked at it.');
  return child;
}

/** As text: sent as objects, what axe notes about each element takes longer than to look. */
async function look({ context, options }: Given): Promise<string> {
  return JSON.stringify(await window.axe.runPartial(context, options));
}

async function finish(given: { partials: string[]; options: axe.RunOptions }): Promise<Violation[]> {
  const partials = given.partials.map((text) => JSON.parse(text) as axe.PartialResult);
  const { violations } = await window.axe.finishRun(partials, given.options);
  return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
}
