/** json, not jsonb, throughout: the bytes that were hashed are the bytes that are kept. */
export const tables = `
CREATE SCHEMA es;

CREATE TABLE es.tenant (
  tenant_id int PRIMARY KEY,
  slug      text NOT NULL UNIQUE,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_at timestamptz
);

CREATE TABLE es.stream (
  tenant_id int  NOT NULL,
  stream_id uuid NOT NULL,
  kind      text NOT NULL,
  version   int  NOT NULL,                     -- number of events in the stream
  closed_at timestamptz,                       -- no append after this
  PRIMARY KEY (tenant_id, stream_id)
) WITH (fillfactor = 80);

CREATE TABLE es.event (
  tenant_id      int         NOT NULL,
  seq            bigint      NOT NULL,         -- gapless per tenant, in commit order
  stream_id      uuid        NOT NULL,
  version        int         NOT NULL,         -- 1, 2, 3 … within the stream
  type           text        NOT NULL,
  schema_version smallint    NOT NULL,
  recorded_at    timestamptz NOT NULL,         -- never decreases with seq
  data           json        NOT NULL,         -- clear fields, and under "$" one sealed blob per data subject
  meta           json        NOT NULL,         -- actor, roles, correlation, causation
  PRIMARY KEY (tenant_id, seq),
  UNIQUE (tenant_id, stream_id, version)
);

CREATE TABLE es.commit (                       -- one row per command that wrote something
  tenant_id   int         NOT NULL,
  seq         bigint      NOT NULL,            -- seq of the commit's last event = the tenant's head after it
  size        int         NOT NULL CHECK (size > 0),
  command_id  uuid        NOT NULL,            -- idempotency key
  recorded_at timestamptz NOT NULL,
  fingerprint bytea       NOT NULL CHECK (octet_length(fingerprint) = 32),
  answer      json        NOT NULL,            -- what the first answer said, so that a repeat is answered alike
  versions    json        NOT NULL,            -- stream id -> version after the commit
  hash        bytea       NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (tenant_id, seq),
  UNIQUE (tenant_id, command_id)
);
CREATE INDEX commit_recorded ON es.commit (tenant_id, recorded_at, seq);   -- kendtPr: instant -> position

CREATE TABLE es.checkpoint (
  projection text   NOT NULL,
  tenant_id  int    NOT NULL REFERENCES es.tenant,
  version    int    NOT NULL DEFAULT 1,
  schema     text   NOT NULL DEFAULT '',
  seq        bigint NOT NULL DEFAULT 0,
  failed_at  timestamptz,
  error      text,
  PRIMARY KEY (projection, tenant_id)
) WITH (fillfactor = 50);

CREATE TABLE es.subject_key (                  -- crypto-shredding: clearing wrapped_key is the erasure
  tenant_id   int   NOT NULL,
  subject_id  uuid  NOT NULL,
  kek_id      text  NOT NULL,
  wrapped_key bytea,                           -- AES-256-GCM(KEK, DEK): 12 + 32 + 16 bytes
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  shredded_at timestamptz,
  PRIMARY KEY (tenant_id, subject_id),
  CHECK ((wrapped_key IS NULL) = (shredded_at IS NOT NULL))
);

CREATE TABLE es.seal (                         -- signed heads; the same lines are kept in a file outside the database
  tenant_id int         NOT NULL,
  seq       bigint      NOT NULL,
  hash      bytea       NOT NULL,
  sealed_at timestamptz NOT NULL,
  signature bytea       NOT NULL,
  key_id    text        NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);

CREATE TABLE es.access_log (                   -- who looked at whose data
  tenant_id   int         NOT NULL,
  id          bigint      GENERATED ALWAYS AS IDENTITY,
  tid         timestamptz NOT NULL DEFAULT clock_timestamp(),
  bruger      text        NOT NULL,
  roller      text[]      NOT NULL,
  rute        text        NOT NULL,
  barn_id     uuid,
  sag_id      uuid,
  korrelation text        NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX access_log_barn ON es.access_log (tenant_id, barn_id, tid);
`;
