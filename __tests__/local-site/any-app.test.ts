import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'esbuild';
import { nameOf } from '../../local/app/folder';
import type { InvocationRecord } from '../../local/runtime/records';
import { openBrowser, openWindow } from './support/open-browser';
import { startSiteIn, type RunningSite } from './support/running-site';

jest.setTimeout(180_000);

const ROOT = path.join(__dirname, '../..');
const DAY = 86_400_000;
const ASKED = '/rest/api/3/priority';

let folder: string;
let app: string;
let site: RunningSite;
let browser: Browser;

/** The example as somebody has it who has built it, beside our packages. */
async function builtExample(): Promise<void> {
  await mkdir(path.join(ROOT, '.local'), { recursive: true });
  folder = await mkdtemp(path.join(ROOT, '.local', 'any-app-'));
  app = path.join(folder, 'reminders');
  await cp(path.join(ROOT, 'examples/reminders'), app, { recursive: true });
  const panel = path.join(app, 'static/panel');
  await rm(path.join(panel, 'dist'), { recursive: true, force: true });
  await build({
    entryPoints: [path.join(panel, 'src/panel.js')],
    bundle: true,
    outdir: path.join(panel, 'dist'),
  });
  await cp(path.join(panel, 'src/index.html'), path.join(panel, 'dist/index.html'));
}

beforeAll(async () => {
  await builtExample();
  const answers = path.join(folder, 'answers.json');
  await writeFile(answers, JSON.stringify({ [`GET ${ASKED}`]: { body: [{ name: 'High' }] } }));
  site = await startSiteIn(folder, ['--app', app, '--jira', answers]);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await rm(path.join(ROOT, '.local', 'apps', nameOf(app)), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

test("another app's panel, schedule and consumer run, each its own code", async () => {
  const [person] = (await site.people()).filter(({ kind }) => kind === 'user');
  const window = await openWindow(browser, site, { accountId: person?.accountId ?? '' });
  await window.go('/browse/APP-1');
  await window.page.locator('.toolbar').getByRole('button', { name: 'Reminders' }).click();
  const status = window.app.getByRole('status');
  await status.getByText('reminded 0 times, no reminder is set').waitFor();
  await window.app.getByRole('button', { name: 'Remind me tomorrow' }).click();
  await status.getByText('the next reminder is due at').waitFor();
  await site.change('/clock', { advanceMs: DAY + DAY / 12 });
  await window.page.reload();
  await status.getByText('reminded 1 times, no reminder is set').waitFor();
  expect(window.said).toEqual([]);
  await window.close();

  const { invocations } = await site.read<{ invocations: InvocationRecord[] }>('/invocations');
  const ran = new Set(invocations.map((one) => `${one.source} ${one.function} ${one.outcome}`));
  expect(ran).toEqual(new Set(['resolver panel ok', 'scheduledTrigger find-due ok', 'consumer remind ok']));
  const rows = await site.dump();
  expect(rows).toMatchObject([{ store: 'plain', value: { dueAt: null, reminded: 1 } }]);
  expect(await site.read('/refused')).toEqual({ manifest: [], asked: [], undelivered: [] });
});

test('a call with an answer of its own gets it, and one without is shown in the drawer', async () => {
  const ask = (restPath: string) =>
    site.change<{ value?: { body: string }; threw?: string }>('/bridge/fetch-product', {
      product: 'jira',
      restPath,
      fetchRequestInit: {},
    });
  expect((await ask(ASKED)).value?.body).toBe('[{"name":"High"}]');
  expect((await ask('/rest/api/3/status')).threw).toContain('jira GET /rest/api/3/status');
  const window = await openWindow(browser, site, { accountId: (await site.people())[0]?.accountId ?? '' });
  await window.go('/');
  await window.page.getByRole('button', { name: 'Local Forge' }).click();
  const drawer = window.page.getByRole('complementary', { name: 'Local Forge' });
  await drawer.getByText('jira GET /rest/api/3/status').waitFor();
  await window.close();
});
