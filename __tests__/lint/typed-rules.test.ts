import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tseslint from 'typescript-eslint';

interface Oxlint {
  overrides: { files: string[]; rules: Record<string, unknown> }[];
}

const ROOT = path.join(__dirname, '../..');
const CONFIG = path.join(ROOT, '.oxlintrc.json');
const config = readFileSync(CONFIG, 'utf8');
const [typed] = (JSON.parse(config) as Oxlint).overrides;
const needTypes = Object.keys(tseslint.configs.disableTypeChecked.rules ?? {});
const recommended = tseslint.configs.recommendedTypeChecked.flatMap(({ rules = {} }) => Object.keys(rules));

/** An async function without await keeps an interface's promise. */
const NOT_OURS = ['@typescript-eslint/require-await'];

test('oxlint looks for all that typescript-eslint recommends and finds by types alone', () => {
  const wanted = recommended.filter((rule) => needTypes.includes(rule) && !NOT_OURS.includes(rule));
  expect(wanted.length).toBeGreaterThan(20);
  const ours = Object.keys(typed?.rules ?? {}).map((rule) =>
    rule.replace(/^typescript/, '@typescript-eslint'),
  );
  expect(ours).toEqual(expect.arrayContaining(wanted));
  expect(typed?.files).toEqual(['**/*.{ts,tsx,mts}']);
});

test('files that import each other are refused, even if they only share types', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'circle-'));
  writeFileSync(path.join(folder, 'one.ts'), "import type { Two } from './two';\nexport type One = Two[];\n");
  writeFileSync(
    path.join(folder, 'two.ts'),
    "import type { One } from './one';\nexport type Two = One | 2;\n",
  );
  const oxlint = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const { status, stdout } = spawnSync(process.execPath, [oxlint, '--config', CONFIG, folder], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect(stdout.match(/import\(no-cycle\)/g)).toHaveLength(2);
  expect(status).not.toBe(0);
});
