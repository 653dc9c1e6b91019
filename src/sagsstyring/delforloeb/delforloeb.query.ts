import { DatoFelt, Kode, Tekst, UuidFelt } from '../../platform/http/felt.js';
import { antalAtHente, efterMarkoer, medPoster, side, type Side, Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';
import { DelforloebEntity } from './delforloeb.entity.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000005';

export class Delforloebspost {
  /** Id. */
  @UuidFelt('Id.', ID)
  id!: string;

  /** Case. */
  @UuidFelt('Sagen.', ID)
  sagId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Kind of decision. */
  @Kode('Hvilken slags afgørelse det handler om.', 'hjemgivelse', { nulbar: true })
  afgoerelseKode!: string | null;

  /** State. */
  @Tekst('Tilstand.', 'i-gang')
  tilstand!: string;

  /** Begun. */
  @DatoFelt('Begyndt.', '2019-02-01')
  dato!: string;

  /** Ended. */
  @DatoFelt('Afsluttet.', '2019-02-17', { nulbar: true })
  slut!: string | null;
}

export class Delforloebsvalg extends Sidevalg {
  /** State. */
  @Kode('Kun dem i denne tilstand.', 'i-gang', { valgfri: true })
  tilstand?: string;
}

export type Delforloebsart = 'partshoering' | 'afgoerelse' | 'buu-sag' | 'formandsafgoerelse' | 'klage' | 'aktindsigt';

/** Those of one kind, in a case or in the whole municipality, newest first. */
export async function listDelforloeb(
  sql: Sql,
  kommune: number,
  hvad: { readonly art: Delforloebsart; readonly sagId?: string; readonly udenTilstand?: string },
  valg: Delforloebsvalg,
): Promise<Side<Delforloebspost>> {
  const sporg = sql.manager
    .getRepository(DelforloebEntity)
    .createQueryBuilder('d')
    .where('d.tenantId = :kommune AND d.art = :art', { kommune, art: hvad.art })
    .orderBy('d.dato', 'DESC')
    .addOrderBy('d.id', 'DESC')
    .limit(antalAtHente(valg));
  if (hvad.sagId !== undefined) sporg.andWhere('d.sagId = :sagId', { sagId: hvad.sagId });
  if (hvad.udenTilstand !== undefined) sporg.andWhere('d.tilstand <> :uden', { uden: hvad.udenTilstand });
  if (valg.tilstand !== undefined) sporg.andWhere('d.tilstand = :tilstand', { tilstand: valg.tilstand });
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  if (efter !== undefined) {
    const [dato, id] = efter;
    sporg.andWhere('(d.dato, d.id) < (CAST(:dato AS date), CAST(:id AS uuid))', { dato, id });
  }
  const fundet = side(await sporg.getMany(), valg, (r) => [r.dato, r.id]);
  return medPoster(
    fundet,
    fundet.poster.map(({ tenantId: _tenant, art: _art, ...post }) => post),
  );
}
