import { read } from '../control';
import { h } from '../element';
import type { DrawnPage, PageContext } from '../page-context';
import { avatar } from '../avatar';
import { personLine, statusLozenge, typeIcon } from './issue-parts';
import type { IssueView } from './issue-view';
import { issueContexts } from './issue-contexts';
import { panelButtons, panelSections } from './issue-panels';

function section(title: string, ...content: (HTMLElement | string)[]): HTMLElement {
  return h('section', { class: 'block' }, h('h2', {}, title), ...content);
}

function crumbs(issue: IssueView): HTMLElement {
  const project = h('a', { href: `/issues?project=${issue.project}` }, issue.projectName ?? issue.project);
  const key = h('span', { class: 'crumb-key' }, typeIcon(issue.type), issue.key);
  return h(
    'nav',
    { class: 'crumbs', 'aria-label': 'Where you are' },
    h('a', { href: '/issues' }, 'Spaces'),
    project,
    key,
  );
}

function dayText(day: string, locale: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

function details(issue: IssueView, locale: string): HTMLElement {
  const rows: [string, HTMLElement | string][] = [
    ['Assignee', personLine(issue.assignee)],
    ['Reporter', personLine(issue.reporter)],
    ['Priority', issue.priority],
    ['Type', h('span', { class: 'person' }, typeIcon(issue.type), issue.type)],
    ['Created', dayText(issue.createdOn, locale)],
  ];
  const list = h(
    'dl',
    {},
    ...rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
  return h('aside', { class: 'details', 'aria-label': 'Details' }, h('h2', {}, 'Details'), list);
}

function activity(issue: IssueView, locale: string): HTMLElement {
  const comments = issue.comments.map(({ author = 'Former user', on, text }) => {
    const head = h(
      'div',
      { class: 'comment-head' },
      h('strong', {}, author),
      h('span', {}, dayText(on, locale)),
    );
    return h('li', {}, avatar(author), h('div', {}, head, h('p', {}, text)));
  });
  if (comments.length === 0)
    return section('Activity', h('p', { class: 'quiet' }, 'Nobody has commented yet.'));
  return section('Activity', h('ul', { class: 'comments' }, ...comments));
}

/** A work item as Jira shows it: panels above Activity where somebody put them, contexts in the right-hand column. */
export async function issuePage(context: PageContext): Promise<DrawnPage> {
  const key = decodeURIComponent(context.url.pathname.slice('/browse/'.length));
  const issue = await read<IssueView>(`/issues/${encodeURIComponent(key)}`);
  const { locale } = context.session;
  const toolbar = h('div', { class: 'toolbar' }, ...panelButtons(context, issue));
  const main = h(
    'div',
    { class: 'issue-main' },
    h('h1', {}, issue.summary),
    toolbar,
    section('Description', ...issue.description.map((text) => h('p', {}, text))),
    ...panelSections(context, issue),
    activity(issue, locale),
  );
  const side = h(
    'div',
    { class: 'issue-side' },
    statusLozenge(issue.status),
    details(issue, locale),
    ...issueContexts(context, issue),
  );
  const element = h(
    'div',
    { class: 'page issue' },
    crumbs(issue),
    h('div', { class: 'issue-columns' }, main, side),
  );
  return { title: `[${issue.key}] ${issue.summary}`, element };
}
