import './register-typescript.js';

/** One PostgreSQL for the whole run; each test file clones its own database from the template made here. */
export default async function globalSetup() {
  const { startTestCluster } = await import('./test-cluster.ts');
  globalThis.stopTestCluster = await startTestCluster();
}
