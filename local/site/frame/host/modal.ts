import { h, icon } from '../element';
import { ICONS } from '../icons';
import type { SessionView } from '../session-view';
import type { AppPage } from './app-page';
import { openAppFrame } from './app-frame';

/** What `new Modal(…)` of the bridge sends. */
export interface ModalOptions {
  resource?: string | null;
  size?: string | { width: string; height?: string };
  context?: unknown;
  title?: string;
  closeOnEscape?: boolean;
  closeOnOverlayClick?: boolean;
  onClose?: (payload: unknown) => unknown;
}

/** Width, height and least height of the named sizes, as the documentation gives them. */
const SIZES: Record<string, [string, string, string?]> = {
  small: ['400px', '20vh', '320px'],
  medium: ['600px', '40vh', '520px'],
  large: ['800px', '70vh', '720px'],
  xlarge: ['968px', '90vh'],
  max: ['100%', '100%'],
  fullscreen: ['100vw', '100vh'],
};

function size(dialog: HTMLElement, options: ModalOptions): void {
  const { size: wanted = 'medium' } = options;
  if (wanted === 'resizable')
    throw new Error('The local site does not model modals of the size "resizable".');
  const [width, height, least] =
    typeof wanted === 'string'
      ? (SIZES[wanted] ?? ['600px', '40vh'])
      : [wanted.width, wanted.height ?? '40vh'];
  Object.assign(dialog.style, { width, height, minHeight: least ?? '' });
}

/** Opens a resource in a dialog over Jira; `onClose` gets what `view.close()` gave in it. */
export function openModal(opener: AppPage, session: SessionView, options: ModalOptions): boolean {
  const { title = '', closeOnEscape = true, closeOnOverlayClick = true } = options;
  const dialog = h('dialog', { class: 'modal', 'aria-label': title === '' ? opener.title : title });
  const close = (payload?: unknown): void => {
    void page.onClose?.();
    frame.end();
    dialog.close();
    dialog.remove();
    void options.onClose?.(payload);
  };
  const page: AppPage = {
    ...opener,
    resource: options.resource ?? opener.resource,
    modal: options.context ?? {},
    close,
  };
  const frame = openAppFrame(page, session);
  size(dialog, options);
  const dismiss = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Close' },
    icon(ICONS.close),
  );
  dismiss.addEventListener('click', () => close());
  if (title !== '') dialog.append(h('header', {}, h('h2', {}, title), dismiss));
  dialog.append(frame.element);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (closeOnEscape) close();
  });
  dialog.addEventListener('click', (event) => {
    if (closeOnOverlayClick && event.target === dialog) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return true;
}
