/**
 * Each worker runs its test files in plain Node, one after another, and loads the product once: in Jest's own runner every
 * file loads the Nest stack anew, which took 163 s instead of 97 s for the journeys. The price is that the files of a worker
 * share their globals and that there are no time limits for a test: what waits, waits with a limit of its own.
 */
export default {
  runner: 'jest-light-runner/child-process',
  // Here and not on the command line, where a second --maxWorkers would make a list of it and a process for every test file.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/setup/slowest-first.js',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  globalSetup: '<rootDir>/test/setup/global-setup.js',
  globalTeardown: '<rootDir>/test/setup/global-teardown.js',
};
