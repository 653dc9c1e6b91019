import { startEmbeddedPostgres } from '../../src/platform/db/embedded-postgres.js';

/** A process of its own for tests of several processes on one folder: starts, says its port, stops on SIGTERM. */
const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', settings: { shared_buffers: '16MB' } });
process.stdout.write(`port ${String(server.port)}\n`);
const keepAlive = setInterval(() => undefined, 60_000);
process.once('SIGTERM', () => {
  clearInterval(keepAlive);
  void server.stop();
});
