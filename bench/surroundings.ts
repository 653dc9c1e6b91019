import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clusterPaths } from '../src/platform/db/cluster-folder.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
  stopAbandonedPostgres,
} from '../src/platform/db/embedded-postgres.js';
import { migrate } from '../src/platform/db/migrate.js';
import { APP_ROLE, derivePassword, ensureAppLogin, ensureOwnerDatabase } from '../src/platform/db/roles.js';
import { ChildProcesses } from './child-processes.js';

/** A migrated database in the bench's own server. */
export interface BenchDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The PostgreSQL that all parties share, in a folder that is made for the run and thrown away after it. */
export class Surroundings {
  readonly processes: ChildProcesses;
  /** The server's own folder. */
  readonly cluster: string;
  private stopping: Promise<void> | undefined;

  private constructor(
    readonly folder: string,
    private readonly server: EmbeddedPostgres,
  ) {
    this.cluster = clusterPaths(join(folder, 'postgres')).cluster;
    this.processes = new ChildProcesses(join(folder, 'log'));
  }

  /** On the disk that the product would use: in a folder in memory every commit is free, and nothing would be measured. */
  static async open(given = 'data/bench'): Promise<Surroundings> {
    const folder = resolve(given);
    const cluster = join(folder, 'postgres');
    // What a killed run left.
    if (!(await stopAbandonedPostgres(cluster))) throw new Error(`Another run uses ${folder}`);
    rmSync(folder, { recursive: true, force: true });
    // The product's own settings, durable ones: fsync, full_page_writes and synchronous_commit are on.
    const server = await startEmbeddedPostgres({ dataDir: cluster, settings: { max_connections: '300' } });
    return new Surroundings(folder, server);
  }

  get superuserUrl(): string {
    return this.server.superuserUrl;
  }

  async database(name: string): Promise<BenchDatabase> {
    const ownerUrl = await ensureOwnerDatabase(this.server.superuserUrl, name);
    await migrate(ownerUrl);
    // As the product itself works it out when it is given a DATABASE_URL.
    const appUrl = await ensureAppLogin(ownerUrl, derivePassword(new URL(ownerUrl).password, APP_ROLE));
    return { name, ownerUrl, appUrl };
  }

  /** Ends every process and removes the folder; may be called again while it is under way. */
  close(): Promise<void> {
    this.stopping ??= (async () => {
      await this.processes.stopAll();
      await this.server.stop();
      rmSync(this.folder, { recursive: true, force: true });
    })();
    return this.stopping;
  }
}
