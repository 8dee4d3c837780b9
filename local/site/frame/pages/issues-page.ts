import { read } from '../control';
import { h } from '../element';
import { go } from '../navigation';
import type { DrawnPage, PageContext } from '../page-context';
import { issueTable } from './issue-parts';
import type { IssuePage, IssueRow } from './issue-view';

function filterForm({ session, url }: PageContext): HTMLElement {
  const words = h('input', {
    type: 'search',
    value: url.searchParams.get('query') ?? '',
    'aria-label': 'Words',
  });
  words.placeholder = 'Key or words of the summary';
  const chosen = url.searchParams.get('project');
  const options = session.projects.map(({ key, name }) =>
    h('option', { value: key, selected: key === chosen }, name),
  );
  const project = h(
    'select',
    { 'aria-label': 'Space' },
    h('option', { value: '' }, 'All spaces'),
    ...options,
  );
  const button = h('button', { type: 'submit', class: 'button' }, 'Search');
  const form = h('form', { class: 'filters' }, words, project, button);
  const search = (event: Event): void => {
    event.preventDefault();
    const query = new URLSearchParams();
    if (words.value !== '') query.set('query', words.value);
    if (project.value !== '') query.set('project', project.value);
    go(`/issues${query.size > 0 ? `?${query}` : ''}`);
  };
  form.addEventListener('submit', search);
  project.addEventListener('change', search);
  return form;
}

/** All work items that the person may see, fifty at a time. */
export async function issuesPage(context: PageContext): Promise<DrawnPage> {
  const { session, url } = context;
  const ask = (from: number): Promise<IssuePage> => {
    const query = new URLSearchParams(url.searchParams);
    query.set('from', String(from));
    return read<IssuePage>(`/issues?${query}`);
  };
  const shown: IssueRow[] = [];
  const table = h('div', {});
  const count = h('p', { class: 'quiet', role: 'status' });
  const more = h('button', { type: 'button', class: 'button' }, 'Show more');
  const load = async (from: number): Promise<void> => {
    const page = await ask(from);
    shown.push(...page.issues);
    table.replaceChildren(issueTable(shown));
    count.textContent =
      page.total === 0
        ? 'No work item fits. Try other words, or another person.'
        : `${shown.length.toLocaleString(session.locale)} of ${page.total.toLocaleString(session.locale)} work items`;
    table.hidden = page.total === 0;
    more.hidden = page.next === undefined;
    more.onclick = () => void load(page.next ?? 0);
  };
  await load(0);
  const space = session.projects.find(({ key }) => key === url.searchParams.get('project'));
  const title = space?.name ?? 'All work';
  const element = h('div', { class: 'page' }, h('h1', {}, title), filterForm(context), count, table, more);
  return { title, element };
}
