import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, KortTekst, Valgfri } from '../../faelles/felter.js';
import { grunde } from '../../faelles/journalgrunde.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';
import { udvalgsgrunde } from './anbringelse.events.js';

const tilhoer = { anbringelseId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
const UDFALD = {
  doegnophold: 'døgnopholdet fortsætter efter det fyldte 18. år',
  'anden-stoette': 'anden støtte efter det fyldte 18. år',
  ingen: 'ingen støtte efter det fyldte 18. år',
} as const;

export const PermanentAnbringelseBesluttet = declareEvent({
  type: 'oekonomi.PermanentAnbringelseBesluttet',
  version: 1,
  beskrivelse:
    'Udvalget har besluttet, at anbringelsen er permanent (serviceloven: videreført). Den skal ikke genbehandles.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    hjemmel: KortTekst(),
    dato: Dato,
    udvalgsafgoerelseId: Valgfri(Id),
    bfuId: Id,
    planId: Id,
    psykologiskVurderingDato: Dato,
    samtykkeDato: Valgfri(Dato),
    tilknytning: Fritekst(),
    barnetsHoldning: Fritekst(),
    /** Why before the three years, by a rule that lets it. */
    saerregel: Valgfri(Fritekst()),
    /** Which rule. */
    saerregelgrund: Valgfri(Type.Union([Type.Literal('bl-50-stk-7'), Type.Literal('bl-68-stk-2')])),
    udvalgsreference: Valgfri(KortTekst()),
    udvalgOvertaget: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['tilknytning', 'barnetsHoldning', 'saerregel', 'udvalgsreference', 'udvalgOvertaget'] },
  category: 'indsats',
  retbar: {
    psykologiskVurderingDato: { oplysning: true, foerFelter: ['dato'] },
    samtykkeDato: { oplysning: true, foerFelter: ['dato'] },
    dato: {
      efter: ['oekonomi.AnbringelseIvaerksat'],
      foer: ['oekonomi.AnbringelseOphoert'],
      efterFelter: ['psykologiskVurderingDato', 'samtykkeDato'],
      // The committee's day, which follows when that is put right.
      roller: ['buu-sekretaer', 'sagsbehandler'],
    },
  },
  legalBasis: { SEL: 'SEL § 68 a', BL: 'BL § 67' },
  journal: (d) => ({
    overskrift: 'Anbringelsen er permanent',
    tekst: `Besluttet ${d.dato} efter ${d.hjemmel}. Tilknytning: ${d.tilknytning} Barnets holdning: ${d.barnetsHoldning}${grunde(['Før tre år', d.saerregel], ...udvalgsgrunde(d))}`,
  }),
});

export const UngestoetteAfgjort = declareEvent({
  type: 'oekonomi.UngestoetteAfgjort',
  version: 1,
  beskrivelse:
    'Der er truffet afgørelse om den unges støtte efter det fyldte 18. år (serviceloven: efterværn); senest seks måneder før.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    afgoerelseId: Id,
    afgoerelseDato: Dato,
    udfald: Type.Union([Type.Literal('doegnophold'), Type.Literal('anden-stoette'), Type.Literal('ingen')]),
    planId: Valgfri(Id),
    begrundelse: Fritekst(),
    ungesHoldning: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse', 'ungesHoldning'] },
  category: 'indsats',
  retbar: { afgoerelseDato: { efter: ['oekonomi.AnbringelseBesluttet'] } },
  legalBasis: { SEL: 'SEL § 68, stk. 11; § 76', BL: 'BL §§ 111 og 114' },
  journal: (d) => ({
    overskrift: 'Afgørelse om ungestøtte',
    tekst: `Afgørelse ${d.afgoerelseDato}: ${UDFALD[d.udfald]}. ${d.begrundelse} Den unges holdning: ${d.ungesHoldning}`,
  }),
});
