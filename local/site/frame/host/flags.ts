import { h, icon } from '../element';
import { ICONS } from '../icons';

/** What `showFlag` takes, as far as the frame draws it. */
export interface FlagOptions {
  id: string | number;
  title?: string;
  description?: string;
  type?: 'info' | 'success' | 'warning' | 'error';
  appearance?: string;
  actions?: { text: string; onClick: () => unknown }[];
  isAutoDismiss?: boolean;
}

const AUTO_DISMISS_MS = 8000;
const SYMBOLS = { info: ICONS.info, success: ICONS.check, warning: ICONS.warning, error: ICONS.warning };

const shown = new Map<string | number, HTMLElement>();
const stack = h('div', { class: 'flags', role: 'region', 'aria-label': 'Messages' });

export function closeFlag(id: string | number): boolean {
  const flag = shown.get(id);
  flag?.remove();
  return shown.delete(id);
}

/** Shows a message at the bottom left until it is dismissed, as Jira does. */
export function showFlag(options: FlagOptions): boolean {
  const { id, title = '', description, type = 'info', actions = [], isAutoDismiss = false } = options;
  if (!stack.isConnected) document.body.append(stack);
  closeFlag(id);
  const dismiss = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Dismiss' },
    icon(ICONS.close),
  );
  dismiss.addEventListener('click', () => closeFlag(id));
  const buttons = actions.map(({ text, onClick }) =>
    h('button', { type: 'button', class: 'link-button', onclick: () => void onClick() }, text),
  );
  const flag = h(
    'div',
    { class: `flag flag-${type}`, role: type === 'error' || type === 'warning' ? 'alert' : 'status' },
    icon(SYMBOLS[type] ?? ICONS.info),
    h(
      'div',
      { class: 'flag-text' },
      h('strong', {}, title),
      description !== undefined && h('p', {}, description),
      buttons.length > 0 && h('div', { class: 'flag-actions' }, ...buttons),
    ),
    dismiss,
  );
  shown.set(id, flag);
  stack.prepend(flag);
  if (isAutoDismiss) setTimeout(() => closeFlag(id), AUTO_DISMISS_MS);
  return true;
}
