import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { openAdministration } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const SCRIPT = path.join(__dirname, '..', '..', 'tools', 'check-receipt.mjs');
const DAY_MS = 86_400_000;
const CLOSED = user(0);
const { site, windowOf } = stageWith(() => [
  ...entriesOf(CLOSED.accountId, 3),
  ...entriesOf(user(1).accountId, 2),
]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'receipts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('an administrator saves and checks the receipt of an erasure that Atlassian asked for', async () => {
  await site().change(`/people/${encodeURIComponent(CLOSED.accountId)}`, { action: 'close' });
  await site().change('/clock', { advanceMs: 25 * DAY_MS });
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, app, said } = window;
  await openAdministration(window);
  await app.getByRole('tab', { name: 'Deletions' }).click();
  const row = app.getByRole('row').filter({ hasText: 'Atlassian' });
  const download = page.waitForEvent('download');
  await row.getByRole('button', { name: 'Save receipt 1' }).click();
  const saved = path.join(folder, 'receipt-1.json');
  await (await download).saveAs(saved);
  const text = readFileSync(saved, 'utf8');
  expect(text).not.toContain(CLOSED.accountId);
  expect(text).not.toContain('receiptHash');
  expect(spawnSync(process.execPath, [SCRIPT, saved]).status).toBe(0);

  const file = app.getByLabel('Or choose the file of a receipt');
  await file.setInputFiles(saved);
  await app.getByText('This receipt is genuine and unchanged').waitFor();

  const tampered = path.join(folder, 'tampered.json');
  writeFileSync(tampered, text.replace('"time-entry": 3', '"time-entry": 4'));
  await file.setInputFiles(tampered);
  await app.getByText('This receipt was changed').waitFor();
  expect(spawnSync(process.execPath, [SCRIPT, tampered]).status).toBe(1);
  expect(said).toEqual([]);
});
