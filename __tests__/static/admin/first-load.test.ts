import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const assets = path.join(__dirname, '..', '..', '..', 'static', 'admin', 'dist', 'assets');

/** A chunk by its name in the source, with everything it imports at once. */
function withImports(file: string, found: Set<string>): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(path.join(assets, file), 'utf8');
  for (const [, imported = ''] of code.matchAll(/\b(?:import|from)\s*"\.\/([^"]+\.js)"/g)) {
    withImports(imported, found);
  }
  return found;
}

const chunk = (name: string): string => {
  const file = readdirSync(assets).find((each) => each.startsWith(`${name}-`) && each.endsWith('.js'));
  if (file === undefined) throw new Error(`Nothing was built for ${name}.`);
  return file;
};
const kilobytes = (file: string) =>
  gzipSync(readFileSync(path.join(assets, file)), { level: 9 }).byteLength / 1024;

// The page itself is a chunk of its own, because the get-started page needs none of it: it is weighed here.
it('sends less than 130 KB before the administration page shows, all style sheets included', () => {
  const scripts = withImports(chunk('administration-page'), withImports(chunk('index'), new Set()));
  const styles = readdirSync(assets).filter((file) => file.endsWith('.css'));
  expect(styles.length).toBeGreaterThan(0);
  const sum = [...scripts, ...styles].reduce((total, file) => total + kilobytes(file), 0);
  expect(sum).toBeGreaterThan(60);
  expect(sum).toBeLessThan(130);
});

it('keeps the page of one person, the audit log and the ZIP packer for when they are needed', () => {
  const scripts = withImports(chunk('administration-page'), withImports(chunk('index'), new Set()));
  for (const name of ['person-page', 'audit-tab', 'processing-tab', 'notice-tab', 'pack']) {
    expect(scripts).not.toContain(chunk(name));
  }
});
