import type { PageModule } from '../../page-modules';
import { change } from '../control';
import { h, icon } from '../element';
import { openAppFrame } from '../host/app-frame';
import { ICONS } from '../icons';
import { menuButton, type MenuItem } from '../menu';
import type { PageContext } from '../page-context';
import { modulesAt } from '../session-view';
import type { IssueView } from './issue-view';

/** Panels that this browser has just put on an issue: their page is told once. */
const justAdded = new Set<string>();

export function appIcon(module: PageModule): Element {
  if (module.icon === undefined) return icon(ICONS.app);
  return h('img', { src: module.icon, alt: '', width: 16, height: 16 });
}

async function place(context: PageContext, body: Record<string, string>): Promise<void> {
  await change('/panels', body);
  context.redraw();
}

/** The app's buttons in the issue's toolbar: a click puts the panel on the issue. */
export function panelButtons(context: PageContext, issue: IssueView): HTMLElement[] {
  const hidden = issue.panels.filter((panel) => !panel.shown).map((panel) => panel.key);
  const modules = modulesAt(context.session, 'issue-panel').filter(({ key }) => hidden.includes(key));
  return modules.map((module) => {
    const add = (): void => {
      justAdded.add(`${module.key}@${issue.key}`);
      void place(context, { action: 'show', moduleKey: module.key, issueKey: issue.key });
    };
    return h('button', { type: 'button', class: 'button', onclick: add }, appIcon(module), module.title);
  });
}

function menuItems(context: PageContext, issue: IssueView, module: PageModule, onAll: boolean): MenuItem[] {
  const { key: moduleKey } = module;
  const items: MenuItem[] = [];
  if (!onAll) {
    const run = (): Promise<void> => place(context, { action: 'hide', moduleKey, issueKey: issue.key });
    items.push({ text: 'Hide from this work item', run });
  }
  if (context.session.person.isAdmin) {
    const action = onAll ? 'hide-from-all' : 'show-on-all';
    const text = onAll ? 'Hide from all work items' : 'Show for all work items';
    items.push({ text, run: () => place(context, { action, moduleKey, issueKey: issue.key }) });
  }
  return items;
}

function panelSection(
  context: PageContext,
  issue: IssueView,
  module: PageModule,
  onAll: boolean,
): HTMLElement {
  const added = justAdded.delete(`${module.key}@${issue.key}`);
  const { key: moduleKey, title, resource } = module;
  const frame = openAppFrame(
    { moduleKey, title, resource, issueKey: issue.key, isNewToIssue: added, refresh: context.redraw },
    context.session,
  );
  context.onEnd(frame.end);
  const items = menuItems(context, issue, module, onAll);
  const label = `More actions for ${title}`;
  const more = h('button', { type: 'button', class: 'icon-button', 'aria-label': label }, icon(ICONS.more));
  const head = h(
    'div',
    { class: 'panel-head' },
    h('h2', {}, appIcon(module), title),
    items.length > 0 && menuButton(more, () => items),
  );
  return h('section', { class: 'block panel', 'aria-label': title }, head, frame.element);
}

/** The panels that stand on this issue, above Activity. */
export function panelSections(context: PageContext, issue: IssueView): HTMLElement[] {
  return issue.panels.flatMap((panel) => {
    const module = modulesAt(context.session, 'issue-panel').find(({ key }) => key === panel.key);
    return module && panel.shown ? [panelSection(context, issue, module, panel.onAll)] : [];
  });
}
