import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Kommunekode, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';
import { erTrin, TRINNAVN } from './trin.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };

/** A step of the investigation and the day it is planned for. */
export const Milepaele = Type.Array(Type.Object({ trin: KortTekst(60), planlagt: Dato }));

export const MilepaeleAendret = declareEvent({
  type: 'ics.MilepaeleAendret',
  version: 1,
  beskrivelse: 'Undersøgelsens milepæle er planlagt om, så der ikke opstår døde perioder.',
  schema: Type.Object({ ...tilhoer, dato: Dato, milepaele: Milepaele, begrundelse: Valgfri(Fritekst()) }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 20, stk. 3' },
  journal: (d) => ({
    overskrift: 'Milepæle planlagt om',
    tekst: `${d.milepaele.map((m) => `${erTrin(m.trin) ? TRINNAVN[m.trin] : m.trin}: ${m.planlagt}`).join('; ')}.${d.begrundelse === undefined ? '' : ` ${d.begrundelse}`}`,
  }),
});

export const FoedselNoteret = declareEvent({
  type: 'ics.FoedselNoteret',
  version: 1,
  beskrivelse:
    'Barnet er født, mens de kommende forældre blev undersøgt. Undersøgelsen går videre som undersøgelse af barnet; opmærksomhedsdatoen bevares.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'] } },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL §§ 20 og 26' },
  journal: (d) => ({
    overskrift: 'Barnet er født under undersøgelsen',
    tekst: `Fra ${d.dato} er det en undersøgelse af barnet. ${d.begrundelse}`,
  }),
});

/** No longer written: the notice of a move is the case's. Logs that have it are read as before. */
export const MellemkommunalUnderretningSendt = declareEvent({
  type: 'ics.MellemkommunalUnderretningSendt',
  version: 1,
  beskrivelse:
    'Familien er flyttet, mens der blev undersøgt, og tilflytningskommunen er underrettet. Skrives ikke mere: underretningen sendes nu fra sagen (sagsstyring.MellemkommunalUnderretningSendt).',
  schema: Type.Object({ ...tilhoer, dato: Dato, tilKommune: Kommunekode, opsummering: Fritekst() }),
  sealed: { barnId: ['opsummering'] },
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.BfuAfbrudt'] } },
  legalBasis: { SEL: 'SEL § 152, stk. 1-2', BL: 'BL § 132, stk. 1-2' },
  journal: (d) => ({
    overskrift: 'Mellemkommunal underretning sendt',
    tekst: `Sendt ${d.dato} til kommune ${d.tilKommune}. ${d.opsummering}`,
  }),
});

export const MellemkommunalUnderretningUndladt = declareEvent({
  type: 'ics.MellemkommunalUnderretningUndladt',
  version: 1,
  beskrivelse: 'Familien er flyttet, og kommunen finder ikke, at barnet har behov for særlig støtte.',
  schema: Type.Object({ ...tilhoer, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.BfuAfbrudt'] } },
  legalBasis: { SEL: 'SEL § 152, stk. 1-2', BL: 'BL § 132, stk. 1-2' },
  journal: (d) => ({
    overskrift: 'Mellemkommunal underretning undladt',
    tekst: `Besluttet ${d.dato}. ${d.begrundelse}`,
  }),
});
