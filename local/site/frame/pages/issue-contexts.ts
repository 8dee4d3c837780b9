import type { ContextStatus, PageModule } from '../../page-modules';
import { h, icon } from '../element';
import { openAppFrame } from '../host/app-frame';
import { ICONS } from '../icons';
import type { PageContext } from '../page-context';
import { modulesAt } from '../session-view';
import { appIcon } from './issue-panels';
import type { IssueView } from './issue-view';

/** Whether somebody left a context open, which Jira remembers from issue to issue. */
const openKey = ({ key }: PageModule): string => `context-open:${key}`;

function statusMark({ type, value }: ContextStatus): HTMLElement {
  if (type === 'icon') return h('img', { src: value.url, alt: value.label, width: 16, height: 16 });
  return h('span', { class: `lozenge lozenge-${value.type === 'success' ? 'done' : 'todo'}` }, value.label);
}

function contextOf(context: PageContext, issue: IssueView, module: PageModule): HTMLElement {
  const { key: moduleKey, title, resource, label, status } = module;
  const id = `context-${moduleKey}`;
  const body = h('div', { id, class: 'context-body', hidden: true });
  const line = h(
    'button',
    { type: 'button', class: 'context-line', 'aria-expanded': 'false', 'aria-controls': id },
    h('strong', {}, title),
    h('span', { class: 'context-label' }, appIcon(module), label ?? ''),
    status && statusMark(status),
    icon(ICONS.down),
  );
  let end = (): void => {};
  const set = (open: boolean): void => {
    end();
    end = () => {};
    body.hidden = !open;
    line.setAttribute('aria-expanded', String(open));
    localStorage.setItem(openKey(module), String(open));
    if (!open) {
      body.replaceChildren();
      return;
    }
    const frame = openAppFrame({ moduleKey, title, resource, issueKey: issue.key }, context.session);
    end = frame.end;
    body.replaceChildren(frame.element);
  };
  line.addEventListener('click', () => set(body.hidden !== false));
  context.onEnd(() => end());
  if (localStorage.getItem(openKey(module)) === 'true') set(true);
  return h('div', { class: 'context' }, line, body);
}

/** The contexts below the details: one line each, on every issue, that opens on a click. */
export function issueContexts(context: PageContext, issue: IssueView): HTMLElement[] {
  return modulesAt(context.session, 'issue-context').map((module) => contextOf(context, issue, module));
}
