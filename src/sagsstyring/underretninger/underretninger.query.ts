import { Temporal } from 'temporal-polyfill';
import { antalAtHente, efterMarkoer, side, type Side, type Sidevalg } from '../../platform/http/paging.js';
import { type Sql } from '../../platform/queries/query.js';
import { UnderretningEntity, type Underretningsraekke } from './underretninger.entity.js';

export interface Underretningsfilter extends Sidevalg {
  readonly tilstand?: string;
  readonly modtagetFra?: string;
  readonly modtagetTil?: string;
  readonly barnId?: string;
}

/** The first instant of the local day in Copenhagen. */
function dagensStart(dato: string, dageFrem = 0): string {
  return Temporal.PlainDate.from(dato)
    .add({ days: dageFrem })
    .toZonedDateTime('Europe/Copenhagen')
    .toInstant()
    .toString();
}

/** Newest first, a page at a time. */
export async function listUnderretninger(
  sql: Sql,
  kommune: number,
  valg: Underretningsfilter,
): Promise<Side<Underretningsraekke>> {
  const sporg = sql.manager
    .getRepository(UnderretningEntity)
    .createQueryBuilder('u')
    .where('u.tenantId = :kommune', { kommune })
    .orderBy('u.modtaget', 'DESC')
    .addOrderBy('u.underretningId', 'DESC')
    .limit(antalAtHente(valg));
  if (valg.tilstand !== undefined) sporg.andWhere('u.tilstand = :tilstand', { tilstand: valg.tilstand });
  if (valg.barnId !== undefined) sporg.andWhere('u.barnId = :barnId', { barnId: valg.barnId });
  if (valg.modtagetFra !== undefined) sporg.andWhere('u.modtaget >= :fra', { fra: dagensStart(valg.modtagetFra) });
  if (valg.modtagetTil !== undefined) sporg.andWhere('u.modtaget < :til', { til: dagensStart(valg.modtagetTil, 1) });
  const efter = efterMarkoer(valg, ['tidspunkt', 'uuid'] as const);
  if (efter !== undefined)
    sporg.andWhere('(u.modtaget, u.underretningId) < (CAST(:modtaget AS timestamptz), CAST(:id AS uuid))', {
      modtaget: efter[0],
      id: efter[1],
    });
  return side(await sporg.getMany(), valg, (r) => [r.modtaget.toISOString(), r.underretningId]);
}
