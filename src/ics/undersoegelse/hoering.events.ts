import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };

export const BfuGennemgaaet = declareEvent({
  type: 'ics.BfuGennemgaaet',
  version: 1,
  beskrivelse: 'Undersøgelsen er gennemgået med familien.',
  schema: Type.Object({ ...tilhoer, dato: Dato, referat: Fritekst() }),
  sealed: { barnId: ['referat'] },
  category: 'undersoegelse',
  retbar: {
    dato: { efter: ['ics.BfuKonkluderet'], foer: ['ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'] },
  },
  legalBasis: { begge: 'forvaltningsloven § 19' },
  journal: (d) => ({
    overskrift: 'Undersøgelsen er gennemgået med familien',
    tekst: `Gennemgået ${d.dato}. ${d.referat}`,
  }),
});

export const PartshoeringSendt = declareEvent({
  type: 'ics.PartshoeringSendt',
  version: 1,
  beskrivelse: 'Parterne er hørt om undersøgelsen med en svarfrist.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    svarfrist: Dato,
    /** Whom it went to; absent in hearings from before the parties were recorded. */
    parter: Valgfri(Type.Array(Type.Object({ personId: Id, rolle: KortTekst(40) }))),
    maskeret: Valgfri(Type.Boolean()),
    /** Why there was nobody to hear. */
    ingenParter: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['ingenParter'] },
  category: 'undersoegelse',
  retbar: {
    svarfrist: { planlagt: true, efterFelter: ['dato'] },
    dato: {
      efter: ['ics.BfuKonkluderet'],
      foer: ['ics.PartshoeringBesvaret', 'ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'],
      foerFelter: ['svarfrist'],
    },
  },
  legalBasis: { begge: 'forvaltningsloven § 19' },
  journal: (d) => ({
    overskrift: 'Partshøring sendt',
    tekst: `Sendt ${d.dato}, svarfrist ${d.svarfrist}.${d.parter === undefined || d.parter.length === 0 ? '' : ` Til ${d.parter.map(({ rolle }) => rolle).join(', ')}.`}${d.ingenParter === undefined ? '' : ` Ingen part: ${d.ingenParter}`}`,
  }),
});

export const PartshoeringBesvaret = declareEvent({
  type: 'ics.PartshoeringBesvaret',
  version: 1,
  beskrivelse: 'En part har svaret på partshøringen.',
  schema: Type.Object({ ...tilhoer, dato: Dato, personId: Valgfri(Id), svar: Fritekst() }),
  sealed: { barnId: ['svar'] },
  category: 'undersoegelse',
  retbar: {
    dato: { efter: ['ics.PartshoeringSendt'], foer: ['ics.BfuGodkendt', 'ics.AfdaekningAfsluttet', 'ics.BfuAfbrudt'] },
  },
  legalBasis: { begge: 'forvaltningsloven § 19' },
  journal: (d) => ({ overskrift: 'Partshøring besvaret', tekst: `Modtaget ${d.dato}. ${d.svar}` }),
});
