import { type TableDeclaration } from '../../platform/projection/projection.js';

/** A deadline as it stands, every reckoning it has had, every correction of its end, and who has the case. */
export const FRISTTABELLER: readonly TableDeclaration[] = [
  {
    name: 'frist',
    columns: {
      regel: { type: 'text' },
      noegle: { type: 'uuid' },
      udloest_position: { type: 'bigint' },
      udloest_af: { type: 'text' },
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
      // Nothing has met it or made it lapse; what a correction took away is open, for another may give it back.
      aaben: { type: 'boolean' },
      opfyldt: { type: 'timestamptz', nullable: true },
      opfyldt_af: { type: 'text', nullable: true },
      opfyldt_position: { type: 'bigint', nullable: true },
      // The last correction of the day it was met: what was said before is in `slutrettelse`.
      opfyldt_rettet_position: { type: 'bigint', nullable: true },
      bortfaldet: { type: 'timestamptz', nullable: true },
      bortfaldet_af: { type: 'text', nullable: true },
      bortfaldet_position: { type: 'bigint', nullable: true },
      bortfaldet_rettet_position: { type: 'bigint', nullable: true },
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
      // Which of the rule's deadlines on the key; null from corrections of rules that have but one.
      udloest_position: { type: 'bigint', nullable: true },
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
    // Each time what was said of a deadline's end was put right: what met it, what made it lapse, or that it was taken away
    // (`taget`: `ny` is when, and null when it was given back). What was known when is read from here.
    name: 'slutrettelse',
    columns: {
      regel: { type: 'text' },
      noegle: { type: 'uuid' },
      position: { type: 'bigint' },
      felt: { type: 'text' },
      rettelse: { type: 'text' },
      rettet: { type: 'text' },
      // Where the corrected event stands; null from corrections that do not say.
      rettet_position: { type: 'bigint', nullable: true },
      foer: { type: 'timestamptz', nullable: true },
      ny: { type: 'timestamptz', nullable: true },
    },
    key: ['noegle', 'regel', 'position', 'felt', 'rettet'],
  },
  {
    name: 'ansvar',
    columns: { sag_id: { type: 'uuid' }, sagsbehandler: { type: 'text' }, team: { type: 'text', nullable: true } },
    key: ['sag_id'],
    indexes: [{ columns: ['sagsbehandler'] }, { columns: ['team'] }],
  },
];
