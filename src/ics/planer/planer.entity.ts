import { EntitySchema } from 'typeorm';

export interface Planraekke {
  readonly tenantId: number;
  readonly planId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly plantype: string;
  readonly regime: string;
  readonly fase: string;
  readonly planversion: number;
  readonly oprettet: string;
  readonly godkendt: string | null;
  readonly slut: string | null;
}

/** Plans as the read model `ics.planer` keeps them. */
export const PlanEntity = new EntitySchema<Planraekke>({
  name: 'ics.plan',
  schema: 'lm_ics_planer',
  tableName: 'plan',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    planId: { name: 'plan_id', type: 'uuid', primary: true },
    sagId: { name: 'sag_id', type: 'uuid' },
    barnId: { name: 'barn_id', type: 'uuid' },
    plantype: { type: 'text' },
    regime: { type: 'text' },
    fase: { type: 'text' },
    planversion: { type: 'int' },
    oprettet: { type: 'date' },
    godkendt: { type: 'date', nullable: true },
    slut: { type: 'date', nullable: true },
  },
});
