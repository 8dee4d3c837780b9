import { avatar } from './avatar';
import { h, icon } from './element';
import { ICONS } from './icons';
import { menuButton, type MenuItem } from './menu';
import { go } from './navigation';
import { modulesAt, type SessionView } from './session-view';

export const MANAGE_APPS = '/jira/settings/apps/manage';

/** What the bar's buttons open besides their menus. */
interface TopBarActions {
  toggleSide(): void;
  toggleDrawer(): void;
}

function iconButton(label: string, path: string, attributes: Record<string, string> = {}): HTMLButtonElement {
  const named = { type: 'button', class: 'icon-button', 'aria-label': label, title: label };
  return h('button', { ...named, ...attributes }, icon(path));
}

function brand(): HTMLElement {
  const mark = h('span', { class: 'brand-mark', 'aria-hidden': 'true' }, icon(ICONS.check));
  return h(
    'a',
    { class: 'brand', href: '/', 'aria-label': 'Local Jira' },
    mark,
    h('span', { class: 'brand-name' }, 'Local Jira'),
  );
}

function search(): HTMLElement {
  const field = h('input', {
    type: 'search',
    name: 'query',
    placeholder: 'Search',
    'aria-label': 'Search work items',
  });
  const form = h(
    'form',
    { class: 'search', role: 'search', 'aria-label': 'All work items' },
    icon(ICONS.search),
    field,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(`/issues?query=${encodeURIComponent(field.value)}`);
  });
  return form;
}

function profileItems(session: SessionView, actions: TopBarActions): MenuItem[] {
  const pages = modulesAt(session, 'personal').map((module): MenuItem => {
    return { text: module.title, href: module.path ?? '/', icon: icon(ICONS.app) };
  });
  const drawer: MenuItem = { text: 'Switch person…', icon: icon(ICONS.tools), run: actions.toggleDrawer };
  return session.person.signedIn ? [...pages, drawer] : [drawer];
}

function profileMenu(session: SessionView, actions: TopBarActions): HTMLElement {
  const { displayName, kind } = session.person;
  const button = h(
    'button',
    {
      type: 'button',
      class: 'avatar-button',
      'aria-label': `Your profile: ${displayName}`,
      title: displayName,
    },
    avatar(displayName, 'medium'),
  );
  const head = h(
    'div',
    { class: 'menu-head', role: 'presentation' },
    h('strong', {}, displayName),
    h('span', {}, kind),
  );
  return menuButton(button, () => profileItems(session, actions), head);
}

/** The bar at the top of every page. */
export function topBar(session: SessionView, actions: TopBarActions): HTMLElement {
  const drawer = h(
    'button',
    { type: 'button', class: 'drawer-button', 'aria-label': 'Local Forge', onclick: actions.toggleDrawer },
    icon(ICONS.tools),
    h('span', {}, 'Local Forge'),
  );
  const side = iconButton('Show or hide the side navigation', ICONS.menu, {
    class: 'icon-button side-button',
  });
  side.addEventListener('click', actions.toggleSide);
  const settings = h(
    'a',
    { class: 'icon-button', href: MANAGE_APPS, 'aria-label': 'Settings: apps', title: 'Settings: apps' },
    icon(ICONS.gear),
  );
  const right = h(
    'div',
    { class: 'top-right' },
    drawer,
    session.person.isAdmin && session.person.signedIn && settings,
    profileMenu(session, actions),
  );
  return h('header', { class: 'top-bar' }, h('div', { class: 'top-left' }, side, brand()), search(), right);
}
