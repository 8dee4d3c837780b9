/**
 * What an export of very many entries costs everyone else, and how much room it needs: somebody exports their data in
 * Chromium, on a site whose storage keeps Forge's quotas. `npm run build` first.
 *
 *     node --import tsx bench/export.ts [--entries 10000,100000]
 */
import { parseArgs } from 'node:util';
import { peopleRows } from './scan-rows';
import { openSiteAndBrowser } from './site';
import { openMyDataOf, savedExport, someoneOf, watched, type Watched } from './watched';

async function measure(entries: number): Promise<Watched<Buffer>> {
  const opened = await openSiteAndBrowser({ entries: false });
  try {
    const { forge } = await opened.site.world();
    const accountId = someoneOf(forge);
    await forge.storage.load(forge.installations.get().storageId, peopleRows([accountId], entries));
    const myData = await openMyDataOf(opened, accountId);
    return await watched(opened.browser, forge, () => savedExport(myData));
  } finally {
    await opened.close();
  }
}

const HEAD = [
  '| entries | it takes | invocations | units | units in the busiest minute | the tab needs | the ZIP |',
  '| --: | --: | --: | --: | --: | --: | --: |',
];

const { values } = parseArgs({ options: { entries: { type: 'string', default: '10000,100000' } } });

async function main(): Promise<void> {
  console.log(HEAD.join('\n'));
  for (const entries of values.entries.split(',').map(Number)) {
    const measured = await measure(entries);
    const cells = [
      entries.toLocaleString('en'),
      `${measured.seconds.toFixed(0)} s`,
      measured.invocations.toLocaleString('en'),
      measured.readUnits.toLocaleString('en'),
      measured.unitsAMinute.toLocaleString('en'),
      `${measured.megabytes.toFixed(0)} MB`,
      `${(measured.result.byteLength / 1024 / 1024).toFixed(1)} MB`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
