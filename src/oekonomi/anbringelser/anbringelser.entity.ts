import { EntitySchema } from 'typeorm';

export interface Anbringelsesraekke {
  readonly tenantId: number;
  readonly anbringelseId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly regime: string;
  readonly grundlag: string;
  readonly stedtype: string;
  readonly fase: string;
  readonly afgoerelseDato: string;
  readonly ivaerksatDato: string | null;
  readonly naesteTilsynSenest: string | null;
  readonly hjemgivelseAfgjort: string | null;
  readonly periodeSlut: string | null;
  readonly permanentDato: string | null;
  readonly ophoertDato: string | null;
  readonly ophoersaarsag: string | null;
}

/** Placements as the read model `oekonomi.anbringelser` keeps them. */
export const AnbringelseEntity = new EntitySchema<Anbringelsesraekke>({
  name: 'oekonomi.anbringelse',
  schema: 'lm_oekonomi_anbringelser',
  tableName: 'anbringelse',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    anbringelseId: { name: 'anbringelse_id', type: 'uuid', primary: true },
    sagId: { name: 'sag_id', type: 'uuid' },
    barnId: { name: 'barn_id', type: 'uuid' },
    regime: { type: 'text' },
    grundlag: { type: 'text' },
    stedtype: { type: 'text' },
    fase: { type: 'text' },
    afgoerelseDato: { name: 'afgoerelse_dato', type: 'date' },
    ivaerksatDato: { name: 'ivaerksat_dato', type: 'date', nullable: true },
    naesteTilsynSenest: { name: 'naeste_tilsyn_senest', type: 'date', nullable: true },
    hjemgivelseAfgjort: { name: 'hjemgivelse_afgjort', type: 'date', nullable: true },
    periodeSlut: { name: 'periode_slut', type: 'date', nullable: true },
    permanentDato: { name: 'permanent_dato', type: 'date', nullable: true },
    ophoertDato: { name: 'ophoert_dato', type: 'date', nullable: true },
    ophoersaarsag: { type: 'text', nullable: true },
  },
});
