import { EntitySchema } from 'typeorm';

export interface Delforloebsraekke {
  readonly tenantId: number;
  readonly id: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly art: string;
  readonly afgoerelseKode: string | null;
  readonly tilstand: string;
  readonly dato: string;
  readonly slut: string | null;
}

/** Hearings, decisions, committee cases, complaints … as the read model `sagsstyring.delforloeb` keeps them. */
export const DelforloebEntity = new EntitySchema<Delforloebsraekke>({
  name: 'sagsstyring.delforloeb',
  schema: 'lm_sagsstyring_delforloeb',
  tableName: 'delforloeb',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    id: { type: 'uuid', primary: true },
    sagId: { name: 'sag_id', type: 'uuid' },
    barnId: { name: 'barn_id', type: 'uuid' },
    art: { type: 'text' },
    afgoerelseKode: { name: 'afgoerelse_kode', type: 'text', nullable: true },
    tilstand: { type: 'text' },
    dato: { type: 'date' },
    slut: { type: 'date', nullable: true },
  },
});
