import { DatoFelt, KodeAf, UuidFelt } from '../../platform/http/felt.js';
import { antalAtHente, efterMarkoer, medPoster, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';
import { UndersoegelseEntity } from './undersoegelser.entity.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';

export class Undersoegelsespost {
  /** Id. */
  @UuidFelt('Undersøgelsens id.', ID)
  bfuId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Form. */
  @KodeAf('Afdækning efter § 19 eller børnefaglig undersøgelse.', 'bfu', ['afdaekning', 'bfu'])
  form!: string;

  /** Earlier investigation. */
  @UuidFelt('Den tidligere undersøgelse, som denne reviderer.', ID, { nulbar: true })
  reviderer!: string | null;

  /** Law of the decision. */
  @KodeAf('Loven på afgørelsesdagen.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Phase. */
  @KodeAf('Fase.', 'i-gang', ['i-gang', 'afsluttet', 'afbrudt'])
  fase!: string;

  /** Awareness. */
  @DatoFelt('Hvornår kommunen blev opmærksom på behovet.', '2018-11-01')
  opmaerksomDato!: string;

  /** Decision. */
  @DatoFelt('Hvornår undersøgelsen blev besluttet.', '2018-11-12')
  afgoerelseDato!: string;

  /** End. */
  @DatoFelt('Hvornår den blev godkendt eller afbrudt.', '2019-01-18', { nulbar: true })
  slutDato!: string | null;
}

/** Newest first, a page at a time. */
export async function listUndersoegelser(
  sql: Sql,
  kommune: number,
  sagId: string,
  valg: Sidevalg,
): Promise<Side<Undersoegelsespost>> {
  const sporg = sql.manager
    .getRepository(UndersoegelseEntity)
    .createQueryBuilder('u')
    .where('u.tenantId = :kommune AND u.sagId = :sagId', { kommune, sagId })
    .orderBy('u.afgoerelseDato', 'DESC')
    .addOrderBy('u.bfuId', 'DESC')
    .limit(antalAtHente(valg));
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  if (efter !== undefined) {
    const [dato, id] = efter;
    sporg.andWhere('(u.afgoerelseDato, u.bfuId) < (CAST(:dato AS date), CAST(:id AS uuid))', { dato, id });
  }
  const fundet = side(await sporg.getMany(), valg, (r) => [r.afgoerelseDato, r.bfuId]);
  return medPoster(
    fundet,
    fundet.poster.map(({ tenantId: _tenant, sagId: _sag, ...post }) => post),
  );
}
