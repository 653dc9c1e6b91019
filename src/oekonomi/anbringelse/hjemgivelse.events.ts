import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { anbringelseId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
const hjemgivelse = { SEL: 'SEL § 68', BL: 'BL § 100' } as const;

export const HjemgivelseAnmodet = declareEvent({
  type: 'oekonomi.HjemgivelseAnmodet',
  version: 1,
  beskrivelse: 'En forældremyndighedsindehaver, eller den unge på 15 år, har bedt om, at barnet kommer hjem.',
  schema: Type.Object({ ...tilhoer, personId: Id, dato: Dato, begrundelse: Valgfri(Fritekst()) }),
  sealed: { personId: ['begrundelse'] },
  category: 'indsats',
  retbar: {
    dato: {
      efter: ['oekonomi.AnbringelseBesluttet'],
      foer: ['oekonomi.HjemgivelsesudtalelseIndhentet', 'oekonomi.HjemgivelseAfgjort', 'oekonomi.AnbringelseOphoert'],
    },
  },
  legalBasis: hjemgivelse,
  journal: (d) => ({
    overskrift: 'Anmodning om hjemgivelse',
    tekst: `Modtaget ${d.dato}.${d.begrundelse === undefined ? '' : ` ${d.begrundelse}`}`,
  }),
});

export const HjemgivelsesudtalelseIndhentet = declareEvent({
  type: 'oekonomi.HjemgivelsesudtalelseIndhentet',
  version: 1,
  beskrivelse: 'Det nuværende anbringelsessted har udtalt sig om hjemgivelse.',
  schema: Type.Object({ ...tilhoer, dato: Dato, udtalelse: Fritekst() }),
  sealed: { barnId: ['udtalelse'] },
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.HjemgivelseAnmodet'], foer: ['oekonomi.HjemgivelseAfgjort'] } },
  legalBasis: { SEL: 'SEL § 68', BL: 'BL § 100, stk. 2' },
  journal: (d) => ({ overskrift: 'Udtalelse fra anbringelsesstedet', tekst: `${d.dato}. ${d.udtalelse}` }),
});

export const HjemgivelseAfgjort = declareEvent({
  type: 'oekonomi.HjemgivelseAfgjort',
  version: 1,
  beskrivelse:
    'Der er truffet afgørelse om hjemgivelse og periodens længde, eller afslag. Barnet er anbragt, til perioden er slut.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    afgoerelseId: Id,
    afgoerelseDato: Dato,
    udfald: Type.Union([Type.Literal('hjemgives'), Type.Literal('afslag')]),
    /** Last day of the period; the day of the decision when there is none. */
    periodeSlut: Valgfri(Dato),
    /** Placed by the committee: it is told. */
    orienterUdvalg: Type.Boolean(),
    planId: Valgfri(Id),
    begrundelse: Fritekst(),
    barnetsHoldning: Fritekst(),
    viderestoette: Valgfri(Fritekst()),
    udenPeriode: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['begrundelse', 'barnetsHoldning', 'viderestoette', 'udenPeriode'] },
  category: 'indsats',
  retbar: {
    periodeSlut: { planlagt: true, efterFelter: ['afgoerelseDato'] },
    afgoerelseDato: {
      efter: [
        'oekonomi.AnbringelseBesluttet',
        'oekonomi.HjemgivelseAnmodet',
        'oekonomi.HjemgivelsesudtalelseIndhentet',
      ],
      foer: ['oekonomi.UdvalgOrienteret', 'oekonomi.AnbringelseOphoert'],
      foerFelter: ['periodeSlut'],
    },
  },
  legalBasis: { SEL: 'SEL § 68, stk. 2', BL: 'BL § 100, stk. 1' },
  journal: (d) => ({
    overskrift: d.udfald === 'hjemgives' ? 'Hjemgivelse besluttet' : 'Afslag på hjemgivelse',
    tekst: `Afgørelse ${d.afgoerelseDato}${d.periodeSlut === undefined ? '' : `, hjemgivelsesperiode til ${d.periodeSlut}`}. ${d.begrundelse} Barnets holdning: ${d.barnetsHoldning}${d.viderestoette === undefined ? '' : ` Videre støtte: ${d.viderestoette}`}${d.udenPeriode === undefined ? '' : ` Uden periode: ${d.udenPeriode}`}`,
  }),
});

export const UdvalgOrienteret = declareEvent({
  type: 'oekonomi.UdvalgOrienteret',
  version: 1,
  beskrivelse: 'Børne- og ungeudvalget er orienteret om, at et barn, det har anbragt, hjemgives.',
  schema: Type.Object({ ...tilhoer, dato: Dato }),
  sealed: {},
  category: 'indsats',
  retbar: { dato: { efter: ['oekonomi.HjemgivelseAfgjort'] } },
  legalBasis: { begge: 'Ankestyrelsens praksis' },
  journal: (d) => ({ overskrift: 'Udvalget orienteret om hjemgivelse', tekst: `Orienteret ${d.dato}.` }),
});
