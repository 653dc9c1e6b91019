import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { appendFunction } from './1700000000000-event-store/append.js';
import { functions } from './1700000000000-event-store/functions.js';
import { guards } from './1700000000000-event-store/guards.js';
import { tables } from './1700000000000-event-store/tables.js';

/** The event store: one database, many municipalities. Explicit SQL that PostgreSQL 15 and newer take. */
export class EventStore1700000000000 implements MigrationInterface {
  name = 'EventStore1700000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [tables, functions, appendFunction, guards]) {
      await queryRunner.query(sql);
    }
  }

  down(): Promise<void> {
    // Rolling this back would delete every case of every municipality; forvaltningen's duty to keep its files forbids it.
    return Promise.reject(new Error('The event log is never taken down by a migration.'));
  }
}
