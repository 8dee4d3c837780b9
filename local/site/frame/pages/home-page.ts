import { read } from '../control';
import { h, icon } from '../element';
import { ICONS } from '../icons';
import type { DrawnPage, PageContext } from '../page-context';
import { modulesAt, type SessionView } from '../session-view';
import { MANAGE_APPS } from '../top-bar';
import { issueTable } from './issue-parts';
import type { IssuePage } from './issue-view';

interface Step {
  title: string;
  text: string;
  href: string;
  symbol: string;
}

function steps(session: SessionView, firstKey: string | undefined): Step[] {
  const aside = modulesAt(session, 'issue-context')[0]?.title;
  const panel = modulesAt(session, 'issue-panel')[0]?.title ?? 'the app';
  const personal = modulesAt(session, 'personal')[0];
  const issue: Step = {
    title: 'Log time on a work item',
    text:
      aside === undefined
        ? `Open one and click “${panel}” below its title.`
        : `Open one and click “${aside}” in the column at its right.`,
    href: firstKey === undefined ? '/issues' : `/browse/${firstKey}`,
    symbol: ICONS.clock,
  };
  const own: Step = {
    title: personal?.title ?? 'Your data',
    text: 'What is kept about you: see it, export it, delete it. Also in the menu under your picture.',
    href: personal?.path ?? '/',
    symbol: ICONS.person,
  };
  const admin: Step = {
    title: 'Administration',
    text: session.person.isAdmin
      ? 'Apps → Get started.'
      : 'Switch to an administrator under Local Forge first.',
    href: MANAGE_APPS,
    symbol: ICONS.gear,
  };
  return personal ? [issue, own, admin] : [issue, admin];
}

function card({ title, text, href, symbol }: Step): HTMLElement {
  return h(
    'li',
    {},
    h('a', { class: 'step-card', href }, icon(symbol, 20), h('strong', {}, title), h('span', {}, text)),
  );
}

/** The first page: what one can do here, and some work. */
export async function homePage({ session }: PageContext): Promise<DrawnPage> {
  const { issues } = await read<IssuePage>('/issues');
  const cards = steps(session, issues[0]?.key).map(card);
  const element = h(
    'div',
    { class: 'page' },
    h('h1', {}, 'For you'),
    h('ul', { class: 'step-cards' }, ...cards),
    h('h2', {}, 'Recent work'),
    issueTable(issues.slice(0, 10)),
  );
  return { title: 'For you', element };
}
