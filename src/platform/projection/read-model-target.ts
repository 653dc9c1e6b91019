import { createHash } from 'node:crypto';
import { schemaOf, type Projection } from './projection.js';

/**
 * What a set of tables was made from. The shape is part of it: whoever changes a table and forgets to raise the version
 * gets a rebuild rather than a projection that fails on a column that is not there.
 */
export function tagOf(projection: Projection): string {
  const shape = createHash('sha256').update(JSON.stringify(projection.tables)).digest('hex').slice(0, 8);
  return `${String(projection.version)}_${shape}`;
}

/** Name of the checkpoints in es.checkpoint. Each version has its own, so a process with old code finds none and stops writing. */
export function checkpointName(projection: Projection): string {
  return `${projection.name}@${tagOf(projection)}`;
}

/** Where a new version is built while the old one is read. */
export function shadowSchemaOf(projection: Projection): string {
  return `${schemaOf(projection)}__v${tagOf(projection)}`;
}
