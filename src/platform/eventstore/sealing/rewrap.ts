import { type Pool } from 'pg';
import { type StoreKeys } from './key-file.js';
import { unwrapKey, wrapKey } from './wrapping.js';

const AT_A_TIME = 1000;

/**
 * Wraps the keys of all data subjects with the current key-encryption key, as the database's owner: the application may not
 * change them. What was sealed is untouched. Safe to stop and to run again, and while others write: a key that was destroyed
 * meanwhile stays destroyed, and a process that remembers the old wrapping is told so by its next append. Answers how many
 * were wrapped anew.
 */
export async function rewrapSubjectKeys(
  owner: Pool,
  keys: Pick<StoreKeys, 'kek' | 'retiredKeks'>,
  progress: (done: number) => void = () => undefined,
): Promise<number> {
  for (let done = 0; ;) {
    const { rows } = await owner.query<{ tenant: number; subject: string; kek: string; wrapped: Buffer }>(
      `SELECT tenant_id AS tenant, subject_id AS subject, kek_id AS kek, wrapped_key AS wrapped
         FROM es.subject_key WHERE kek_id <> $1 AND wrapped_key IS NOT NULL LIMIT $2`,
      [keys.kek.id, AT_A_TIME],
    );
    if (rows.length === 0) return done;
    const anew = rows.map(({ tenant, subject, kek, wrapped }) =>
      wrapKey(keys.kek, tenant, subject, unwrapKey(keys, tenant, { subjectId: subject, kekId: kek, wrapped })),
    );
    const { rowCount } = await owner.query(
      `UPDATE es.subject_key k SET kek_id = $1, wrapped_key = u.anew
         FROM unnest($2::int[], $3::uuid[], $4::text[], $5::bytea[]) u(tenant, subject, kek, anew)
        WHERE k.tenant_id = u.tenant AND k.subject_id = u.subject AND k.kek_id = u.kek AND k.wrapped_key IS NOT NULL`,
      [
        keys.kek.id,
        rows.map(({ tenant }) => tenant),
        rows.map(({ subject }) => subject),
        rows.map(({ kek }) => kek),
        anew.map(({ wrapped }) => wrapped),
      ],
    );
    done += rowCount ?? 0;
    progress(done);
  }
}
