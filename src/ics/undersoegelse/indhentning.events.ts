import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };

export const AktoererAfdaekket = declareEvent({
  type: 'ics.AktoererAfdaekket',
  version: 1,
  beskrivelse: 'Rådgiver har sat sig ind i sagen og fundet de aktører, som skal høres.',
  schema: Type.Object({ ...tilhoer, dato: Dato, antal: Type.Integer({ minimum: 1 }), aktoerer: Fritekst() }),
  sealed: { barnId: ['aktoerer'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'],
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Relevante aktører fundet', tekst: d.aktoerer }),
});

export const AktoererUndladt = declareEvent({
  type: 'ics.AktoererUndladt',
  version: 1,
  beskrivelse: 'Der er ingen fagfolk med viden om barnet at inddrage, eller de kan ikke inddrages; det er begrundet.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'] } },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Ingen aktører at inddrage', tekst: d.begrundelse }),
});

export const TemaVurderet = declareEvent({
  type: 'ics.TemaVurderet',
  version: 1,
  beskrivelse: 'Det er vurderet, om et tema er relevant for undersøgelsen, med begrundelse.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    tema: KortTekst(60),
    temanavn: KortTekst(),
    /** The theme that a dimension of the triangle counts as. */
    daekker: Valgfri(KortTekst(60)),
    relevant: Type.Boolean(),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'],
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22' },
  journal: (d) => ({
    overskrift: `Tema ${d.relevant ? 'indgår' : 'indgår ikke'}: ${d.temanavn}`,
    tekst: d.begrundelse,
  }),
});

export const UdtalelseAnmodet = declareEvent({
  type: 'ics.UdtalelseAnmodet',
  version: 1,
  beskrivelse: 'En aktør er bedt om en udtalelse inden en svarfrist.',
  schema: Type.Object({
    ...tilhoer,
    udtalelseId: Id,
    aktoer: KortTekst(),
    kreds: Valgfri(Type.Union([Type.Literal('fagperson'), Type.Literal('netvaerk'), Type.Literal('foraeldre')])),
    anmodet: Dato,
    svarfrist: Dato,
    emne: Fritekst(),
  }),
  sealed: { barnId: ['aktoer', 'emne'] },
  category: 'undersoegelse',
  retbar: {
    svarfrist: { planlagt: true, efterFelter: ['anmodet'] },
    anmodet: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: [
        'ics.UdtalelseRykket',
        'ics.UdtalelseModtaget',
        'ics.BfuGodkendt',
        'ics.AfdaekningAfsluttet',
        'ics.BfuAfbrudt',
      ],
      foerFelter: ['svarfrist'],
      samme: 'udtalelseId',
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({
    overskrift: 'Udtalelse anmodet',
    tekst: `${d.aktoer} er ${d.anmodet} bedt om en udtalelse senest ${d.svarfrist}. ${d.emne}`,
  }),
});

export const UdtalelseRykket = declareEvent({
  type: 'ics.UdtalelseRykket',
  version: 1,
  beskrivelse: 'En aktør er rykket for en udtalelse.',
  schema: Type.Object({ ...tilhoer, udtalelseId: Id, rykket: Dato, svarfrist: Dato }),
  sealed: {},
  category: 'undersoegelse',
  retbar: {
    svarfrist: { planlagt: true, efterFelter: ['rykket'] },
    rykket: {
      efter: ['ics.UdtalelseAnmodet', 'ics.UdtalelseRykket'],
      foer: [
        'ics.UdtalelseRykket',
        'ics.UdtalelseModtaget',
        'ics.BfuGodkendt',
        'ics.AfdaekningAfsluttet',
        'ics.BfuAfbrudt',
      ],
      foerFelter: ['svarfrist'],
      samme: 'udtalelseId',
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Udtalelse rykket', tekst: `Rykket ${d.rykket}, ny svarfrist ${d.svarfrist}.` }),
});

export const UdtalelseModtaget = declareEvent({
  type: 'ics.UdtalelseModtaget',
  version: 1,
  beskrivelse: 'En udtalelse er modtaget.',
  schema: Type.Object({ ...tilhoer, udtalelseId: Id, modtaget: Dato, indhold: Fritekst() }),
  sealed: { barnId: ['indhold'] },
  category: 'undersoegelse',
  retbar: { modtaget: { efter: ['ics.UdtalelseAnmodet', 'ics.UdtalelseRykket'], samme: 'udtalelseId' } },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Udtalelse modtaget', tekst: `Modtaget ${d.modtaget}. ${d.indhold}` }),
});

export const BoernesamtaleAfholdt = declareEvent({
  type: 'ics.BoernesamtaleAfholdt',
  version: 1,
  beskrivelse: 'Der er holdt en samtale med barnet eller den unge.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    udenForaeldre: Type.Boolean(),
    referat: Fritekst(),
    barnetsHoldning: Fritekst(),
  }),
  sealed: { barnId: ['referat', 'barnetsHoldning'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'],
    },
  },
  legalBasis: { SEL: 'SEL § 48', BL: 'BL § 5, stk. 3' },
  journal: (d) => ({
    overskrift: 'Børnesamtale holdt',
    tekst: `Holdt ${d.dato}${d.udenForaeldre ? ' uden forældrenes tilstedeværelse' : ''}. ${d.referat} Barnets holdning: ${d.barnetsHoldning}`,
  }),
});

export const BoernesamtaleUndladt = declareEvent({
  type: 'ics.BoernesamtaleUndladt',
  version: 1,
  beskrivelse: 'Børnesamtalen er undtagelsesvis undladt; barnets holdning er skaffet på anden vis.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst(), barnetsHoldning: Fritekst() }),
  sealed: { barnId: ['begrundelse', 'barnetsHoldning'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'],
    },
  },
  legalBasis: { SEL: 'SEL § 48', BL: 'BL § 5, stk. 4' },
  journal: (d) => ({
    overskrift: 'Børnesamtale undladt',
    tekst: `Begrundelse: ${d.begrundelse} Barnets holdning: ${d.barnetsHoldning}`,
  }),
});

export const ForaeldresamtaleAfholdt = declareEvent({
  type: 'ics.ForaeldresamtaleAfholdt',
  version: 1,
  beskrivelse: 'Der er holdt en samtale med forældrene.',
  schema: Type.Object({ ...tilhoer, dato: Dato, referat: Fritekst() }),
  sealed: { barnId: ['referat'] },
  category: 'undersoegelse',
  retbar: {
    dato: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'],
    },
  },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 1-2' },
  journal: (d) => ({ overskrift: 'Forældresamtale holdt', tekst: `Holdt ${d.dato}. ${d.referat}` }),
});
