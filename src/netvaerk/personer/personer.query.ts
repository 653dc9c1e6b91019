import { type Sql } from '../../platform/queries/query.js';
import { RelationEntity, type Relationsraekke } from './personer.entity.js';

/** The children that a person is mother, father, sibling … of, as known at a position. */
export async function relationerTilPerson(
  sql: Sql,
  kommune: number,
  personId: string,
  tilPosition?: number,
): Promise<readonly Relationsraekke[]> {
  const sporg = sql.manager
    .getRepository(RelationEntity)
    .createQueryBuilder('r')
    .where('r.tenantId = :kommune AND r.personId = :personId', { kommune, personId })
    .orderBy('r.gaelderFra', 'ASC')
    .addOrderBy('r.relationId', 'ASC');
  if (tilPosition !== undefined) sporg.andWhere('r.position <= :tilPosition', { tilPosition });
  const raekker = await sporg.getMany();
  if (tilPosition === undefined) return raekker;
  // An end that became known later was not known then.
  return raekker.map((r) =>
    r.ophoertPosition !== null && Number(r.ophoertPosition) > tilPosition ? { ...r, ophoert: null } : r,
  );
}
