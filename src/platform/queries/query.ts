import { type EntityManager } from 'typeorm';
import { type Aktoer } from '../auth/actor.js';

/** Typed SQL inside the municipality's row-level wall; every statement also says `tenant_id = $n` itself. */
export interface Sql {
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<readonly R[]>;
  /** TypeORM on the same connection and transaction, for entities of read models. Say `tenantId` in every query here too. */
  readonly manager: EntityManager;
}

/** Who looked at whose data: written in the same transaction as the read. */
export interface AccessLogEntry {
  readonly barnId: string;
  readonly sagId?: string;
}

/**
 * The one query class on Nest's query bus. The generic handler opens a transaction in the municipality, waits for
 * `Haendelsesposition` when one was sent, runs `read`, writes the access log from `accessed`, and commits.
 */
export class RunQuery<T> {
  constructor(
    readonly request: {
      readonly aktoer: Aktoer;
      readonly korrelation: string;
      readonly route: string;
      readonly waitForPosition?: number;
      readonly context: string;
    },
    readonly options: {
      readonly read: (sql: Sql) => Promise<T>;
      /** Children whose data the answer holds; an empty list only for data that is about no child. */
      readonly accessed: (result: T) => readonly AccessLogEntry[];
    },
  ) {}
}
