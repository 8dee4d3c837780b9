import { h } from '../element';
import { currentLook, watchLook } from '../look';
import type { SessionView } from '../session-view';
import { openWire, type Wire } from '../bridge/wire';
import type { Look } from '../bridge/theming';
import type { AppPage } from './app-page';
import { runCommand } from './commands';

/** What Forge allows an app's page, word for word: no window of its own, so links go through the router. */
const SANDBOX = 'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

/** What Forge adds for an app that may fetch from anywhere; here the drawer's switch adds it. */
const POPUPS = 'allow-popups allow-popups-to-escape-sandbox';

/** The features of the browser that Forge lets an app's page use. */
const FEATURES = 'camera; clipboard-write; display-capture; fullscreen; microphone';

/** An app page in its sandbox. */
interface AppFrame {
  element: HTMLIFrameElement;
  /** Ends its line to the frame; to be called when it leaves the page. */
  end(): void;
}

/** Puts an app page into a sandboxed iframe that grows with its content, and answers its bridge. */
export function openAppFrame(page: AppPage, session: SessionView): AppFrame {
  const element = h('iframe', {
    class: 'app-frame',
    sandbox: session.popups ? `${SANDBOX} ${POPUPS}` : SANDBOX,
    allow: FEATURES,
    title: page.title,
    src: `${session.appOrigin}/${page.resource}/index.html`,
  });
  const ends: (() => void)[] = [];
  page.onEnd = (end) => void ends.push(end);
  const commands: Record<string, (...args: never[]) => unknown> = {
    bridge: (name: string, payload: unknown) => runCommand(page, session, name, payload),
    height: (height: number) => {
      element.style.height = `${height}px`;
    },
    watchLook: (watcher: (look: Look) => unknown) => {
      ends.push(watchLook((look) => void watcher(look)));
      return currentLook();
    },
  };
  const connect = (port: MessagePort): Wire =>
    openWire(port, (name, args) => {
      const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
      if (!command) throw new Error(`The frame has no command "${name}".`);
      return command(...(args as never[]));
    });
  const greet = (event: MessageEvent): void => {
    const port = event.ports[0];
    const isOurs = event.source === element.contentWindow && event.origin === session.appOrigin;
    if (isOurs && port && event.data === 'local-forge-bridge') ends.push(connect(port).close);
  };
  addEventListener('message', greet);
  ends.push(() => removeEventListener('message', greet));
  return { element, end: () => ends.forEach((end) => end()) };
}
