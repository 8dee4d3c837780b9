import { defineConfig } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { fileNameRule } from './scripts/lint/file-name-rule.mjs';
import { wallRule } from './scripts/lint/wall-rule.mjs';

const house = defineConfig({
  files: ['**/*.{js,cjs,mjs,ts,tsx,mts}'],
  plugins: { house: { rules: { walls: wallRule, 'file-name': fileNameRule } } },
  // Nothing is excused in place: a rule that is wrong is changed here, for all.
  linterOptions: { noInlineConfig: true },
  rules: {
    // For oxlint, which knows no other way.
    'no-warning-comments': ['error', { terms: ['eslint-disable', 'oxlint-disable'] }],
    'house/walls': 'error',
    'house/file-name': 'error',
    'max-lines': ['error', 250],
    'max-lines-per-function': ['error', 60],
    complexity: ['error', { max: 12, variant: 'modified' }],
    'max-depth': ['error', 4],
    'max-params': ['error', 5],
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
  },
});

/** What needs types is in .oxlintrc.json. */
const typescript = defineConfig({
  files: ['**/*.{ts,tsx,mts}'],
  extends: [tseslint.configs.recommended],
  rules: {
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
  },
});

/** The contract is shared with the browser and must cost it nothing. */
const contract = defineConfig({
  files: ['src/contract.ts', 'src/contract/**'],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: 'ImportDeclaration[importKind!="type"]', message: 'The contract imports types only.' },
    ],
  },
});

/** What only the deployed code has to keep: it runs for several installations and has no way out. */
const deployed = defineConfig({
  files: ['src/**'],
  rules: {
    'no-restricted-globals': ['error', 'fetch', 'process', 'setInterval'],
    'no-restricted-syntax': [
      'error',
      {
        selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
        message: "One process serves several installations: no tenant's data at module level.",
      },
      {
        selector: 'MemberExpression[object.name="Promise"][property.name=/^(all|race|any)$/]',
        message: 'A call must not outlive its function: use `together`.',
      },
      {
        selector: 'MemberExpression[property.name="nextCursor"]',
        message: 'Only an absent cursor is the end of a listing: use `everyPage`.',
      },
    ],
  },
});

/** The one loop that follows cursors. */
const paging = defineConfig({
  files: ['src/storage/every-page.ts'],
  rules: { 'no-restricted-syntax': 'off' },
});

/** React calls what an effect gives back once the component is gone; browsers began to give back promises. */
const pages = defineConfig({
  files: ['static/**/*.{ts,tsx}'],
  extends: [reactHooks.configs.flat.recommended],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector:
          'CallExpression[callee.name=/^use(Layout)?Effect$/] > ArrowFunctionExpression > :not(BlockStatement, ArrowFunctionExpression).body',
        message:
          'What an effect gives back is its clean-up: put a call in braces, and return what cleans up.',
      },
    ],
  },
});

const tests = defineConfig({
  files: ['__tests__/**'],
  extends: [jest.configs['flat/recommended']],
  rules: {
    // A describe block is a chapter, not a function.
    'max-lines-per-function': 'off',
    'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert'] }],
    'jest/no-standalone-expect': 'off',
  },
});

export default defineConfig(
  { ignores: ['node_modules/', '.local/', '**/dist/', 'coverage/'] },
  house,
  typescript,
  pages,
  deployed,
  paging,
  contract,
  tests,
);
