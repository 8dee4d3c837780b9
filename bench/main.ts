/**
 * Measures what the app costs, prints it beside what docs/performance.md says, and writes it there if asked to:
 *
 *     npm run bench [-- NAME…] [--data FILE] [--long] [--write]
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';

const ROOT = path.join(__dirname, '..');
const PAGE = path.join(ROOT, 'docs', 'performance.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, long: { type: 'boolean' }, write: { type: 'boolean' } },
});

const ofFile = values.data === undefined ? [] : ['--data', path.resolve(values.data)];

/** The programs of this folder by the name of their table, with what they are given. */
const PROGRAMS: Record<string, string[]> = {
  pages: [],
  export: [],
  import: [],
  erasure: ofFile,
  scan: ['--people', values.long ? '1600,10000,100000' : '1600,10000'],
  retention: ofFile,
  reporting: ['--accounts', values.long ? '1599,100000,1000000' : '1599,100000', '--memory', '128'],
};

/** What a program prints, as it prints it. @throws Error where it fails */
function run(name: string): Promise<string> {
  const file = path.join(ROOT, 'bench', `${name}.ts`);
  const program = spawn(process.execPath, ['--import', 'tsx', file, ...(PROGRAMS[name] ?? [])], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  program.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  return new Promise((resolve, reject) => {
    program.once('exit', (code) => {
      if (code === 0) resolve(output.trim());
      else reject(new Error(`bench/${name}.ts failed.`));
    });
  });
}

/** Where docs/performance.md holds what a program printed. */
const placeOf = (name: string): RegExp =>
  new RegExp(`(<!-- measured: ${name} -->\n)([^]*?)(\n<!-- end of ${name} -->)`);

async function written(page: string, name: string, output: string): Promise<string> {
  const text = page.replace(
    placeOf(name),
    (_, start: string, __, end: string) => `${start}\n${output}\n${end}`,
  );
  return format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE });
}

async function main(): Promise<void> {
  const names = positionals.length > 0 ? positionals : Object.keys(PROGRAMS);
  const unknown = names.find((name) => PROGRAMS[name] === undefined);
  if (unknown !== undefined) {
    throw new Error(`There is no bench “${unknown}”. There are: ${Object.keys(PROGRAMS).join(', ')}.`);
  }
  for (const name of names) {
    const page = readFileSync(PAGE, 'utf8');
    const said = placeOf(name).exec(page)?.[2]?.trim();
    if (said === undefined) throw new Error(`docs/performance.md has no place for “${name}”.`);
    console.log(`\n${name}, as docs/performance.md says:\n\n${said}\n\n${name}, as measured now:\n`);
    const output = await run(name);
    if (values.write) writeFileSync(PAGE, await written(page, name, output));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
