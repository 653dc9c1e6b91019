import { EntitySchema } from 'typeorm';

export interface Indsatsraekke {
  readonly tenantId: number;
  readonly indsatsId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly indsatskode: string;
  readonly indsatsnavn: string;
  readonly maalgruppe: string;
  readonly pgfKode: string;
  readonly regime: string;
  readonly fase: string;
  readonly afgoerelseDato: string;
  readonly ivaerksatDato: string | null;
  readonly justeretDato: string | null;
  readonly ophoerVirkning: string | null;
  readonly ophoertDato: string | null;
}

/** Measures as the read model `oekonomi.indsatser` keeps them. */
export const IndsatsEntity = new EntitySchema<Indsatsraekke>({
  name: 'oekonomi.indsats',
  schema: 'lm_oekonomi_indsatser',
  tableName: 'indsats',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    indsatsId: { name: 'indsats_id', type: 'uuid', primary: true },
    sagId: { name: 'sag_id', type: 'uuid' },
    barnId: { name: 'barn_id', type: 'uuid' },
    indsatskode: { type: 'text' },
    indsatsnavn: { type: 'text' },
    maalgruppe: { type: 'text' },
    pgfKode: { name: 'pgf_kode', type: 'text' },
    regime: { type: 'text' },
    fase: { type: 'text' },
    afgoerelseDato: { name: 'afgoerelse_dato', type: 'date' },
    justeretDato: { name: 'justeret_dato', type: 'date', nullable: true },
    ophoerVirkning: { name: 'ophoer_virkning', type: 'date', nullable: true },
    ivaerksatDato: { name: 'ivaerksat_dato', type: 'date', nullable: true },
    ophoertDato: { name: 'ophoert_dato', type: 'date', nullable: true },
  },
});
