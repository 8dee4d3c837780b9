import { change } from '../control';
import { currentLook } from '../look';
import type { SessionView } from '../session-view';
import { aboutPage, type AppPage } from './app-page';
import { closeFlag, showFlag, type FlagOptions } from './flags';
import { openModal, type ModalOptions } from './modal';
import { emit, listen } from './page-events';
import { createPageHistory } from './page-history';
import { navigate, urlOf, type Destination } from './places';

type Command = (page: AppPage, session: SessionView, payload: never) => unknown;

interface Outcome {
  value?: unknown;
  /** The function threw; the browser sees only this message. */
  threw?: string;
}

async function outcome(answer: Promise<Outcome>): Promise<unknown> {
  const { value, threw } = await answer;
  if (threw !== undefined) throw new Error(threw);
  return value;
}

function invoke(page: AppPage, _session: SessionView, payload: object): Promise<unknown> {
  const { functionKey, payload: given } = payload as { functionKey: string; payload?: unknown };
  return outcome(change('/bridge/invoke', { page: aboutPage(page), functionKey, payload: given }));
}

async function getContext(page: AppPage): Promise<unknown> {
  const context = await change<Record<string, unknown>>('/bridge/context', aboutPage(page));
  const { colorMode } = currentLook();
  return {
    ...context,
    theme: { colorMode, light: 'light', dark: 'dark', spacing: 'spacing', shape: 'shape' },
  };
}

function close(page: AppPage, _session: SessionView, payload: unknown): boolean {
  page.close?.(payload);
  return page.close !== undefined;
}

function refresh(page: AppPage): boolean {
  page.refresh?.();
  return page.refresh !== undefined;
}

function pageHistory(page: AppPage): unknown {
  if (page.path === undefined) throw new Error('createHistory is there only for pages of their own.');
  return createPageHistory(page.path, (end) => page.onEnd?.(end));
}

/** What the bridge package may ask of the frame, by the command's name. */
const COMMANDS: Record<string, Command> = {
  invoke,
  getContext,
  fetchProduct: (_page, _session, payload: object) => outcome(change('/bridge/fetch-product', payload)),
  navigate: (_page, session, to: Destination) => navigate(session, to),
  getUrl: (_page, session, to: Destination) => urlOf(session, to).href,
  reload: () => location.reload(),
  showFlag: (_page, _session, options: FlagOptions) => showFlag(options),
  closeFlag: (_page, _session, { id }: FlagOptions) => closeFlag(id),
  openModal: (page, session, options: ModalOptions) => openModal(page, session, options),
  on: (_page, _session, given: { event: string; callback: (payload: unknown) => unknown }) =>
    listen(given.event, given.callback),
  emit: (_page, _session, given: { event: string; payload?: unknown }) => emit(given.event, given.payload),
  createHistory: pageHistory,
  close,
  onClose: (page, _session, callback: () => unknown) => {
    page.onClose = callback;
    return page.close !== undefined;
  },
  refresh,
  changeWindowTitle: (_page, _session, title: string) => {
    document.title = title;
  },
  emitReadyEvent: () => undefined,
};

/** Carries out a command of the page's bridge; one that is not modelled fails by name, for all to see. */
export function runCommand(page: AppPage, session: SessionView, name: string, payload: unknown): unknown {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(page, session, payload as never);
  const title = `The local site does not model the bridge command "${name}".`;
  showFlag({ id: `bridge-${name}`, type: 'error', title, description: 'See docs/local-site.md.' });
  throw new Error(title);
}
