/** Append-only also against the owner's own slips, row-level security per municipality, and what the app's role may do. */
export const guards = `
CREATE FUNCTION es.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% on %.% is not allowed', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'ES403'; END $$;

-- ALWAYS: fires under session_replication_role = replica too
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['event', 'commit', 'seal', 'access_log'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON es.%I FOR EACH ROW EXECUTE FUNCTION es.refuse()', t);
    EXECUTE format('ALTER TABLE es.%I ENABLE ALWAYS TRIGGER append_only', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['tenant', 'stream', 'subject_key'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE ON es.%I FOR EACH ROW EXECUTE FUNCTION es.refuse()', t);
    EXECUTE format('ALTER TABLE es.%I ENABLE ALWAYS TRIGGER never_deleted', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['event', 'commit', 'seal', 'access_log', 'tenant', 'stream', 'subject_key'] LOOP
    EXECUTE format('CREATE TRIGGER never_truncated BEFORE TRUNCATE ON es.%I FOR EACH STATEMENT EXECUTE FUNCTION es.refuse()', t);
    EXECUTE format('ALTER TABLE es.%I ENABLE ALWAYS TRIGGER never_truncated', t);
  END LOOP;
END $$;

-- a stream only grows and, once closed, stays closed; the condition keeps the cost off the appends
CREATE TRIGGER only_grows BEFORE UPDATE ON es.stream FOR EACH ROW
  WHEN (NEW.tenant_id <> OLD.tenant_id OR NEW.stream_id <> OLD.stream_id OR NEW.kind <> OLD.kind OR NEW.version < OLD.version
        OR (OLD.closed_at IS NOT NULL AND (NEW.closed_at IS DISTINCT FROM OLD.closed_at OR NEW.version <> OLD.version)))
  EXECUTE FUNCTION es.refuse();
ALTER TABLE es.stream ENABLE ALWAYS TRIGGER only_grows;

-- a destroyed key stays destroyed; re-wrapping under a new key-encryption key is the only other change
CREATE TRIGGER stays_destroyed BEFORE UPDATE ON es.subject_key FOR EACH ROW
  WHEN (NEW.tenant_id <> OLD.tenant_id OR NEW.subject_id <> OLD.subject_id OR OLD.shredded_at IS NOT NULL)
  EXECUTE FUNCTION es.refuse();
ALTER TABLE es.subject_key ENABLE ALWAYS TRIGGER stays_destroyed;

-- roles belong to the cluster, not the database: another database may have made it, also in this very moment
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'es_app') THEN
    CREATE ROLE es_app LOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['stream', 'event', 'commit', 'checkpoint', 'subject_key', 'seal', 'access_log'] LOOP
    EXECUTE format('ALTER TABLE es.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant ON es.%I
      USING (tenant_id = nullif(current_setting('app.tenant', true), '')::int)
      WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::int)$p$, t);
  END LOOP;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA es FROM PUBLIC;
GRANT USAGE ON SCHEMA es TO es_app;
GRANT SELECT ON ALL TABLES IN SCHEMA es TO es_app;          -- nothing more on event, commit, stream, subject_key: only functions write there
GRANT INSERT, UPDATE, DELETE ON es.checkpoint TO es_app;
GRANT INSERT ON es.seal, es.access_log TO es_app;
GRANT EXECUTE ON FUNCTION es.append, es.open_tenant, es.close_stream, es.destroy_key, es.heads, es.digest, es.link, es.verify TO es_app;
`;
