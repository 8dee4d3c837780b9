import { signedRequest } from '../behaviour/webhook-caller';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { overflow, violations } from './support/findings';
import type { PersonsWindow } from './support/open-browser';
import { openAdministration } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 4),
  ...entriesOf(user(1).accountId, 2),
  ...entriesOf(user(2).accountId, 2),
  ...entriesOf(user(3).accountId, 2),
]);

const DAY_MS = 86_400_000;
let calls = 0;

async function openTab(window: PersonsWindow): Promise<void> {
  await openAdministration(window);
  await window.app.getByRole('tab', { name: 'Webhook' }).click();
  await window.app.getByRole('heading', { name: 'Last calls' }).waitFor();
}

const shown = async ({ app }: PersonsWindow, pattern: RegExp): Promise<string> =>
  (await app.locator('code').filter({ hasText: pattern }).textContent()) ?? '';
const secretShown = (window: PersonsWindow): Promise<string> => shown(window, /^[0-9a-f]{64}$/);
const addressShown = (window: PersonsWindow): Promise<string> => shown(window, /^https?:/);

/** Calls the webhook over HTTP as a system of the organisation would, with the time of the site. */
async function announce(address: string, secret: string, accountId: string): Promise<string> {
  const { now } = await site().read<{ now: number }>('/clock');
  const accounts = [{ accountId, status: 'closed' }];
  const body = JSON.stringify({ subject_request_id: `browser-test-${(calls += 1)}`, accounts });
  const { headers = {} } = signedRequest(secret, { body, timestamp: Math.floor(now / 1000) });
  const sent = await fetch(address, { method: 'POST', headers: headers as Record<string, string>, body });
  return `${sent.status} ${/"answer":"([a-z-]+)"/.exec(await sent.text())?.[1] ?? ''}`.trim();
}

async function enabled(): Promise<{ window: PersonsWindow; secret: string; address: string }> {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openTab(window);
  const enable = window.app.getByRole('button', { name: 'Enable' });
  const name = (await enable.count()) > 0 ? 'Enable' : 'Make a new secret';
  await window.app.getByRole('button', { name }).click();
  const secret = await secretShown(window);
  return { window, secret, address: await addressShown(window) };
}

/** The kinds of records that name the account. */
async function entitiesAbout(accountId: string): Promise<string[]> {
  const rows = (await site().dump()).filter((row) => JSON.stringify(row).includes(accountId));
  return rows.map(({ entityName }) => entityName ?? '');
}

const announcedRow = ({ app }: PersonsWindow, at: number) =>
  app.getByRole('row', { name: new RegExp(user(at).displayName) });

test('an administrator enables it, sees its secret once, and a signed call is carried out', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { app, said } = window;
  await openTab(window);
  await app.getByText('The webhook is off. It has no address').waitFor();
  await app.getByRole('button', { name: 'Enable' }).click();
  const secret = await secretShown(window);
  const address = await addressShown(window);
  await openTab(window);
  await app.getByRole('button', { name: 'Disable' }).waitFor();
  expect(await app.getByText(secret).count()).toBe(0);
  expect(await announce(address, secret, user(0).accountId)).toBe('202 accepted');
  await site().change('/clock', { advanceMs: 60_000 });
  await openAdministration(window);
  await app.getByText('The webhook announced a closed account.').waitFor();
  await app.getByRole('button', { name: 'Decide under Webhook' }).click();
  await app.getByRole('cell', { name: 'Accepted' }).waitFor();
  await announcedRow(window, 0).waitFor();
  await app.getByRole('tab', { name: 'People' }).click();
  await announcedRow(window, 0).getByText('Restricted').waitFor();
  expect(said).toEqual([]);
});

test('after a rotation both keys sign; disabling ends both and the address', async () => {
  const { window, secret: old, address } = await enabled();
  const { app } = window;
  await app.getByRole('button', { name: 'Make a new secret' }).click();
  await app.getByText(old).waitFor({ state: 'detached' });
  await app.getByText(/valid until/).waitFor();
  const next = await secretShown(window);
  expect(await announce(address, old, user(1).accountId)).toBe('202 accepted');
  expect(await announce(address, next, user(1).accountId)).toBe('202 accepted');
  await app.getByRole('button', { name: 'Disable' }).click();
  await app.getByText('The webhook is off. It has no address').waitFor();
  expect(await announce(address, next, user(1).accountId)).toBe('404');
  await app.getByRole('button', { name: 'Enable' }).click();
  const again = await secretShown(window);
  const newAddress = await addressShown(window);
  expect(newAddress).not.toBe(address);
  expect(await announce(newAddress, next, user(1).accountId)).toBe('401 unauthenticated');
  expect(await announce(newAddress, again, user(1).accountId)).toBe('202 accepted');
});

test('an administrator says no to one announcement and yes to another', async () => {
  const { window, secret, address } = await enabled();
  const { app } = window;
  for (const at of [1, 2]) await announce(address, secret, user(at).accountId);
  await site().change('/clock', { advanceMs: 60_000 });
  await openTab(window);
  await announcedRow(window, 1)
    .getByRole('button', { name: /Dismiss/ })
    .click();
  await app.getByRole('dialog').getByLabel('To correct wrong entries').check();
  await app.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click();
  await announcedRow(window, 1).waitFor({ state: 'detached' });
  await announcedRow(window, 2).getByRole('button', { name: 'Delete' }).click();
  await app.getByRole('dialog').getByLabel('The person left the organisation').check();
  await app.getByRole('dialog').getByRole('textbox').fill('DELETE');
  await app.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await app.getByText('1 deletion requested').waitFor();
  // The job runs beside the test, so where it stands when the clock moves is not known.
  for (let looks = 0; looks < 10 && (await entitiesAbout(user(2).accountId)).length > 0; looks += 1) {
    await site().change('/clock', { advanceMs: 5 * 60_000 });
  }
  expect(await entitiesAbout(user(2).accountId)).toEqual([]);
  expect(await entitiesAbout(user(1).accountId)).not.toEqual([]);
});

async function saveErasing({ app }: PersonsWindow): Promise<void> {
  await app.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = app.getByRole('dialog', { name: 'Save settings that delete more?' });
  await dialog.getByText(/^The webhook’s announcements lead to deletion: never → after 7 days/).waitFor();
  await dialog.getByLabel(/Type DELETE MORE/).fill('DELETE MORE');
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await app.getByText('This change has not taken effect yet').waitFor();
  await app.getByRole('button', { name: 'See the webhook' }).waitFor();
  expect(await app.getByRole('checkbox', { name: /without asking you/ }).isChecked()).toBe(false);
}

test('its word erases only after an administrator let it, warned of what a found secret could do', async () => {
  const { window, secret, address } = await enabled();
  const { app } = window;
  await announce(address, secret, user(1).accountId);
  await app.getByRole('checkbox', { name: /without asking you/ }).check();
  await app.getByText('Anyone who finds the secret could have data deleted').waitFor();
  await app.getByLabel('Deleted after').fill('3');
  await app.getByRole('button', { name: 'Save', exact: true }).click();
  await app.getByRole('alert').first().waitFor();
  await app.getByLabel('Deleted after').fill('7');
  await saveErasing(window);
  await app.getByRole('button', { name: 'Take back' }).click();
  await app.locator(':focus', { hasText: 'Taken back.' }).waitFor();
  await app.getByText('This change has not taken effect yet').waitFor({ state: 'detached' });
  await app.getByRole('checkbox', { name: /without asking you/ }).check();
  await app.getByLabel('Deleted after').fill('7');
  await saveErasing(window);
  await site().change('/clock', { advanceMs: 2 * DAY_MS });
  await openTab(window);
  await announcedRow(window, 1)
    .getByText(/Deleted after/)
    .waitFor();
  expect(await entitiesAbout(user(1).accountId)).toContain('time-entry');
  await site().change('/clock', { advanceMs: 8 * DAY_MS });
  expect(await entitiesAbout(user(1).accountId)).toEqual([]);
});

test('what it did is undone after a preview, for a reason, and the tab says what it came to', async () => {
  const { window, secret, address } = await enabled();
  const { app } = window;
  await app.getByLabel('Restricts at most').fill('60');
  await app.getByRole('button', { name: 'Save the limit' }).click();
  await app.getByText('Saved.').waitFor();
  await announce(address, secret, user(3).accountId);
  await site().change('/clock', { advanceMs: 60_000 });
  await openTab(window);
  await announcedRow(window, 3).waitFor();
  await app.getByLabel('What its calls changed since a certain time').check();
  await app.getByLabel('Since', { exact: true }).fill('2020-01-01T08:00');
  await app.getByRole('button', { name: 'Preview' }).click();
  await app.getByText('Undoing would change this').waitFor();
  await app.getByRole('button', { name: 'Undo it' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByText(/^Its announcements concern/).waitFor();
  expect(await violations(window)).toEqual([]);
  await dialog.getByLabel('To look into a security incident').check();
  await dialog.getByRole('button', { name: 'Undo it' }).click();
  await app.getByText(/The app is undoing what the webhook did since/).waitFor();
  for (
    let looks = 0;
    looks < 10 && (await app.getByText(/an administrator undid/).count()) === 0;
    looks += 1
  ) {
    await site().change('/clock', { advanceMs: 2 * 60_000 });
    await openTab(window);
  }
  await app.getByText(/an administrator undid what the webhook did since/).waitFor();
  await announcedRow(window, 3).waitFor({ state: 'detached' });
});

test('a limit that another administrator saved meanwhile is shown, and not overwritten unseen', async () => {
  const { window: first } = await enabled();
  const second = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openTab(second);
  const save = async ({ app }: PersonsWindow, most: string): Promise<void> => {
    await app.getByLabel('Restricts at most').fill(most);
    await app.getByRole('button', { name: 'Save the limit' }).click();
  };
  await save(first, '70');
  await first.app.getByText('Saved.').waitFor();
  await save(second, '80');
  await second.app.getByText('70 people → 80 people').waitFor();
  expect(await violations(second)).toEqual([]);
  await second.app.getByRole('button', { name: 'Use the saved settings' }).click();
  expect(await second.app.getByLabel('Restricts at most').inputValue()).toBe('70');
  await save(second, '90');
  await second.app.getByText('Saved.').waitFor();
});

describe('the tab with a secret, an announcement and the warning', () => {
  const WIDE = { width: 1280, height: 1000 };

  async function opened(colorMode: 'light' | 'dark'): Promise<PersonsWindow> {
    const { window: first, secret, address } = await enabled();
    await first.close();
    await announce(address, secret, user(3).accountId);
    await site().change('/clock', { advanceMs: 60_000 });
    const window = await windowOf({ accountId: ADMINISTRATOR.accountId, colorMode, ...WIDE });
    await openTab(window);
    await window.app.getByRole('button', { name: 'Make a new secret' }).click();
    await secretShown(window);
    await announcedRow(window, 3).waitFor();
    await window.app.getByRole('checkbox', { name: /without asking you/ }).check();
    await window.app.getByRole('button', { name: 'Preview' }).click();
    await window.app.getByText('Undoing would change this').waitFor();
    return window;
  }

  test.each(['light', 'dark'] as const)('has nothing for axe to find, in the %s theme', async (colorMode) => {
    const window = await opened(colorMode);
    expect(await violations(window)).toEqual([]);
    expect(window.said).toEqual([]);
  });

  test('fits a window of 360 pixels, and axe finds nothing there either', async () => {
    const window = await opened('light');
    await window.page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(window)).toEqual([]);
    expect(await overflow(window)).toEqual([0, 0]);
  });
});
