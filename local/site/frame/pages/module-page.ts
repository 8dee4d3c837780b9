import type { PageModule } from '../../page-modules';
import { h, icon } from '../element';
import { openAppFrame } from '../host/app-frame';
import { ICONS } from '../icons';
import type { DrawnPage, PageContext } from '../page-context';
import { MANAGE_APPS } from '../top-bar';

/** The page module whose path this is, or that this path lies below. */
export function moduleAt({ session, url }: PageContext): PageModule | undefined {
  return session.modules.find(({ path }) => {
    return path !== undefined && (url.pathname === path || url.pathname.startsWith(`${path}/`));
  });
}

function crumbs(module: PageModule): HTMLElement {
  const first =
    module.place === 'personal'
      ? h('span', {}, 'Personal settings')
      : h('a', { href: MANAGE_APPS }, 'Jira settings: Apps');
  return h('nav', { class: 'crumbs', 'aria-label': 'Where you are' }, first, h('span', {}, module.title));
}

/** What Jira draws above an app's page in each layout: `native` has the heading, so that the page needs none. */
function headOf(module: PageModule): HTMLElement | undefined {
  if (module.layout === 'native') return h('h1', {}, module.title);
  return module.layout === 'basic' ? crumbs(module) : undefined;
}

/** The page of a module in a place of its own. */
export function modulePage(context: PageContext, module: PageModule): DrawnPage {
  const { key: moduleKey, title, resource, path = '/' } = module;
  const frame = openAppFrame({ moduleKey, title, resource, path }, context.session);
  context.onEnd(frame.end);
  const margins = module.layout === 'blank' ? 'app-page' : 'page app-page';
  const element = h('div', { class: margins }, headOf(module), frame.element);
  return { title, element };
}

/** What Jira says to a person who opens an administration page without being an administrator. */
export function notForYou(context: PageContext, module: PageModule): DrawnPage {
  const title = 'You are not an administrator of this site';
  const box = h('div', { class: 'notice-page' });
  const open = (): void => {
    box.replaceWith(modulePage(context, module).element);
  };
  box.append(
    icon(ICONS.lock, 40),
    h('h1', {}, title),
    h('p', {}, 'Jira shows administration pages only to administrators. Switch person under Local Forge.'),
    h(
      'p',
      { class: 'quiet' },
      'Somebody could still forge the request that opens the page: the app has to refuse them itself.',
    ),
    h(
      'button',
      { type: 'button', class: 'button', onclick: open },
      'Open it anyway, as a forged request would',
    ),
  );
  return { title, element: box };
}
