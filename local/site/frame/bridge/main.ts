import { reportHeight } from './page-height';
import { enableTheming } from './theming';
import { openWire, type Wire } from './wire';

/**
 * The script that Forge puts into every app page before the app's own: it gives `@forge/bridge` its one door.
 * It talks to the frame around it, whose origin stands on the script element, and to nobody else.
 */
declare global {
  var __bridge: { callBridge(command: string, payload?: unknown): Promise<unknown> } | undefined;
}

const frameOrigin = document.currentScript?.dataset['frame'] ?? '';

function connect(): Wire {
  const { port1, port2 } = new MessageChannel();
  const wire = openWire(port1, (command) => {
    throw new Error(`The page has no command "${command}".`);
  });
  window.parent.postMessage('local-forge-bridge', frameOrigin, [port2]);
  return wire;
}

const wire = connect();

globalThis.__bridge = {
  callBridge: (command, payload) =>
    command === 'enableTheming' ? enableTheming(wire) : wire.call('bridge', command, payload),
};

// The app's own scripts are deferred: by then the body is there.
document.addEventListener('DOMContentLoaded', () => reportHeight(wire));
