import type { IssueDetails } from '../../../data/issue-details';
import { avatar } from '../avatar';
import { h, icon } from '../element';
import { ICONS } from '../icons';
import type { IssueRow } from './issue-view';

const TYPE_ICONS: Record<string, string> = { Story: ICONS.story, Bug: ICONS.bug, Task: ICONS.task };

export function typeIcon(type: string): HTMLElement {
  const kind = type in TYPE_ICONS ? type.toLowerCase() : 'task';
  return h('span', { class: `type type-${kind}`, title: type }, icon(TYPE_ICONS[type] ?? ICONS.task));
}

export function statusLozenge({ name, category }: IssueDetails['status']): HTMLElement {
  return h('span', { class: `lozenge lozenge-${category}` }, name);
}

export function personLine(name: string | undefined): HTMLElement {
  if (name === undefined) return h('span', { class: 'person quiet' }, 'Unassigned');
  return h('span', { class: 'person' }, avatar(name), name);
}

/** Rows of work items, each a link to its page. */
export function issueTable(issues: IssueRow[]): HTMLElement {
  const columns = ['Work', 'Status', 'Priority', 'Assignee'];
  const head = h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, name)));
  const rows = issues.map((issue) => {
    const link = h(
      'a',
      { href: `/browse/${issue.key}` },
      h('span', { class: 'issue-key' }, issue.key),
      issue.summary,
    );
    return h(
      'tr',
      {},
      h('td', { class: 'work' }, h('div', {}, typeIcon(issue.type), link)),
      h('td', {}, statusLozenge(issue.status)),
      h('td', {}, issue.priority),
      h('td', {}, personLine(issue.assignee)),
    );
  });
  const table = h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows));
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': 'Work items' },
    table,
  );
}
