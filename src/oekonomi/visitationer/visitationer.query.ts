import { DatoFelt, Heltal, KodeAf, UuidFelt } from '../../platform/http/felt.js';
import { antalAtHente, efterMarkoer, medPoster, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';
import { VISITATIONSFASER } from '../visitation/visitation.dto.js';
import { VisitationEntity } from './visitationer.entity.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000006';

export class Visitationspost {
  /** Id. */
  @UuidFelt('Visitationens id.', ID) visitationId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Fase.', 'til-godkendelse', VISITATIONSFASER) fase!: string;
  /** Begun. */
  @DatoFelt('Påbegyndt.', '2024-03-01') dato!: string;
  /** Cost. */
  @Heltal('Samlet forventet omkostning i øre.', 5_555_357) ialtOere!: number;
  /** Decision. */
  @DatoFelt('Afgørelse.', '2024-03-20', { nulbar: true }) afgoerelseDato!: string | null;
  /** Outcome. */
  @KodeAf('Udfald.', 'bevilget', ['bevilget', 'delvist', 'afslag'], { nulbar: true }) udfald!: string | null;
}

/** Newest first, a page at a time. */
export async function listVisitationer(
  sql: Sql,
  kommune: number,
  sagId: string,
  valg: Sidevalg,
): Promise<Side<Visitationspost>> {
  const sporg = sql.manager
    .getRepository(VisitationEntity)
    .createQueryBuilder('v')
    .where('v.tenantId = :kommune AND v.sagId = :sagId', { kommune, sagId })
    .orderBy('v.dato', 'DESC')
    .addOrderBy('v.visitationId', 'DESC')
    .limit(antalAtHente(valg));
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  if (efter !== undefined) {
    const [dato, id] = efter;
    sporg.andWhere('(v.dato, v.visitationId) < (CAST(:dato AS date), CAST(:id AS uuid))', { dato, id });
  }
  const fundet = side(await sporg.getMany(), valg, (r) => [r.dato, r.visitationId]);
  return medPoster(
    fundet,
    fundet.poster.map(({ tenantId: _tenant, sagId: _sag, ialtOere, ...post }) => ({
      ...post,
      ialtOere: Number(ialtOere),
    })),
  );
}
