import { EntitySchema } from 'typeorm';

export interface Undersoegelsesraekke {
  readonly tenantId: number;
  readonly bfuId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly form: string;
  readonly reviderer: string | null;
  readonly regime: string;
  readonly fase: string;
  readonly opmaerksomDato: string;
  readonly afgoerelseDato: string;
  readonly slutDato: string | null;
}

/** Investigations as the read model `ics.undersoegelser` keeps them. */
export const UndersoegelseEntity = new EntitySchema<Undersoegelsesraekke>({
  name: 'ics.undersoegelse',
  schema: 'lm_ics_undersoegelser',
  tableName: 'undersoegelse',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    bfuId: { name: 'bfu_id', type: 'uuid', primary: true },
    sagId: { name: 'sag_id', type: 'uuid' },
    barnId: { name: 'barn_id', type: 'uuid' },
    form: { type: 'text' },
    reviderer: { type: 'uuid', nullable: true },
    regime: { type: 'text' },
    fase: { type: 'text' },
    opmaerksomDato: { name: 'opmaerksom_dato', type: 'date' },
    afgoerelseDato: { name: 'afgoerelse_dato', type: 'date' },
    slutDato: { name: 'slut_dato', type: 'date', nullable: true },
  },
});
