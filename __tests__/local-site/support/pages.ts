import type { PersonsWindow } from './open-browser';

/** Opens the profile menu's page of the app and waits for it. */
export async function openMyData({ page, go, app }: PersonsWindow): Promise<void> {
  await go('/');
  await page.getByRole('button', { name: /Your profile/ }).click();
  await page.getByRole('menuitem', { name: 'My data' }).click();
  await app.getByRole('heading', { level: 1 }).waitFor();
}

/** Opens an issue with the app's panel, putting it there first if need be. */
export async function openPanel({ page, go, app }: PersonsWindow, issueKey: string): Promise<void> {
  await go(`/browse/${issueKey}`);
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  const add = page.locator('.toolbar').getByRole('button');
  if ((await add.count()) > 0) await add.first().click();
  await app.getByRole('button', { name: 'Log time' }).waitFor();
}

/** Opens the administration page the way an administrator finds it. */
export async function openAdministration({ page, go, app }: PersonsWindow): Promise<void> {
  await go('/');
  await page.getByRole('link', { name: 'Settings: apps' }).click();
  await page.getByRole('link', { name: 'Privacy Center' }).click();
  await app.getByRole('heading', { level: 1, name: 'Privacy Center' }).waitFor();
}
