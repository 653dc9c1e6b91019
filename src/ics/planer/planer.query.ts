import { DatoFelt, Heltal, KodeAf, UuidFelt } from '../../platform/http/felt.js';
import { antalAtHente, efterMarkoer, medPoster, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';
import { PLANFASER, PLANTYPER } from '../plan/plan.dto.js';
import { PlanEntity } from './planer.entity.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';

export class Planpost {
  /** Id. */
  @UuidFelt('Planens id.', ID)
  planId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Kind. */
  @KodeAf('Planens type.', 'handleplan', PLANTYPER)
  plantype!: string;

  /** Law on the day it was begun. */
  @KodeAf('Loven, planen er lavet efter.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Phase. */
  @KodeAf('Fase.', 'gaeldende', PLANFASER)
  fase!: string;

  /** Number in the line of versions. */
  @Heltal('Planens nummer i rækken af versioner; 1 er den første.', 1, { min: 1 })
  planversion!: number;

  /** Begun. */
  @DatoFelt('Hvornår planen blev påbegyndt.', '2019-01-20')
  oprettet!: string;

  /** Approved. */
  @DatoFelt('Hvornår planen blev godkendt.', '2019-01-25', { nulbar: true })
  godkendt!: string | null;

  /** End. */
  @DatoFelt('Hvornår planen blev revideret eller afsluttet.', '2019-03-18', { nulbar: true })
  slut!: string | null;
}

/** Newest first, a page at a time. */
export async function listPlaner(sql: Sql, kommune: number, sagId: string, valg: Sidevalg): Promise<Side<Planpost>> {
  const sporg = sql.manager
    .getRepository(PlanEntity)
    .createQueryBuilder('p')
    .where('p.tenantId = :kommune AND p.sagId = :sagId', { kommune, sagId })
    .orderBy('p.oprettet', 'DESC')
    .addOrderBy('p.planId', 'DESC')
    .limit(antalAtHente(valg));
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  if (efter !== undefined) {
    const [dato, id] = efter;
    sporg.andWhere('(p.oprettet, p.planId) < (CAST(:dato AS date), CAST(:id AS uuid))', { dato, id });
  }
  const fundet = side(await sporg.getMany(), valg, (r) => [r.oprettet, r.planId]);
  return medPoster(
    fundet,
    fundet.poster.map(({ tenantId: _tenant, sagId: _sag, ...post }) => post),
  );
}
