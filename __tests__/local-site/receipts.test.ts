import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { chooseFile } from './support/choose-file';
import { openAdministration, openMyData } from './support/pages';
import { savedFile } from './support/saved-file';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const SCRIPT = path.join(__dirname, '..', '..', 'tools', 'check-receipt.mjs');
const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 30),
  ...entriesOf(user(1).accountId, 3),
  ...entriesOf(user(2).accountId, 2),
  ...entriesOf(user(3).accountId, 2),
]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'receipts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface SavedReceipt {
  code: string;
  receipt: { number: string; erased: Record<string, number>; digest: string };
}

const inFolder = (name: string): string => path.join(folder, name);
/** The file as somebody chooses it. */
const receiptIn = (name: string) => ({
  name,
  mimeType: 'application/json',
  buffer: readFileSync(inFolder(name)),
});

async function saveAs(page: Page, app: FrameLocator, button: string, name: string): Promise<void> {
  const { bytes } = await savedFile(page, () => app.getByRole('button', { name: button }).click());
  writeFileSync(inFolder(name), bytes);
  await app.getByText('If no file appeared').click();
  const shown = await app.getByLabel(/^Text of /).inputValue();
  expect(shown).toBe(readFileSync(inFolder(name), 'utf8'));
}

const readReceipt = (): SavedReceipt =>
  JSON.parse(readFileSync(inFolder('receipt.json'), 'utf8')) as SavedReceipt;

const checkOffline = (...names: string[]) => spawnSync(process.execPath, [SCRIPT, ...names.map(inFolder)]);

/** One of the figures at the top of the administration page, once it has this value. */
const figure = (app: FrameLocator, title: string, value: string) =>
  app.locator('.figure').filter({ hasText: title }).getByText(value, { exact: true });

/** Time for the verification, which waits for lagging queries. */
const letItEnd = () => site().change('/clock', { advanceMs: 15 * 60_000 });

test('an erasure shows what would go, how far it is, and at its end a receipt to keep', async () => {
  const window = await windowOf({ accountId: user(0).accountId, keepsThirdPartyData: true });
  const { page, app, said } = window;
  await openMyData(window);
  await app.getByRole('button', { name: 'Delete everything' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByText('What is deleted').waitFor();
  const shown = await dialog.locator('.receipt-code').textContent();
  await dialog.getByLabel(/Type DELETE/).fill('DELETE');
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await app.getByText(/Next check:/).waitFor();
  await letItEnd();
  await openMyData(window);
  await app.getByText('Your data is deleted').waitFor();
  await saveAs(page, app, 'Save the receipt', 'receipt.json');

  const { code, receipt } = readReceipt();
  expect(code).toBe(shown);
  expect(receipt.erased).toMatchObject({ 'time-entry': 30, person: 1 });
  expect(JSON.stringify(readReceipt())).not.toContain(user(0).accountId);
  expect(checkOffline('receipt.json').status).toBe(0);
  expect(said).toEqual([]);
});

test('anybody checks the receipt by its code or by its file, and a tampered one is refused', async () => {
  const window = await windowOf({ accountId: user(5).accountId });
  const { app, said } = window;
  await openMyData(window);
  await app.getByRole('tab', { name: 'Receipts' }).click();
  const code = app.getByLabel('Receipt code');

  await code.fill('too short');
  await app.getByRole('button', { name: 'Check the code' }).click();
  await app.getByText('A receipt code has 32 letters and digits').waitFor();
  const saved = readReceipt();
  await code.fill(saved.code.toLowerCase().replaceAll('-', ' '));
  await app.getByRole('button', { name: 'Check the code' }).click();
  await app.getByText('This receipt is genuine and unchanged').waitFor();
  await app.getByText('Time entries: 30').waitFor();

  const file = app.getByLabel('Or choose the file of a receipt');
  await chooseFile(file, receiptIn('receipt.json'));
  await app.getByText('This receipt is genuine and unchanged').waitFor();

  const tampered = { ...saved, receipt: { ...saved.receipt, erased: { 'time-entry': 31, person: 1 } } };
  writeFileSync(inFolder('tampered.json'), JSON.stringify(tampered));
  await chooseFile(file, receiptIn('tampered.json'));
  await app.getByText('This receipt was changed').waitFor();
  await app.getByText('The receipt does not match its check value').waitFor();
  expect(await app.getByText('This receipt is genuine and unchanged').count()).toBe(0);
  expect(checkOffline('tampered.json').status).toBe(1);

  await code.fill('0'.repeat(32));
  await app.getByRole('button', { name: 'Check the code' }).click();
  await app.getByText('No receipt has this code').waitFor();

  // One answer stands at a time: to what was asked last.
  await code.fill('too short');
  await app.getByRole('button', { name: 'Check the code' }).click();
  await app.getByText('A receipt code has 32 letters and digits').waitFor();
  expect(await app.getByText('No receipt has this code').count()).toBe(0);
  await chooseFile(file, receiptIn('receipt.json'));
  await app.getByText('This receipt is genuine and unchanged').waitFor();
  expect(await app.getByText('A receipt code has 32 letters and digits').count()).toBe(0);
  expect(said).toEqual([]);
});

test('an administrator follows the erasures and saves the chain, which fits the receipt', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, app, said } = window;
  await openAdministration(window);
  await app.getByRole('tab', { name: 'Deletions' }).click();
  await app.getByRole('row', { name: /The person.*Done/ }).waitFor();
  await saveAs(page, app, 'Save all receipts', 'chain.json');
  await app.getByText('A file of 1 receipt is ready.').waitFor();
  expect(checkOffline('receipt.json', 'chain.json').status).toBe(0);
  expect(said).toEqual([]);
});

test('an administrator erases several people at once, after a reason and a typed word', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, app, said } = window;
  await openAdministration(window);
  for (const { displayName } of [user(2), user(3)]) {
    await app.getByRole('checkbox', { name: `Select ${displayName}` }).check();
  }
  await app.getByText('2 people selected').waitFor();
  await app.getByRole('button', { name: 'Delete everything about them' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByText(user(2).displayName).waitFor();
  const confirm = dialog.getByRole('button', { name: 'Delete everything' });
  await dialog.getByLabel(/Type DELETE/).fill('DELETE');
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel('The person left the organisation').check();
  await confirm.click();
  await app.getByText('2 deletions requested').waitFor();
  await app.locator('[role="status"]:focus').waitFor();
  await figure(app, 'Running deletions', '2').waitFor();
  await saveAs(page, app, 'Save the receipt codes', 'codes.txt');
  const codes = readFileSync(inFolder('codes.txt'), 'utf8').trim().split('\n');
  expect(codes).toHaveLength(2);
  for (const one of [user(2), user(3)])
    expect(codes.join('\n')).toContain(`${one.displayName}, ${one.accountId}`);

  await letItEnd();
  // Nobody clicks: the figures and the list end where the erasures do.
  await figure(app, 'Running deletions', '0').waitFor();
  await app.getByRole('checkbox', { name: `Select ${user(2).displayName}` }).waitFor({ state: 'detached' });
  expect(await app.getByRole('checkbox', { name: `Select ${user(3).displayName}` }).count()).toBe(0);
  const stored = JSON.stringify(await site().dump());
  expect(stored).not.toContain(user(2).accountId);
  expect(stored).not.toContain(user(3).accountId);
  expect(stored).toContain(user(1).accountId);
  expect(said).toEqual([]);
});

test('an administrator restricts a person, who sees by whom, cannot lift it, and restricts it too', async () => {
  const { displayName, accountId } = user(1);
  const admin = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration(admin);
  await admin.app.getByRole('button', { name: `Restrict the data of ${displayName}` }).click();
  await admin.app.getByLabel('A legal duty').check();
  await admin.app.getByRole('button', { name: 'Continue' }).click();
  await admin.app.getByRole('button', { name: 'Restrict use' }).click();
  await admin.app.getByRole('button', { name: 'Lift the restriction' }).waitFor();
  expect(admin.said).toEqual([]);

  const window = await windowOf({ accountId });
  await openMyData(window);
  await window.app.getByText(/Restricted since .* by an administrator/).waitFor();
  await window.app.getByText('An administrator has to lift it.').waitFor();
  await window.app
    .getByRole('row', { name: /An administrator.*Processing restricted.*A legal duty/ })
    .waitFor();
  await window.app.getByRole('button', { name: 'Restrict it myself too' }).click();
  await window.app.getByText(/You restrict it too, since .* until both restrictions are lifted/).waitFor();
  await window.app.getByRole('button', { name: 'Lift mine' }).waitFor();
  expect(window.said).toEqual([]);
});
