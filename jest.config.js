// One transform for TypeScript and TSX; native ES modules, so that what is tested is what ships.
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
  },
];
const base = {
  testEnvironment: 'node',
  // Jest looks through nothing else: not through all files of packages, for each project at each of its starts.
  roots: ['src', 'client', 'dashboard', 'tests', 'bench'].map((folder) => `<rootDir>/${folder}`),
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': swc },
};
const slow = ['<rootDir>/tests/e2e/', '<rootDir>/tests/process/'];

export default {
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  workerIdleMemoryLimit: '700MB',
  testTimeout: process.env.SOAK === 'full' ? 3_600_000 : 60_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'], testPathIgnorePatterns: slow },
    // Starts the built service as a process of its own (dist/), as it ships.
    { ...base, displayName: 'process', testMatch: ['<rootDir>/tests/process/**/*.test.ts'] },
    // Drives real browsers.
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/support/browser-environment.mjs',
    },
  ],
};
