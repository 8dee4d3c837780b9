/**
 * What it costs to take an export of very many entries in again: somebody exports them in Chromium, and imports the file
 * on a site that has nothing of theirs, whose storage keeps Forge's quotas. `npm run build` first.
 *
 *     node --import tsx bench/import.ts [--entries 1000,10000]
 */
import { parseArgs } from 'node:util';
import type { LocalForge } from '../local/forge';
import { peopleRows } from './scan-rows';
import { openSiteAndBrowser, type SiteAndBrowser } from './site';
import {
  MOST_MS,
  openMyDataOf,
  savedExport,
  someoneOf,
  watched,
  type OpenMyData,
  type Watched,
} from './watched';

/** On a fresh site, which is closed afterwards. */
async function onSite<Result>(
  work: (opened: SiteAndBrowser, forge: LocalForge) => Promise<Result>,
): Promise<Result> {
  const opened = await openSiteAndBrowser({ entries: false });
  try {
    return await work(opened, (await opened.site.world()).forge);
  } finally {
    await opened.close();
  }
}

/** A day has room for 24 of an hour each, so they are all younger than the time for which entries are kept. */
const fileOf = (entries: number): Promise<Buffer> =>
  onSite(async (opened, forge) => {
    const accountId = someoneOf(forge);
    const [workItem] = forge.jira.issues().filter((issue) => forge.jira.canBrowse(accountId, issue));
    const habit = { issueId: workItem?.id ?? '', entriesADay: 24 };
    await forge.storage.load(forge.installations.get().storageId, peopleRows([accountId], entries, habit));
    return savedExport(await openMyDataOf(opened, accountId));
  });

async function preview({ app }: OpenMyData, buffer: Buffer): Promise<void> {
  await app.getByRole('tab', { name: 'Export and import' }).click();
  const file = { name: 'export.zip', mimeType: 'application/zip', buffer };
  await app.getByLabel('Choose an export').setInputFiles(file);
  await app.getByRole('button', { name: /^Import [\d,.]+ entr/ }).waitFor({ timeout: MOST_MS });
}

async function takeIn({ app }: OpenMyData): Promise<void> {
  await app.getByRole('button', { name: /^Import [\d,.]+ entr/ }).click();
  await app.getByText(/entries imported$/).waitFor({ timeout: MOST_MS });
}

const measure = (entries: number): Promise<Array<[string, Watched<void>]>> =>
  fileOf(entries).then((file) =>
    onSite(async (opened, forge) => {
      const myData = await openMyDataOf(opened, someoneOf(forge));
      const first = await watched(opened.browser, forge, () => preview(myData, file));
      const then = await watched(opened.browser, forge, () => takeIn(myData));
      return [
        ['until the preview is there', first],
        ['the import', then],
      ];
    }),
  );

const HEAD = [
  '| entries | what | it takes | invocations | read units | write units | units in the busiest minute | the tab needs |',
  '| --: | --- | --: | --: | --: | --: | --: | --: |',
];

const { values } = parseArgs({ options: { entries: { type: 'string', default: '1000,10000' } } });

async function main(): Promise<void> {
  console.log(HEAD.join('\n'));
  for (const entries of values.entries.split(',').map(Number)) {
    for (const [what, measured] of await measure(entries)) {
      const cells = [
        entries.toLocaleString('en'),
        what,
        `${measured.seconds.toFixed(1)} s`,
        measured.invocations.toLocaleString('en'),
        measured.readUnits.toLocaleString('en'),
        measured.writeUnits.toLocaleString('en'),
        measured.unitsAMinute.toLocaleString('en'),
        `${measured.megabytes.toFixed(0)} MB`,
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
