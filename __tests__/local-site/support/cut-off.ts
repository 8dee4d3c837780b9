import type { PersonsWindow } from './open-browser';

/**
 * The texts on the app's page of which a part is not to be seen: beyond the window where nothing scrolls, cut off by what
 * holds them, with an ellipsis or without, or out of their own box and so perhaps over others.
 */
export const cutOff = ({ app }: PersonsWindow): Promise<string[]> =>
  app.locator('html').evaluate((html) => {
    const holdersOf = (element: Element | null): Element[] =>
      element && element !== html ? [element, ...holdersOf(element.parentElement)] : [];
    const isOnlyReadAloud = (holder: Element): boolean =>
      getComputedStyle(holder).overflow !== 'visible' && holder.getBoundingClientRect().width <= 2;

    /** What a holder does to a text that is there: scrolls to it, cuts it off, or has it beside itself. */
    const fate = (holder: Element, text: DOMRect): 'fits' | 'reached' | 'cut' => {
      const { display, overflowX, textOverflow } = getComputedStyle(holder);
      if (overflowX === 'auto' || overflowX === 'scroll') return 'reached';
      if (textOverflow === 'ellipsis' && holder.scrollWidth > holder.clientWidth + 1) return 'cut';
      if (display === 'inline' || display === 'contents') return 'fits';
      const box = holder.getBoundingClientRect();
      const isWithin = text.left > box.left - 1.5 && text.right < box.right + 1.5;
      const isTall = text.top > box.top - 2.5 && text.bottom < box.bottom + 2.5;
      return isWithin && (overflowX === 'visible' || isTall) ? 'fits' : 'cut';
    };
    /** What cuts a text off, if something does: the window, or the first of its holders that decides. */
    const cutBy = (text: DOMRect, holders: readonly Element[]): Element | undefined => {
      const decides = holders.find((holder) => fate(holder, text) !== 'fits');
      if (decides) return fate(decides, text) === 'cut' ? decides : undefined;
      return text.left < -1 || text.right > html.clientWidth + 1 ? holders[0] : undefined;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const cut: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const holders = holdersOf(node.parentElement);
      if (text.width === 0 || holders.some(isOnlyReadAloud)) continue;
      const cuts = cutBy(text, holders);
      if (cuts) cut.push(cuts.textContent ?? '');
    }
    return cut;
  });
