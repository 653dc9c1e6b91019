import { Type } from '@sinclair/typebox';
import { Dato, Tidspunkt, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };

export const AFDAEKNINGSUDFALD = {
  'ingen-stoette': 'Der er ikke grundlag for støtte.',
  'tidlig-indsats': 'Der er grundlag for en tidligt forebyggende indsats.',
  'stoettende-indsats': 'Der er grundlag for en støttende indsats.',
} as const;

export const AfdaekningBesluttet = declareEvent({
  type: 'ics.AfdaekningBesluttet',
  version: 1,
  beskrivelse:
    'Screeningen har vist, at et eller flere forhold skal afdækkes. Fristen for en eventuel senere børnefaglig undersøgelse løber fra den samme opmærksomhedsdato.',
  schema: Type.Object({
    ...tilhoer,
    opmaerksomDato: Dato,
    afgoerelseDato: Dato,
    underretningId: Valgfri(Id),
    screeningId: Valgfri(Id),
    kommendeForaeldre: Valgfri(Type.Boolean()),
    termin: Valgfri(Dato),
    forhold: Type.Array(KortTekst(60), { minItems: 1 }),
    forholdsnavne: Type.Array(KortTekst()),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: {
    termin: { planlagt: true },
    afgoerelseDato: {
      foer: [
        'ics.AktoererAfdaekket',
        'ics.UdtalelseAnmodet',
        'ics.BoernesamtaleAfholdt',
        'ics.ForaeldresamtaleAfholdt',
        'ics.AnalyseUdarbejdet',
        'ics.BfuKonkluderet',
        'ics.BfuGennemgaaet',
        'ics.PartshoeringSendt',
        'ics.SagkyndigUndersoegelseBestilt',
        'ics.BfuGodkendt',
        'ics.AfdaekningAfsluttet',
        'ics.BfuAfbrudt',
      ],
      efterFelter: ['opmaerksomDato'],
    },
  },
  legalBasis: { begge: 'BL § 19' },
  journal: (d) => ({
    overskrift: d.kommendeForaeldre === true ? 'Afdækning af kommende forældre besluttet' : 'Afdækning besluttet',
    tekst: `Opmærksom på behovet ${d.opmaerksomDato}, besluttet ${d.afgoerelseDato}. Forhold: ${d.forholdsnavne.join(', ')}. ${d.begrundelse}`,
  }),
});

/** A measure or placement that ran beside an investigation, and from when. Older events do not say which of the two. */
export const IgangvaerendeIndsats = Type.Object({
  indsatsId: Id,
  art: Valgfri(Type.Union([Type.Literal('indsats'), Type.Literal('anbringelse')])),
  ivaerksatDato: Dato,
});

export const AfdaekningAfsluttet = declareEvent({
  type: 'ics.AfdaekningAfsluttet',
  version: 1,
  beskrivelse: 'Afdækningen er afsluttet med en konklusion; der er ikke behov for en børnefaglig undersøgelse.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    udfald: Type.Union([
      Type.Literal('ingen-stoette'),
      Type.Literal('tidlig-indsats'),
      Type.Literal('stoettende-indsats'),
    ]),
    indsatskoder: Type.Array(KortTekst(60)),
    igangvaerendeIndsatser: Valgfri(Type.Array(IgangvaerendeIndsats)),
    konklusion: Fritekst(),
    barnetsHoldning: Valgfri(Fritekst()),
    foraeldresHoldning: Fritekst(),
  }),
  sealed: { barnId: ['konklusion', 'barnetsHoldning', 'foraeldresHoldning'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: [
        'ics.AktoererAfdaekket',
        'ics.UdtalelseAnmodet',
        'ics.BoernesamtaleAfholdt',
        'ics.ForaeldresamtaleAfholdt',
        'ics.AnalyseUdarbejdet',
        'ics.BfuKonkluderet',
        'ics.BfuGennemgaaet',
        'ics.PartshoeringSendt',
        'ics.SagkyndigUndersoegelseBestilt',
        'ics.AfdaekningBesluttet',
      ],
    },
  },
  legalBasis: { begge: 'BL § 19' },
  journal: (d) => ({
    overskrift: 'Afdækningen er afsluttet',
    tekst: `${AFDAEKNINGSUDFALD[d.udfald]} ${d.konklusion}${d.barnetsHoldning === undefined ? '' : ` Barnets holdning: ${d.barnetsHoldning}`} Forældrenes holdning: ${d.foraeldresHoldning}`,
  }),
});

export const AfdaekningRettet = declareEvent({
  type: 'ics.AfdaekningRettet',
  version: 1,
  beskrivelse: 'Opmærksomhedsdatoen for en afdækning var registreret forkert og er rettet.',
  schema: Type.Object({
    bfuId: Id,
    barnId: Id,
    sagId: Id,
    opmaerksomDato: Dato,
    rettet: Tidspunkt,
    foer: Type.Object({ opmaerksomDato: Dato }),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  legalBasis: { begge: 'databeskyttelsesforordningen art. 16' },
  journal: (d) => ({
    overskrift: 'Opmærksomhedsdatoen er rettet',
    tekst: `Opmærksom på behovet ${d.opmaerksomDato}, ikke ${d.foer.opmaerksomDato}. ${d.begrundelse}`,
  }),
});
