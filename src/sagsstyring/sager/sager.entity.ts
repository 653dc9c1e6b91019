import { EntitySchema } from 'typeorm';

export interface Sagsraekke {
  readonly tenantId: number;
  readonly sagId: string;
  readonly barnId: string;
  readonly omraade: string;
  readonly tilstand: string;
  readonly oprettet: string;
  readonly lukket: string | null;
  readonly sagsbehandler: string | null;
  readonly team: string | null;
  readonly overdragesTil: string | null;
}

/** Cases as the read model `sagsstyring.sager` keeps them. */
export const SagEntity = new EntitySchema<Sagsraekke>({
  name: 'sagsstyring.sag',
  schema: 'lm_sagsstyring_sager',
  tableName: 'sag',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    sagId: { name: 'sag_id', type: 'uuid', primary: true },
    barnId: { name: 'barn_id', type: 'uuid' },
    omraade: { type: 'text' },
    tilstand: { type: 'text' },
    oprettet: { type: 'date' },
    lukket: { type: 'date', nullable: true },
    sagsbehandler: { type: 'text', nullable: true },
    team: { type: 'text', nullable: true },
    overdragesTil: { name: 'overdrages_til', type: 'text', nullable: true },
  },
});
