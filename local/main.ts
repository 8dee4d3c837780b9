import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { nameOf, openApp } from './app/folder';
import { EntryFileError } from './data/file-faults';
import { readEntries } from './data/read-entries';
import { LocalForgeError } from './errors';
import { readOwnAnswers } from './jira/own-answers';
import { ArgumentsError, readArguments, USAGE } from './site/arguments';
import { DirectoryInUse } from './site/directory-lock';
import { PortTaken } from './site/http-server';
import { startSite, type Site, type SiteOptions } from './site/site';
import { terminalReport } from './site/terminal-report';
import type { EntryFile, Reporter } from './site/world';

const ROOT = path.join(__dirname, '..');

async function readFileOfEntries(file: string, report: Reporter): Promise<EntryFile> {
  const name = path.basename(file);
  report.step(`Reading ${name}`);
  const read = await readEntries(file, (share) => report.progress('file', share));
  const digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { name, digest, ...read };
}

/** What a site serves, and where it keeps it. */
type Served = Pick<
  SiteOptions,
  'directory' | 'files' | 'manifestFile' | 'root' | 'keptRowsIn' | 'jiraAnswers'
>;

/** This app, with its time entries. */
const OWN: Served = {
  directory: path.join(ROOT, '.local', 'data'),
  files: { index: path.join(ROOT, '.local', 'build', 'app.cjs') },
  manifestFile: path.join(ROOT, 'manifest.yml'),
  root: ROOT,
  keptRowsIn: path.join(ROOT, '.local', 'made-up-year'),
};

async function otherApp(folder: string, jira: string | undefined, report: Reporter): Promise<Served> {
  report.step(`Bundling the app in ${folder}`);
  const kept = path.join(ROOT, '.local', 'apps', nameOf(folder));
  return {
    ...(await openApp(folder, path.join(kept, 'bundles'))),
    directory: path.join(kept, 'data'),
    jiraAnswers: jira === undefined ? undefined : readOwnAnswers(path.resolve(jira)),
  };
}

async function start(args: string[], report: Reporter): Promise<Site> {
  const { port, reset, data, directory, app, jira } = readArguments(args);
  // File and folder are checked before anything is touched: a broken one changes nothing.
  const file = data === undefined ? undefined : await readFileOfEntries(path.resolve(data), report);
  const served = app === undefined ? OWN : await otherApp(app, jira, report);
  return startSite({
    ...served,
    port,
    reset,
    directory: path.resolve(directory ?? served.directory),
    report,
    onListening: ({ frameOrigin }) => console.log(`Open ${frameOrigin}: it says how far the loading is.`),
    ...(file ? { file } : {}),
  });
}

/** What to tell whoever started the site; anything unexpected is shown in full. */
function explanation(error: unknown): string {
  if (error instanceof PortTaken) {
    const free =
      error.next === undefined
        ? ''
        : ` The next free one is ${error.next}: use --port ${error.next}, with the other flags as they are.`;
    return `${error.message}${free}`;
  }
  if (error instanceof ArgumentsError) return `${error.message}\n\n${USAGE}`;
  const hasCure = [EntryFileError, DirectoryInUse, LocalForgeError].some((kind) => error instanceof kind);
  if (error instanceof Error && hasCure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function main(): Promise<void> {
  const report = terminalReport(process.stdout);
  const site = await start(process.argv.slice(2), report);
  report.end();
  const { notModelled } = (await site.world()).forge.manifest;
  if (notModelled.length > 0) {
    console.log(
      `\nThe manifest asks for what is not modelled here:\n${notModelled.map((part) => `  - ${part}`).join('\n')}`,
    );
  }
  console.log(`\nThe local Jira site answers at ${site.addresses.frameOrigin}\nStop it with Ctrl-C.`);
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    console.log('\nClosing. What was entered is kept.');
    void site.close().then(() => process.exit(0));
  };
  process.on('SIGINT', close).on('SIGTERM', close);
}

main().catch((error: unknown) => {
  console.error(`\n${explanation(error)}`);
  process.exitCode = 1;
});
