/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/neo4j-server/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/test/neo4j-server/jest-global-teardown.mjs',
  // Tests that run the built command line, a server or a browser take as long as a busy machine lets them.
  testTimeout: 60_000,
  // Much of a test is waiting for the Neo4j server, the command line or the browser: Jest's default leaves a core idle.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/neo4j-server/one-at-a-time-sequencer.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
};
