import type { PersonsWindow } from './open-browser';

/** Opens the profile menu's page of the app and waits for it. */
export async function openMyData({ page, go, app }: PersonsWindow): Promise<void> {
  await go('/');
  await page.getByRole('button', { name: /Your profile/ }).click();
  await page.getByRole('menuitem', { name: /^(My data|Meine Daten|Mes données)$/ }).click();
  await app.getByRole('heading', { level: 2 }).first().waitFor();
}

/** Opens an issue with the app's panel, putting it there first if need be. */
export async function openPanel({ page, go, app }: PersonsWindow, issueKey: string): Promise<void> {
  await go(`/browse/${issueKey}`);
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  const add = page.locator('.toolbar').getByRole('button');
  if ((await add.count()) > 0) await add.first().click();
  await app.getByRole('button', { name: 'Log time' }).waitFor();
}

/** Opens the context in an issue's right-hand column. */
export async function openContext({ page, go, app }: PersonsWindow, issueKey: string): Promise<void> {
  await go(`/browse/${issueKey}`);
  await page.getByRole('button', { name: 'Time and privacy Log time' }).click();
  await app.getByRole('button', { name: 'Log time' }).waitFor();
}

/** Opens the page under Apps in Jira's navigation. */
export async function openMyTime({ page, go, app }: PersonsWindow): Promise<void> {
  await go('/');
  await page.getByRole('link', { name: 'My time' }).click();
  await page.getByRole('heading', { level: 1, name: 'My time' }).waitFor();
  await app.getByRole('heading', { name: /^This week/ }).waitFor();
}

/** Opens the administration page the way an administrator finds it. */
export async function openAdministration({ page, go, app }: PersonsWindow): Promise<void> {
  await go('/');
  await page.getByRole('link', { name: 'Settings: apps' }).click();
  await page.getByRole('link', { name: 'Privacy Center' }).click();
  await page.getByRole('heading', { level: 1, name: 'Privacy Center' }).waitFor();
  await app.getByText('What this app stores about people on this Jira site').waitFor();
}
