import { readFileSync } from 'node:fs';
import path from 'node:path';
import { forgeTool } from './forge-tool';
import { MOST_BUNDLE_BYTES } from '../../scripts/doctor/tools';
import { root } from './read-manifest';

interface Bundle {
  bytes: number;
  sources: string[];
}

const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { dev?: boolean }>;
};

let bundle: Bundle;
let sources: string[];

beforeAll(async () => {
  bundle = await forgeTool<Bundle>('bundle.cjs');
  // webpack:///./src/a.ts → src/a.ts; what webpack adds itself has no file.
  sources = bundle.sources
    .map((source) => source.replace(/^webpack:\/\/[^/]*\/(\.\/)?/, ''))
    .filter((source) => !/^(webpack\/|external )/.test(source));
}, 240_000);

/** The folder of the package a bundled file belongs to, as package-lock.json names it. */
const packageFolder = (source: string) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];

describe('what a deploy would upload', () => {
  it('holds the app', () => {
    expect(sources).toContain('src/index.ts');
    expect(sources).toContain('src/data-map.ts');
  });

  it('holds nothing of this project but src/ and the words that functions say', () => {
    const own = sources.filter((source) => !source.includes('node_modules/'));
    expect(own.filter((source) => !/^(src\/|words\/\w+\/(data|notice)\.json$)/.test(source))).toEqual([]);
  });

  it('holds no package that is only for development', () => {
    const folders = [...new Set(sources.map(packageFolder).filter((folder) => folder !== undefined))];
    expect(folders).not.toEqual([]);
    expect(folders.filter((folder) => packages[folder]?.dev === true)).toEqual([]);
    expect(folders.filter((folder) => !(folder in packages))).toEqual([]);
  });

  it(`is no larger than ${MOST_BUNDLE_BYTES} bytes`, () => {
    expect(bundle.bytes).toBeLessThan(MOST_BUNDLE_BYTES);
  });
});
