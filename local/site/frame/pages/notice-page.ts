import { h, icon } from '../element';
import { ICONS } from '../icons';
import type { DrawnPage } from '../page-context';

/** A page that only says something: nothing here, or something went wrong. */
export function noticePage(title: string, text: string, symbol: string = ICONS.info): DrawnPage {
  const home = h('a', { class: 'button', href: '/' }, 'Back to the first page');
  const element = h(
    'div',
    { class: 'notice-page' },
    icon(symbol, 40),
    h('h1', {}, title),
    h('p', {}, text),
    home,
  );
  return { title, element };
}
