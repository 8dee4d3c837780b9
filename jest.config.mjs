/** Settings of both projects: TypeScript is only transpiled here, `npm run types` checks it. */
const common = {
  rootDir: '.',
  testEnvironment: '<rootDir>/__tests__/setup/test-environment.ts',
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'mjs', 'js', 'cjs', 'json', 'node'],
  transform: {
    // Digests are ts-jest's, whose exports are values: esbuild's are functions, called at each step of a digest.
    '(\\.m?tsx?|@noble/hashes/.*\\.js)$': ['ts-jest', { tsconfig: '__tests__/tsconfig.json' }],
    '(\\.mjs|(@formatjs|intl-messageformat)/.*\\.js)$': '<rootDir>/scripts/lib/jest-esm.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!@noble/|@formatjs/|intl-messageformat/)'],
  modulePathIgnorePatterns: ['<rootDir>/.local/', '<rootDir>/static/.*/dist/'],
};

export default {
  // Test files leave memory behind, so a process that has grown beyond this is renewed between two files.
  workerIdleMemoryLimit: '1200MB',
  testSequencer: '<rootDir>/scripts/lib/longest-first.cjs',
  projects: [
    {
      ...common,
      displayName: 'manifest',
      testMatch: ['<rootDir>/__tests__/manifest/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'node',
      testMatch: ['<rootDir>/__tests__/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/(local-site|manifest)/'],
      setupFiles: ['<rootDir>/__tests__/setup/forge-globals.ts'],
      // The code of pages says what it says in English, as on a page that has loaded its words.
      moduleNameMapper: {
        '^(\\.{1,2}/)+(shared/)?words/words$': '<rootDir>/__tests__/setup/words-in-english.ts',
      },
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/__tests__/local-site/**/*.test.ts'],
    },
  ],
};
