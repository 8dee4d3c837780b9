/** Settings of both projects: TypeScript is only transpiled here, `npm run types` checks it. */
const common = {
  rootDir: '.',
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'mjs', 'js', 'cjs', 'json', 'node'],
  transform: {
    '\\.m?tsx?$': ['ts-jest', { tsconfig: '__tests__/tsconfig.json' }],
    '\\.mjs$': '<rootDir>/scripts/lib/jest-esm.cjs',
  },
  transformIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/.local/', '<rootDir>/static/.*/dist/'],
};

export default {
  // What tests leave behind adds up: in a process that has run a hundred files, long tests take five times as long.
  workerIdleMemoryLimit: '600MB',
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
