/** Loading the Nest stack costs about a second a file: domain tests import no Nest, and there are few, larger API tests. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
  globalSetup: '<rootDir>/test/setup/global-setup.js',
  globalTeardown: '<rootDir>/test/setup/global-teardown.js',
  testTimeout: 30000,
  // A worker is done within 25 ms of being told, with nothing left open (measured), but giving back its 300-400 MB takes
  // a busy machine more than the half second after which Jest takes it for a leak. A real leak is still told, later.
  workerGracefulExitTimeout: 10000,
};
