import { EntitySchema } from 'typeorm';

export interface Underretningsraekke {
  readonly tenantId: number;
  readonly underretningId: string;
  readonly barnId: string;
  readonly sagId: string | null;
  readonly tilstand: string;
  readonly modtaget: Date;
  readonly form: string;
  readonly anonym: boolean;
  readonly ufoedt: boolean;
  readonly overgreb: boolean;
  readonly igangvaerendeIndsats: boolean;
  readonly regime: string;
  readonly akut: boolean | null;
  readonly kvitteret: string | null;
  readonly spor: string | null;
}

/** Notifications as the read model `sagsstyring.underretninger` keeps them. */
export const UnderretningEntity = new EntitySchema<Underretningsraekke>({
  name: 'sagsstyring.underretning',
  schema: 'lm_sagsstyring_underretninger',
  tableName: 'underretning',
  columns: {
    tenantId: { name: 'tenant_id', type: 'int', primary: true },
    underretningId: { name: 'underretning_id', type: 'uuid', primary: true },
    barnId: { name: 'barn_id', type: 'uuid' },
    sagId: { name: 'sag_id', type: 'uuid', nullable: true },
    tilstand: { type: 'text' },
    modtaget: { type: 'timestamptz' },
    form: { type: 'text' },
    anonym: { type: 'boolean' },
    ufoedt: { type: 'boolean' },
    overgreb: { type: 'boolean' },
    igangvaerendeIndsats: { name: 'igangvaerende_indsats', type: 'boolean' },
    regime: { type: 'text' },
    akut: { type: 'boolean', nullable: true },
    kvitteret: { type: 'date', nullable: true },
    spor: { type: 'text', nullable: true },
  },
});
