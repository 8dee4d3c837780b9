import './styles/base.css';
import './styles/shell.css';
import './styles/menu.css';
import './styles/pages.css';
import './styles/cards.css';
import './styles/app.css';
import './styles/drawer.css';
import './styles/print.css';
import { createDrawer } from './drawer/drawer';
import { h } from './element';
import { keepWidthInPrint } from './host/printing';
import { showLook } from './look';
import { currentPath, startNavigation } from './navigation';
import { drawPage } from './routes';
import { readSession, type SessionView } from './session-view';
import { sideNavigation } from './side-navigation';
import { topBar } from './top-bar';

const SIDE_OPEN = 'side-open';

/** The frame around the app: draws the shell and the page of the address, again and again. */
async function start(): Promise<void> {
  let session: SessionView = await readSession();
  let ends: (() => void)[] = [];
  let drawing = 0;
  const top = h('div', { class: 'top-place' });
  const side = h('div', { class: 'side-place' });
  const main = h('main', { id: 'main', tabindex: '0', 'aria-label': 'Jira' });
  const skip = h('a', { class: 'skip', href: '#main' }, 'Skip to the content');
  const app = h('div', { class: 'app' }, skip, top, h('div', { class: 'columns' }, side, main));
  const drawer = createDrawer({ session: () => session, onChanged: () => void reread() });

  const toggleSide = (): void => void app.classList.toggle(SIDE_OPEN);
  const drawTop = (): void =>
    top.replaceChildren(topBar(session, { toggleSide, toggleDrawer: drawer.toggle }));
  const drawSide = (): void => side.replaceChildren(sideNavigation(session, new URL(location.href)));
  const draw = async (): Promise<void> => {
    const mine = ++drawing;
    const own: (() => void)[] = [];
    const context = {
      session,
      url: new URL(location.href),
      onEnd: (end: () => void) => void own.push(end),
      redraw: () => void draw(),
    };
    const page = await drawPage(context);
    if (mine !== drawing) {
      own.forEach((end) => end());
      return;
    }
    ends.forEach((end) => end());
    ends = own;
    drawSide();
    main.replaceChildren(page.element);
    document.title = `${page.title} - Local Jira`;
  };
  const reread = async (): Promise<void> => {
    session = await readSession();
    showLook(session);
    drawTop();
    drawer.redraw();
    await draw();
  };

  showLook(session);
  drawTop();
  drawSide();
  document.body.append(app, drawer.element);
  keepWidthInPrint();
  startNavigation(() => {
    app.classList.remove(SIDE_OPEN);
    void draw().then(() => main.scrollTo(0, 0));
  });
  if (currentPath() === '/index.html') history.replaceState(null, '', '/');
  await draw();
}

void start();
