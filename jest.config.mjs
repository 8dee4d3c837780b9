/** Settings of both projects: TypeScript is only transpiled here, `npm run types` checks it. */
const common = {
  rootDir: '.',
  testEnvironment: '<rootDir>/__tests__/setup/test-environment.ts',
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'mjs', 'js', 'cjs', 'json', 'node'],
  transform: {
    '\\.m?tsx?$': ['ts-jest', { tsconfig: '__tests__/tsconfig.json' }],
    '(\\.mjs|@noble/hashes/.*\\.js)$': '<rootDir>/scripts/lib/jest-esm.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
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
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/__tests__/local-site/**/*.test.ts'],
    },
  ],
};
