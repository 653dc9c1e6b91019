import { Type } from '@sinclair/typebox';
import { Afvist } from '../../faelles/afvist.js';
import { Dato, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { type Decider } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';

const Periode = Type.String({ pattern: '^\\d{4}M(0[1-9]|1[0-2])$' });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const LeveranceDannet = declareEvent({
  type: 'rapportering.LeveranceDannet',
  version: 1,
  beskrivelse: 'En leverance til Danmarks Statistik er dannet af det, der var kendt ved en bestemt position i loggen.',
  schema: Type.Object({
    leveranceId: Id,
    statistik: Type.Literal('L201'),
    periode: Periode,
    test: Type.Boolean(),
    /** The log position that the delivery was made from; the file can be made again from it. */
    position: Type.Integer({ minimum: 1 }),
    dannetDato: Dato,
    dannetLokaltid: KortTekst(30),
    antalPoster: Type.Integer({ minimum: 1 }),
    antalTilbageholdt: Type.Integer({ minimum: 0 }),
    sha256: Sha256,
    systemversion: KortTekst(20),
    kontakter: Type.Object({ faglig: KortTekst(100), teknisk: KortTekst(100), kvittering: KortTekst(100) }),
    cvr: Valgfri(Type.String({ pattern: '^[0-9]{8}$' })),
    pnummer: Valgfri(Type.String({ pattern: '^[0-9]{10}$' })),
  }),
  sealed: {},
  category: 'administration',
  legalBasis: { begge: 'retssikkerhedsloven § 84, databekendtgørelsen' },
  journal: (d) => ({
    overskrift: 'Leverance dannet',
    tekst: `${d.test ? 'Test' : 'Leverance'} ${d.statistik} for ${d.periode}: ${d.antalPoster} poster, ${d.antalTilbageholdt} tilbageholdt.`,
  }),
});

export type LeveranceEvent = EventOf<typeof LeveranceDannet>;
export type Leverance = { readonly findes: false } | ({ readonly findes: true } & LeveranceEvent['data']);
export type LeveranceKommando = { readonly type: 'DanLeverance' } & LeveranceEvent['data'];

/** The latest completed month is the last that can be delivered. */
export const leveranceDecider: Decider<LeveranceKommando, LeveranceEvent, Leverance> = {
  kind: 'rapportering.leverance',
  initial: { findes: false },
  decide({ type: _type, ...data }, state, context) {
    if (state.findes) {
      throw new Afvist('leverance-findes', 'Leverancen er allerede dannet.', { status: 409 });
    }
    if (data.periode >= `${context.iDag.slice(0, 4)}M${context.iDag.slice(5, 7)}`) {
      throw new Afvist(
        'periode-ikke-afsluttet',
        `Perioden ${data.periode} er ikke afsluttet. Vælg den seneste hele måned.`,
        { felt: 'periode' },
      );
    }
    return [event(LeveranceDannet, data)];
  },
  evolve: (_state, e) => ({ findes: true, ...e.data }),
};
