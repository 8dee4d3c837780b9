import { requestJira, router } from '@forge/bridge';
import type { SiteAssumption, SiteFinding } from '../../../../src/contract';

/** What the page can find out by itself, by the name of the assumption. Nothing of it is sent to the app. */
const PROBES: Readonly<Record<string, () => Promise<Omit<SiteFinding, 'id'>>>> = {
  administrator,
  'my-data-address': myDataAddress,
  'session-storage': async () => ({ outcome: sessionStorageWorks() ? 'works' : 'refused' }),
  clipboard: async () => ({ outcome: await clipboardOutcome() }),
  download: async () => ({ outcome: canMakeFiles() ? 'made' : 'refused' }),
  'dialog-room': dialogRoom,
};

/** The least height with which a dialog shows its title, a paragraph and its buttons. */
const ROOM_PX = 420;
/** For the frame to grow with the page. */
const GROWN_MS = 500;

export async function pageFindings(assumptions: readonly SiteAssumption[]): Promise<SiteFinding[]> {
  const found: SiteFinding[] = [];
  for (const { id } of assumptions) {
    const probe = PROBES[id];
    if (probe) found.push({ id, ...(await probe()) });
  }
  return found;
}

/** The app's function has said that the viewer is an administrator, or there would be no table to fill. */
async function administrator(): Promise<{ outcome: string }> {
  const said = await administersByJira();
  if (said === undefined) return { outcome: 'not-told' };
  return { outcome: said ? 'same' : 'only-function' };
}

/** Whether Jira tells the browser that the viewer is an administrator; nothing where it does not answer. */
export async function administersByJira(): Promise<boolean | undefined> {
  try {
    const response = await requestJira('/rest/api/3/mypermissions?permissions=ADMINISTER');
    const body = (await response.json()) as { permissions?: { ADMINISTER?: { havePermission?: unknown } } };
    const holds = body.permissions?.ADMINISTER?.havePermission;
    return typeof holds === 'boolean' ? holds : undefined;
  } catch {
    return undefined;
  }
}

async function myDataAddress(): Promise<{ outcome: string }> {
  try {
    const url = await router.getUrl({ target: 'module', moduleKey: 'my-data' });
    return { outcome: url === null ? 'unknown' : 'known' };
  } catch {
    return { outcome: 'unknown' };
  }
}

function sessionStorageWorks(): boolean {
  const name = 'site-check';
  try {
    sessionStorage.setItem(name, name);
    const works = sessionStorage.getItem(name) === name;
    sessionStorage.removeItem(name);
    return works;
  } catch {
    return false;
  }
}

/** Asked about, not tried: that would replace what somebody has copied. */
async function clipboardOutcome(): Promise<string> {
  if (!('clipboard' in navigator)) return 'refused';
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-write' as PermissionName });
    return state === 'denied' ? 'refused' : 'allowed';
  } catch {
    return 'not-told';
  }
}

function canMakeFiles(): boolean {
  try {
    const url = URL.createObjectURL(new Blob(['{}'], { type: 'application/json' }));
    URL.revokeObjectURL(url);
    return 'download' in HTMLAnchorElement.prototype;
  } catch {
    return false;
  }
}

/** Makes the page taller for a moment, as a dialog does, and sees whether its frame grows with it. */
async function dialogRoom(): Promise<{ outcome: string; number: number }> {
  const before = document.body.style.minHeight;
  document.body.style.minHeight = `${Math.max(ROOM_PX, window.innerHeight)}px`;
  await new Promise((resolve) => setTimeout(resolve, GROWN_MS));
  const number = Math.round(window.innerHeight);
  document.body.style.minHeight = before;
  return { outcome: number >= ROOM_PX ? 'enough' : 'short', number };
}
