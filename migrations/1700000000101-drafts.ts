import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Texts that are being written and are not yet part of the case: kept for the writer, replaced as they grow, gone when the
 * finished text is recorded as an event. Behind the same wall as the log and sealed with the same keys (ADR 0101).
 */
const up = `
CREATE TABLE es.draft (
  tenant_id   int         NOT NULL,
  document_id uuid        NOT NULL,            -- the stream that the finished text will be recorded in
  field       text        NOT NULL CHECK (char_length(field) BETWEEN 1 AND 80),
  subject_id  uuid        NOT NULL,            -- whose key seals it
  version     int         NOT NULL CHECK (version > 0),
  sealed      bytea       NOT NULL,
  saved_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  saved_by    text        NOT NULL,
  PRIMARY KEY (tenant_id, document_id, field),
  FOREIGN KEY (tenant_id, subject_id) REFERENCES es.subject_key
) WITH (fillfactor = 70);
ALTER TABLE es.draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON es.draft
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::int)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
GRANT SELECT, INSERT, UPDATE, DELETE ON es.draft TO es_app;
`;

export class Drafts1700000000101 implements MigrationInterface {
  name = 'Drafts1700000000101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(up);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE es.draft');
  }
}
