import { h, icon } from '../element';
import { ICONS } from '../icons';
import type { DrawnPage, PageContext } from '../page-context';
import { modulesAt } from '../session-view';

/** The administration's list of apps, with the buttons that the manifest asks for. */
export function manageAppsPage({ session }: PageContext): DrawnPage {
  const title = 'Manage apps';
  const buttons = [
    ...modulesAt(session, 'get-started').map((module) => ({ module, text: 'Get started' })),
    ...modulesAt(session, 'configure').map((module) => ({ module, text: 'Configure' })),
    ...modulesAt(session, 'admin').map((module) => ({ module, text: 'Open' })),
  ].map(({ module, text }, i) => {
    return h('a', { class: i === 0 ? 'button button-primary' : 'button', href: module.path ?? '/' }, text);
  });
  const card = h(
    'article',
    { class: 'app-card' },
    h('span', { class: 'app-card-icon' }, icon(ICONS.app, 24)),
    h(
      'div',
      {},
      h('h2', {}, session.app.name),
      h('p', { class: 'quiet' }, 'Runs on the local Forge, from this project'),
    ),
    h('div', { class: 'app-card-actions' }, ...buttons),
  );
  const intro = h('p', { class: 'quiet' }, 'Apps on this site.');
  return { title, element: h('div', { class: 'page' }, h('h1', {}, title), intro, card) };
}
