import { h, icon } from './element';
import { ICONS } from './icons';
import { modulesAt, type SessionView } from './session-view';
import { MANAGE_APPS } from './top-bar';

interface Line {
  text: string;
  href: string;
  symbol: Element;
}

function projectTile(key: string): HTMLElement {
  return h('span', { class: 'project-tile', 'aria-hidden': 'true' }, key.charAt(0));
}

function list(lines: Line[], current: string | undefined): HTMLElement {
  const items = lines.map(({ text, href, symbol }) => {
    const isHere = href === current;
    return h('li', {}, h('a', { href, 'aria-current': isHere && 'page' }, symbol, h('span', {}, text)));
  });
  return h('ul', {}, ...items);
}

function jiraLines(session: SessionView): (HTMLElement | Line[])[] {
  const projects = session.projects.map(({ key, name }): Line => {
    return { text: name, href: `/issues?project=${encodeURIComponent(key)}`, symbol: projectTile(key) };
  });
  const apps = modulesAt(session, 'apps').map((module): Line => {
    return { text: module.title, href: module.path ?? '/', symbol: icon(ICONS.app) };
  });
  return [
    [
      { text: 'For you', href: '/', symbol: icon(ICONS.home) },
      { text: 'All work', href: '/issues', symbol: icon(ICONS.list) },
    ],
    h('h2', {}, 'Spaces'),
    projects,
    ...(apps.length > 0 ? [h('h2', {}, 'Apps'), apps] : []),
  ];
}

function settingsLines(session: SessionView): (HTMLElement | Line[])[] {
  const pages = modulesAt(session, 'admin').map((module): Line => {
    return { text: module.title, href: module.path ?? '/', symbol: icon(ICONS.app) };
  });
  const back: Line = { text: 'Back to Jira', href: '/', symbol: icon(ICONS.home) };
  const manage: Line = { text: 'Manage apps', href: MANAGE_APPS, symbol: icon(ICONS.apps) };
  return [[back], h('h2', {}, 'Jira settings: Apps'), [manage, ...pages]];
}

function personalLines(session: SessionView): (HTMLElement | Line[])[] {
  const pages = modulesAt(session, 'personal').map((module): Line => {
    return { text: module.title, href: module.path ?? '/', symbol: icon(ICONS.person) };
  });
  const back: Line = { text: 'Back to Jira', href: '/', symbol: icon(ICONS.home) };
  return [[back], h('h2', {}, 'Personal settings'), pages];
}

/** The line of an address: its own, else that of the page which routes below its path. */
export function lineAt(hrefs: readonly string[], { pathname, search }: URL): string | undefined {
  const above = hrefs.filter((href) => href !== '/' && `${pathname}/`.startsWith(`${href}/`));
  return hrefs.find((href) => href === pathname + search) ?? above.sort((a, b) => b.length - a.length)[0];
}

/** The navigation at the side: Jira's own, or that of the settings when one is in them. */
export function sideNavigation(session: SessionView, url: URL): HTMLElement {
  const lines = url.pathname.startsWith('/jira/settings/personal')
    ? personalLines(session)
    : url.pathname.startsWith('/jira/settings')
      ? settingsLines(session)
      : jiraLines(session);
  const current = lineAt(
    lines.flatMap((part) => (Array.isArray(part) ? part.map(({ href }) => href) : [])),
    url,
  );
  const parts = lines.map((part) => (Array.isArray(part) ? list(part, current) : part));
  return h('nav', { class: 'side', 'aria-label': 'Side' }, ...parts);
}
