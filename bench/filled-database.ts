import { join } from 'node:path';
import { Client } from 'pg';
import { type FillInput, type FillResult } from './fill.js';
import { dataFolderOf } from './product.js';
import { type BenchDatabase, type Surroundings } from './surroundings.js';

/** Fills a municipality with cases and sees to it that the planner knows of them, as autovacuum does within minutes. */
export async function fill(
  surroundings: Surroundings,
  database: BenchDatabase,
  { kommune, cases }: { readonly kommune: number; readonly cases: number },
  progress: (text: string) => void,
): Promise<FillResult> {
  const result = await surroundings.processes.run<FillResult>(
    'fill.js',
    {
      appUrl: database.appUrl,
      keyFile: join(dataFolderOf(surroundings, database), 'noegler.json'),
      kommune,
      cases,
    } satisfies FillInput,
    progress,
  );
  await analyze(database);
  return result;
}

export async function analyze(database: BenchDatabase): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query('VACUUM ANALYZE');
  } finally {
    await owner.end();
  }
}
