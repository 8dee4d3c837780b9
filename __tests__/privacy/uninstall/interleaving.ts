import type { LocalForge } from '../../../local/forge';

interface Gate {
  wait: Promise<void>;
  open: () => void;
}

/** Keeps whoever waits at it until it is opened. */
export function closedGate(): Gate {
  let open = (): void => undefined;
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open };
}

/** Which storage call of something else an uninstall comes in between of, and for how many calls of its own. */
export interface Meeting {
  atCall: number;
  uninstallCalls: number;
}

/**
 * Does something, and lets an uninstall begin just before one of its storage calls is carried out. After some calls the
 * uninstall stands still until the other has ended, and then goes on to its end.
 * @returns whether it made that many storage calls
 */
export async function meetUninstall(
  forge: LocalForge,
  doing: () => Promise<unknown>,
  { atCall, uninstallCalls }: Meeting,
): Promise<boolean> {
  const ended = closedGate();
  const heldOrOver = closedGate();
  let uninstall: Promise<unknown> | undefined;
  let calls = 0;
  let wipes = 0;
  beforeStorageCalls(forge, async (functionKey) => {
    if (functionKey === 'pre-uninstall') {
      if (wipes === uninstallCalls) {
        heldOrOver.open();
        await ended.wait;
      }
      wipes += 1;
    } else if ((calls += 1) === atCall) {
      uninstall = forge.installations.uninstall().finally(heldOrOver.open);
      await heldOrOver.wait;
    }
  });
  await doing().catch(() => undefined);
  ended.open();
  await uninstall;
  return calls >= atCall;
}

/** Has something happen before each call to storage is carried out; told which function calls, until faults are cleared. */
export function beforeStorageCalls(forge: LocalForge, happens: (functionKey: string) => Promise<void>): void {
  let caller = '';
  forge.faults.add({
    remote: 'kvs',
    matches: ({ functionKey }) => {
      caller = functionKey;
      return false;
    },
    outcome: { kind: 'cut' },
  });
  const handle = forge.storage.handle.bind(forge.storage);
  forge.storage.handle = async (...call) => {
    await happens(caller);
    return handle(...call);
  };
}
