import { h, icon } from '../element';
import { ICONS } from '../icons';
import { clockSection } from './clock-section';
import { faultsSection } from './faults-section';
import { framesSection } from './frames-section';
import { lookSection } from './look-section';
import { peopleSection } from './people-section';
import { refusedSection } from './refused-section';
import { attempt, type DrawerContext } from './section';
import { watchSection } from './watch-section';

const REFRESH_MS = 3000;
const OPEN_KEY = 'drawer-open';

/** The drawer that controls the local Forge. It is not part of Jira, and looks as if. */
interface Drawer {
  element: HTMLElement;
  toggle(): void;
  redraw(): void;
}

export function createDrawer(context: DrawerContext): Drawer {
  const watched = [clockSection(context), watchSection(context), refusedSection()];
  const [clock, watch, refused] = watched;
  const others = [peopleSection(context), lookSection(context), framesSection(context), faultsSection()];
  const [people, look, frames, faults] = others;
  const sections = [people, look, frames, clock, faults, refused, watch].flatMap((section) =>
    section ? [section] : [],
  );
  const close = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Close' },
    icon(ICONS.close),
  );
  const head = h('header', {}, h('h2', {}, 'Local Forge'), close);
  const body = h('div', { class: 'drawer-body' }, ...sections.map(({ element }) => element));
  const element = h('aside', { class: 'drawer', 'aria-label': 'Local Forge', hidden: true }, head, body);
  let timer: ReturnType<typeof setInterval> | undefined;

  const redrawAll = (list: typeof sections): void => {
    if (element.hidden) return;
    for (const section of list) void attempt(async () => section.redraw());
  };
  const set = (open: boolean): void => {
    element.hidden = !open;
    document.body.classList.toggle('with-drawer', open);
    sessionStorage.setItem(OPEN_KEY, String(open));
    clearInterval(timer);
    if (!open) return;
    redrawAll(sections);
    timer = setInterval(() => redrawAll(watched), REFRESH_MS);
  };
  close.addEventListener('click', () => set(false));
  if (sessionStorage.getItem(OPEN_KEY) === 'true') queueMicrotask(() => set(true));
  return { element, toggle: () => set(element.hidden !== false), redraw: () => redrawAll(sections) };
}
