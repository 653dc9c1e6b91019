import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Tidspunkt, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { underretningId: Id, barnId: Id, sagId: Valgfri(Id) };
const ORIENTERING = { SEL: 'forvaltningsretten', BL: 'BL § 18, stk. 3, og forvaltningsretten' } as const;
const HANDLINGSNAVN = {
  formandsafgoerelse: 'foreløbig afgørelse af udvalgets formand',
  'akut-indsats': 'akut indsats',
  politi: 'politiet er inddraget',
  boernehus: 'børnehuset er inddraget',
  doegnvagt: 'døgnvagten har handlet',
  andet: 'andet',
} as const;

export const AkutHandlingForetaget = declareEvent({
  type: 'sagsstyring.AkutHandlingForetaget',
  version: 1,
  beskrivelse: 'Akutvurderingen fandt fare, og der er handlet; det skal være gjort, før underretningen kan screenes.',
  schema: Type.Object({
    ...tilhoer,
    handlet: Tidspunkt,
    handletAf: KortTekst(120),
    handling: Type.Union([
      Type.Literal('formandsafgoerelse'),
      Type.Literal('akut-indsats'),
      Type.Literal('politi'),
      Type.Literal('boernehus'),
      Type.Literal('doegnvagt'),
      Type.Literal('andet'),
    ]),
    formandsafgoerelseId: Valgfri(Id),
    beskrivelse: Fritekst(),
  }),
  sealed: { barnId: ['beskrivelse'] },
  category: 'underretning',
  retbar: { handlet: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: { SEL: 'SEL § 155, stk. 2', BL: 'BL § 136' },
  journal: (d) => ({
    overskrift: `Akut handling: ${HANDLINGSNAVN[d.handling]}`,
    tekst: `${d.handlet} af ${d.handletAf}. ${d.beskrivelse}`,
  }),
});

export const ForaeldreOrienteret = declareEvent({
  type: 'sagsstyring.ForaeldreOrienteret',
  version: 1,
  beskrivelse: 'En forælder med forældremyndighed, eller den unge over 15 år, er oplyst om underretningen.',
  schema: Type.Object({ ...tilhoer, personId: Id, dato: Dato, maade: KortTekst(80) }),
  sealed: {},
  category: 'underretning',
  retbar: { dato: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: ORIENTERING,
  journal: (d) => ({ overskrift: 'Oplyst om underretningen', tekst: `Oplyst ${d.dato} (${d.maade}).` }),
});

export const ForaeldreneOplyst = declareEvent({
  type: 'sagsstyring.ForaeldreneOplyst',
  version: 1,
  beskrivelse: 'Alle, der har forældremyndighed, og den unge fra 15 år er nu oplyst om underretningen.',
  schema: Type.Object({ ...tilhoer, dato: Dato }),
  sealed: {},
  category: 'underretning',
  retbar: { dato: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: ORIENTERING,
  journal: (d) => ({ overskrift: 'Alle er oplyst om underretningen', tekst: `Den sidste blev oplyst ${d.dato}.` }),
});

export const ForaeldreorienteringUdskudt = declareEvent({
  type: 'sagsstyring.ForaeldreorienteringUdskudt',
  version: 1,
  beskrivelse: 'Af hensyn til barnet oplyses forældrene ikke endnu; hvornår det skal vurderes igen, står her.',
  schema: Type.Object({ ...tilhoer, dato: Dato, revurderes: Dato, begrundelse: Fritekst() }),
  sealed: { barnId: ['begrundelse'] },
  category: 'underretning',
  retbar: {
    revurderes: { planlagt: true, efterFelter: ['dato'], roller: ['modtagelse', 'sagsbehandler'] },
    dato: {
      efter: ['sagsstyring.UnderretningModtaget'],
      foerFelter: ['revurderes'],
      roller: ['modtagelse', 'sagsbehandler'],
    },
  },
  legalBasis: ORIENTERING,
  journal: (d) => ({
    overskrift: 'Forældrene oplyses ikke endnu',
    tekst: `Besluttet ${d.dato}, vurderes igen ${d.revurderes}. ${d.begrundelse}`,
  }),
});

export const SoeskendeUnderrettet = declareEvent({
  type: 'sagsstyring.SoeskendeUnderrettet',
  version: 1,
  beskrivelse: 'Samme henvendelse handler også om et andet barn, som har fået sin egen underretning.',
  schema: Type.Object({ ...tilhoer, henvendelseId: Id, soeskendeId: Id, soeskendeUnderretningId: Id, dato: Dato }),
  sealed: {},
  category: 'underretning',
  retbar: { dato: { efter: ['sagsstyring.UnderretningModtaget'], roller: ['modtagelse', 'sagsbehandler'] } },
  legalBasis: { SEL: 'SEL § 155, stk. 1', BL: 'BL § 136' },
  journal: (d) => ({
    overskrift: 'Underretning om et andet barn i samme henvendelse',
    tekst: `Registreret ${d.dato}.`,
  }),
});

export const afklaringEvents = [
  AkutHandlingForetaget,
  ForaeldreOrienteret,
  ForaeldreneOplyst,
  ForaeldreorienteringUdskudt,
  SoeskendeUnderrettet,
] as const;
