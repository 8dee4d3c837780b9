import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const root = path.join(__dirname, '..', '..', 'static');

/** Everything the browser fetches before a page shows: what index.html names and what those files import. */
function filesAtLoad(page: string): string[] {
  const folder = path.join(root, page, 'dist');
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map((match) =>
    path.join(folder, match[1] ?? ''),
  );
  const found = new Set<string>();
  for (let file = named.pop(); file !== undefined; file = named.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (file.endsWith('.js')) named.push(...staticImports(file));
  }
  return [...found];
}

function staticImports(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/\b(?:import|from)\s*"(\.[^"]+\.js)"/g)].map((match) =>
    path.join(path.dirname(file), match[1] ?? ''),
  );
}

const kilobytes = (file: string) => gzipSync(readFileSync(file), { level: 9 }).byteLength / 1024;

describe('what is sent to the browser (gzip)', () => {
  it.each([
    ['panel', 35],
    ['my-time', 35],
    ['my-data', 110],
    ['admin', 110],
  ])('%s: less than %d KB', (page, budget) => {
    // Without a build there is nothing to weigh: `npm test` builds first.
    expect(existsSync(path.join(root, page, 'dist', 'index.html'))).toBe(true);
    const files = filesAtLoad(page);
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(files.some((file) => file.endsWith('.css'))).toBe(true);
    expect(files.reduce((sum, file) => sum + kilobytes(file), 0)).toBeLessThan(budget);
  });

  it.each(['panel', 'my-time', 'my-data', 'admin'])(
    '%s: no inline script or style, and relative addresses only',
    (page) => {
      const html = readFileSync(path.join(root, page, 'dist', 'index.html'), 'utf8');
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
      expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1])).toEqual(
        expect.arrayContaining([expect.stringMatching(/^\.\//)]),
      );
      expect(html).not.toMatch(/(?:src|href)="(?!\.\/)/);
    },
  );

  it.each(['my-data', 'admin'])('%s: no button that says in English that it waits', (page) => {
    const folder = path.join(root, page, 'dist', 'assets');
    const sent = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
    expect(sent.some((code) => code.includes('common.button-waits'))).toBe(true);
    expect(sent.filter((code) => code.includes(', Loading'))).toEqual([]);
  });
});
