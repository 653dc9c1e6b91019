import { EntitySchema } from 'typeorm';

export interface Visitationsraekke {
  readonly tenantId: number;
  readonly visitationId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly fase: string;
  readonly dato: string;
  /** bigint: the driver hands it out as text. */
  readonly ialtOere: string;
  readonly afgoerelseDato: string | null;
  readonly udfald: string | null;
}

/** Visitations as the read model `oekonomi.visitationer` keeps them. */
export const VisitationEntity = new EntitySchema<Visitationsraekke>({
  name: 'oekonomi.visitation',
  schema: 'lm_oekonomi_visitationer',
  tableName: 'visitation',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    visitationId: { name: 'visitation_id', type: 'uuid', primary: true },
    sagId: { name: 'sag_id', type: 'uuid' },
    barnId: { name: 'barn_id', type: 'uuid' },
    fase: { type: 'text' },
    dato: { type: 'date' },
    ialtOere: { name: 'ialt_oere', type: 'bigint' },
    afgoerelseDato: { name: 'afgoerelse_dato', type: 'date', nullable: true },
    udfald: { type: 'text', nullable: true },
  },
});
