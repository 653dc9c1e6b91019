import { antalAtHente, efterMarkoer, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';
import { SagEntity, type Sagsraekke } from './sager.entity.js';

export interface Sagsfilter extends Sidevalg {
  readonly sagsbehandler?: string;
  readonly team?: string;
  readonly omraade?: string;
  readonly tilstand?: string;
  readonly barnId?: string;
  readonly overdragesTil?: string;
}

const FILTRE = ['sagsbehandler', 'team', 'omraade', 'tilstand', 'barnId', 'overdragesTil'] as const;

/** Newest first, a page at a time. */
export async function listSager(sql: Sql, kommune: number, valg: Sagsfilter): Promise<Side<Sagsraekke>> {
  const sporg = sql.manager
    .getRepository(SagEntity)
    .createQueryBuilder('s')
    .where('s.tenantId = :kommune', { kommune })
    .orderBy('s.oprettet', 'DESC')
    .addOrderBy('s.sagId', 'DESC')
    .limit(antalAtHente(valg));
  for (const filter of FILTRE) {
    const vaerdi = valg[filter];
    if (vaerdi !== undefined) sporg.andWhere(`s.${filter} = :${filter}`, { [filter]: vaerdi });
  }
  const efter = efterMarkoer(valg, ['dato', 'uuid'] as const);
  if (efter !== undefined)
    sporg.andWhere('(s.oprettet, s.sagId) < (CAST(:oprettet AS date), CAST(:id AS uuid))', {
      oprettet: efter[0],
      id: efter[1],
    });
  return side(await sporg.getMany(), valg, (r) => [r.oprettet, r.sagId]);
}
