import { readFile } from 'node:fs/promises';
import { ADMINISTRATOR, entriesOf, JIRA, user } from './support/entries';
import { findingsOf, NOTHING_WRONG } from './support/findings';
import type { PersonsWindow, WindowOptions } from './support/open-browser';
import { openAdministration } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const CHECK_MS = 120_000;
const SWITCHES = ['short-pages', 'cursor-at-end', 'check-passes', 'keys-by-entity'];

const { site, windowOf } = stageWith(() => entriesOf(user(0).accountId, 3));

async function openGetStarted(options: Partial<WindowOptions> = {}): Promise<PersonsWindow> {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, ...options });
  await window.go('/');
  await window.page.getByRole('link', { name: 'Settings: apps' }).click();
  await window.page.getByRole('link', { name: 'Get started' }).first().click();
  await window.app.getByRole('heading', { name: 'Check this site' }).waitFor();
  return window;
}

/** Checks the site, and gives the verdict of each line of the table. */
async function checked({ app }: PersonsWindow, button: string): Promise<Record<string, number>> {
  await app.getByRole('button', { name: button, exact: true }).click();
  await app.getByText(/^Step \d+ of \d+\./).waitFor();
  await app.locator('li', { hasText: 'Check this site' }).locator('.message').waitFor({ timeout: CHECK_MS });
  const verdicts = await app
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.dataset['verdict'] ?? ''));
  return Object.fromEntries(
    [...new Set(verdicts)].map((one) => [one, verdicts.filter((other) => other === one).length]),
  );
}

const flip = (on: boolean) => Promise.all(SWITCHES.map((key) => site().change(`/faults/${key}`, { on })));

async function savedJson({ page, app }: PersonsWindow): Promise<string> {
  const download = page.waitForEvent('download');
  await app.getByRole('button', { name: 'Save as JSON' }).click();
  return readFile(await (await download).path(), 'utf8');
}

test('a new administrator gets a green table, and a file with nothing of the site in it', async () => {
  const window = await openGetStarted({ keepsThirdPartyData: true });
  const { app, said } = window;
  const found = await checked(window, 'Check this site');
  await app.getByText('This site is as the app assumes').waitFor();
  expect(Object.keys(found).sort()).toEqual(['holds', 'not-told']);
  expect(found['holds']).toBeGreaterThan(20);

  const file = await savedJson(window);
  const { findings, complete } = JSON.parse(file) as { findings: { id: string }[]; complete: boolean };
  expect(complete).toBe(true);
  expect(findings.length).toBeGreaterThan(25);
  const { host = '' } = JIRA;
  const people = JIRA.people.flatMap(({ accountId, displayName }) => [accountId, displayName]);
  const addresses = [host, site().url, new URL(site().url).host];
  const installation = (await site().dump()).map(({ value }) => JSON.stringify(value)).join(' ');
  const ids = [...installation.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g)].map(([id]) => id);
  expect([...people, ...addresses, ...ids].filter((text) => text !== '' && file.includes(text))).toEqual([]);
  expect(said).toEqual([]);
});

test('four switches flipped are four findings, and what the app rests on is an alarm above the figures', async () => {
  await flip(true);
  const window = await openGetStarted({ keepsThirdPartyData: true });
  const found = await checked(window, 'Check this site again');
  expect(found).toMatchObject({ alarm: 1, copes: 3 });
  await window.app.getByText('One thing that the app relies on is different on this site').waitFor();
  await flip(false);

  await openAdministration(window);
  const alarm = window.app.locator('.message', { hasText: 'One thing that the app relies on is different' });
  await alarm.getByText('A late write could bring back deleted data.', { exact: false }).waitFor();
  await alarm.getByText('Do not let people use the app on this site yet.', { exact: false }).waitFor();

  const again = await openGetStarted({ keepsThirdPartyData: true });
  await checked(again, 'Check this site again');
  await openAdministration(again);
  expect(await again.app.getByText('that the app relies on').count()).toBe(0);
});

test('the table is fit for everybody, dark and narrow, too', async () => {
  const window = await openGetStarted({ colorMode: 'auto', keepsThirdPartyData: true });
  await window.app.locator('tbody tr').first().waitFor();
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
});
