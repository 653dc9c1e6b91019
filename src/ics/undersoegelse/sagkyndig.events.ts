import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { bfuId: Id, barnId: Id, sagId: Id };
const hjemmel = { SEL: 'SEL § 50', BL: 'BL § 22, stk. 3 og 5' } as const;
const ARTNAVN = { laege: 'Lægeundersøgelse', psykolog: 'Psykologundersøgelse' } as const;
const HVEM = { barnet: 'barnet', foraeldre: 'forældrene' } as const;

export const SagkyndigUndersoegelseBestilt = declareEvent({
  type: 'ics.SagkyndigUndersoegelseBestilt',
  version: 1,
  beskrivelse: 'Det er nødvendigt at lade en læge eller psykolog undersøge barnet eller forældrene.',
  schema: Type.Object({
    ...tilhoer,
    sagkyndigId: Id,
    art: Type.Union([Type.Literal('laege'), Type.Literal('psykolog')]),
    undersoeges: Type.Union([Type.Literal('barnet'), Type.Literal('foraeldre')]),
    autoriseret: Type.Boolean(),
    anmodet: Dato,
    svarfrist: Dato,
    udfoerer: KortTekst(),
    /** When a young person of 15 or more agreed to be examined. */
    samtykkeDato: Valgfri(Dato),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['udfoerer', 'begrundelse'] },
  category: 'undersoegelse',
  retbar: {
    samtykkeDato: { oplysning: true, foerFelter: ['anmodet'] },
    svarfrist: { planlagt: true, efterFelter: ['anmodet'] },
    anmodet: {
      efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'],
      foer: ['ics.SagkyndigUndersoegelseModtaget', 'ics.SagkyndigUndersoegelseOpgivet'],
      efterFelter: ['samtykkeDato'],
      foerFelter: ['svarfrist'],
      samme: 'sagkyndigId',
    },
  },
  legalBasis: hjemmel,
  journal: (d) => ({
    overskrift: `${ARTNAVN[d.art]} af ${HVEM[d.undersoeges]} bestilt`,
    tekst: `Bestilt ${d.anmodet} hos ${d.udfoerer}, svar senest ${d.svarfrist}. ${d.begrundelse}`,
  }),
});

export const SagkyndigUndersoegelseModtaget = declareEvent({
  type: 'ics.SagkyndigUndersoegelseModtaget',
  version: 1,
  beskrivelse: 'Resultatet af den sagkyndige undersøgelse er modtaget.',
  schema: Type.Object({ ...tilhoer, sagkyndigId: Id, modtaget: Dato, resultat: Fritekst() }),
  sealed: { barnId: ['resultat'] },
  category: 'undersoegelse',
  retbar: { modtaget: { efter: ['ics.SagkyndigUndersoegelseBestilt'], samme: 'sagkyndigId' } },
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Sagkyndig undersøgelse modtaget', tekst: `Modtaget ${d.modtaget}. ${d.resultat}` }),
});

export const SagkyndigUndersoegelseOpgivet = declareEvent({
  type: 'ics.SagkyndigUndersoegelseOpgivet',
  version: 1,
  beskrivelse: 'Den bestilte sagkyndige undersøgelse gennemføres ikke.',
  schema: Type.Object({ ...tilhoer, sagkyndigId: Id, dato: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.SagkyndigUndersoegelseBestilt'], samme: 'sagkyndigId' } },
  legalBasis: hjemmel,
  journal: (d) => ({ overskrift: 'Sagkyndig undersøgelse opgivet', tekst: `Opgivet ${d.dato}. ${d.begrundelse}` }),
});

export const PpvStillingtagen = declareEvent({
  type: 'ics.PpvStillingtagen',
  version: 1,
  beskrivelse: 'Der er taget stilling til, om barnet skal indstilles til en pædagogisk-psykologisk vurdering.',
  schema: Type.Object({ ...tilhoer, dato: Dato, indstilles: Type.Boolean(), begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'undersoegelse',
  retbar: { dato: { efter: ['ics.AfdaekningBesluttet', 'ics.BfuBesluttet'] } },
  legalBasis: { SEL: 'SEL § 50', BL: 'BL § 22, stk. 4' },
  journal: (d) => ({
    overskrift: 'Stilling taget til pædagogisk-psykologisk vurdering',
    tekst: `${d.indstilles ? 'Barnet indstilles til en vurdering.' : 'Barnet indstilles ikke til en vurdering.'} ${d.begrundelse}`,
  }),
});
