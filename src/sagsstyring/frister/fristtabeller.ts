import { type TableDeclaration } from '../../platform/projection/projection.js';

/** A deadline as it stands, every reckoning it has had, and who has the case. */
export const FRISTTABELLER: readonly TableDeclaration[] = [
  {
    name: 'frist',
    columns: {
      regel: { type: 'text' },
      noegle: { type: 'uuid' },
      udloest_position: { type: 'bigint' },
      udloest_af: { type: 'text' },
      // Which event opened, met and ended it (`stedet`): a correction of another on the same day is not of this.
      udloest_i: { type: 'text' },
      navn: { type: 'text' },
      regime: { type: 'text' },
      // Which version of the rule it was.
      regel_fra: { type: 'date' },
      hjemmel: { type: 'text' },
      ansvarlig_rolle: { type: 'text' },
      tillid: { type: 'text' },
      barn_id: { type: 'uuid', nullable: true },
      sag_id: { type: 'uuid', nullable: true },
      start: { type: 'text' },
      // Null where the event opened none, but could have, had its date been another: see `forbered`.
      forfald: { type: 'timestamptz', nullable: true },
      forfald_tekst: { type: 'text', nullable: true },
      advis: { type: 'date', nullable: true },
      forklaring: { type: 'text', nullable: true },
      // The day an investigation has moved it forward to.
      fremrykket_til: { type: 'date', nullable: true },
      // Later than udloest_position when a fact was corrected or the deadline was moved forward.
      beregnet_position: { type: 'bigint' },
      beregnet_af: { type: 'text' },
      opfyldt: { type: 'timestamptz', nullable: true },
      opfyldt_af: { type: 'text', nullable: true },
      opfyldt_position: { type: 'bigint', nullable: true },
      opfyldt_i: { type: 'text', nullable: true },
      // What was said before, when the date of what met it has been corrected.
      opfyldt_foer: { type: 'timestamptz', nullable: true },
      opfyldt_rettet_position: { type: 'bigint', nullable: true },
      bortfaldet: { type: 'timestamptz', nullable: true },
      bortfaldet_af: { type: 'text', nullable: true },
      bortfaldet_position: { type: 'bigint', nullable: true },
      bortfaldet_i: { type: 'text', nullable: true },
    },
    key: ['noegle', 'regel', 'udloest_position'],
    indexes: [
      {
        columns: ['forfald', 'noegle'],
        where: 'forfald IS NOT NULL AND opfyldt_position IS NULL AND bortfaldet_position IS NULL',
      },
      { columns: ['sag_id', 'forfald'] },
    ],
  },
  {
    name: 'beregning',
    columns: {
      regel: { type: 'text' },
      noegle: { type: 'uuid' },
      position: { type: 'bigint' },
      aarsag: { type: 'text' },
      haendelse: { type: 'text' },
      regime: { type: 'text' },
      regel_fra: { type: 'date' },
      hjemmel: { type: 'text' },
      start: { type: 'text' },
      forfald_tekst: { type: 'text' },
      advis: { type: 'date', nullable: true },
      forklaring: { type: 'text' },
    },
    key: ['noegle', 'regel', 'position'],
  },
  {
    name: 'ansvar',
    columns: { sag_id: { type: 'uuid' }, sagsbehandler: { type: 'text' }, team: { type: 'text', nullable: true } },
    key: ['sag_id'],
    indexes: [{ columns: ['sagsbehandler'] }, { columns: ['team'] }],
  },
];
