import type { PersonsWindow } from './open-browser';

/**
 * Holds the first call of a function that the page makes until it is released; from then on such calls go on, or fail.
 */
export async function holdCall(
  page: PersonsWindow['page'],
  name: string,
  then: 'continue' | 'abort' = 'continue',
) {
  const released = gate();
  const arrived = gate();
  let isHeld = false;
  await page.route('**/invoke', async (route) => {
    if (!route.request().postData()?.includes(`"${name}"`)) return route.continue();
    if (!isHeld) {
      isHeld = true;
      arrived.open();
      await released.opened;
    }
    return route[then]();
  });
  return { arrived: arrived.opened, release: released.open };
}

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
