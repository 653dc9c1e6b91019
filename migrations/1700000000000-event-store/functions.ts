export const functions = `
CREATE FUNCTION es.open_tenant(p_tenant int, p_slug text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO es.tenant (tenant_id, slug) VALUES (p_tenant, p_slug) ON CONFLICT (tenant_id) DO NOTHING;
$$;

CREATE FUNCTION es.close_tenant(p_tenant int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7401, p_tenant);
  UPDATE es.tenant SET closed_at = clock_timestamp() WHERE tenant_id = p_tenant AND closed_at IS NULL;
END $$;

CREATE FUNCTION es.close_stream(p_tenant int, p_stream uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7401, p_tenant);          -- a statement of its own: the next one must see what the lock waited for
  UPDATE es.stream SET closed_at = clock_timestamp() WHERE tenant_id = p_tenant AND stream_id = p_stream AND closed_at IS NULL;
  RETURN FOUND;
END $$;

-- under the lock of the appends: no commit can be sealed with the key between its destruction and its being seen
CREATE FUNCTION es.destroy_key(p_tenant int, p_subject uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7401, p_tenant);
  UPDATE es.subject_key SET wrapped_key = NULL, shredded_at = clock_timestamp()
   WHERE tenant_id = p_tenant AND subject_id = p_subject AND shredded_at IS NULL;
  RETURN FOUND;
END $$;

-- heads of all tenants: positions and hashes say nothing about anyone, so this may look over the wall
CREATE FUNCTION es.heads() RETURNS TABLE (tenant_id int, seq bigint, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.tenant_id, coalesce(c.seq, 0), c.hash
    FROM es.tenant t
    LEFT JOIN LATERAL (SELECT k.seq, k.hash FROM es.commit k WHERE k.tenant_id = t.tenant_id ORDER BY k.seq DESC LIMIT 1) c ON true
$$;

-- what is hashed of one event; every field before meta is free of newlines and lengths are given, so the joining is unambiguous
CREATE FUNCTION es.digest(tenant int, seq bigint, stream uuid, version int, type text, schema int, us bigint, meta text, data text)
RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(convert_to(concat_ws(E'\\n', tenant, seq, stream, version, type, schema, us, octet_length(meta), meta, data), 'UTF8'))
$$;

-- the link of one commit: what went before, the commit's own row, its events
CREATE FUNCTION es.link(prev bytea, tenant int, seq bigint, size int, command uuid, us bigint, fingerprint bytea, answer text, versions text, digests bytea)
RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(prev || convert_to(concat_ws(E'\\n', tenant, seq, size, command, us, encode(fingerprint, 'hex'),
                octet_length(answer), answer, octet_length(versions), versions), 'UTF8') || digests)
$$;

-- for an auditor with nothing but SQL; the program recomputes the same itself, for a changed function could lie
CREATE FUNCTION es.verify(p_tenant int, p_after bigint DEFAULT 0, p_to bigint DEFAULT 9223372036854775807)
RETURNS TABLE (seq bigint, problem text) LANGUAGE sql STABLE AS $$
  WITH c AS (
    SELECT c.*, lag(c.hash, 1, '') OVER w AS prev, lag(c.seq, 1, 0::bigint) OVER w AS prev_seq
      FROM es.commit c WHERE c.tenant_id = p_tenant AND c.seq <= p_to WINDOW w AS (ORDER BY c.seq)
  ), e AS (
    SELECT c.seq, count(e.seq) AS found,
           string_agg(es.digest(e.tenant_id, e.seq, e.stream_id, e.version, e.type, e.schema_version,
             (extract(epoch FROM e.recorded_at) * 1000000)::bigint, e.meta::text, e.data::text), ''::bytea ORDER BY e.seq) AS body
      FROM c LEFT JOIN es.event e ON e.tenant_id = p_tenant AND e.seq > c.seq - c.size AND e.seq <= c.seq
     WHERE c.seq > p_after GROUP BY c.seq
  )
  SELECT c.seq, CASE WHEN c.seq - c.size <> c.prev_seq THEN 'gap' WHEN e.found <> c.size THEN 'missing-event' ELSE 'hash' END
    FROM c JOIN e USING (seq)
   WHERE c.seq - c.size <> c.prev_seq OR e.found <> c.size
      OR c.hash <> es.link(c.prev, c.tenant_id, c.seq, c.size, c.command_id, (extract(epoch FROM c.recorded_at) * 1000000)::bigint,
                           c.fingerprint, c.answer::text, c.versions::text, e.body)
   ORDER BY 1 LIMIT 1
$$;
`;
