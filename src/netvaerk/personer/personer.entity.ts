import { EntitySchema } from 'typeorm';

export interface Relationsraekke {
  readonly tenantId: number;
  readonly relationId: string;
  /** bigint: the driver hands it out as text. */
  readonly position: string;
  readonly barnId: string;
  readonly personId: string;
  readonly art: string;
  readonly foraeldremyndighed: boolean;
  readonly gaelderFra: string;
  readonly ophoert: string | null;
  readonly ophoertPosition: string | null;
}

/** Relations as the read model `netvaerk.personer` keeps them. */
export const RelationEntity = new EntitySchema<Relationsraekke>({
  name: 'netvaerk.relation',
  schema: 'lm_netvaerk_personer',
  tableName: 'relation',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    relationId: { name: 'relation_id', type: 'uuid', primary: true },
    position: { type: 'bigint' },
    barnId: { name: 'barn_id', type: 'uuid' },
    personId: { name: 'person_id', type: 'uuid' },
    art: { type: 'text' },
    foraeldremyndighed: { type: 'boolean' },
    gaelderFra: { name: 'gaelder_fra', type: 'date' },
    ophoert: { type: 'date', nullable: true },
    ophoertPosition: { name: 'ophoert_position', type: 'bigint', nullable: true },
  },
});
