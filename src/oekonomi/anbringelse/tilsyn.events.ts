import { Type } from '@sinclair/typebox';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { declareEvent } from '../../platform/eventstore/event-declaration.js';

const tilhoer = { anbringelseId: Id, barnId: Id, sagId: Id };
const Regime = Type.Union([Type.Literal('SEL'), Type.Literal('BL')]);
const tilsyn = { SEL: 'SEL § 148', BL: 'BL § 156, stk. 5' } as const;

export const TilsynsbesoegAfholdt = declareEvent({
  type: 'oekonomi.TilsynsbesoegAfholdt',
  version: 1,
  beskrivelse:
    'Kommunen har besøgt barnet på anbringelsesstedet, om muligt med en samtale uden personale. Der skal være mindst to besøg om året.',
  schema: Type.Object({
    ...tilhoer,
    regime: Regime,
    tilsynId: Id,
    dato: Dato,
    samtale: Type.Boolean(),
    udenPersonale: Type.Boolean(),
    bekymrende: Type.Boolean(),
    /** Latest day of the next visit, so that there are always so many within twelve months as the law asks. */
    naesteTilsynSenest: Dato,
    vurdering: Fritekst(),
    /** Why there was no talk with the child, or why staff was there. */
    forbehold: Valgfri(Fritekst()),
  }),
  sealed: { barnId: ['vurdering', 'forbehold'] },
  category: 'opfoelgning',
  retbar: { dato: { efter: ['oekonomi.AnbringelseIvaerksat'], foer: ['oekonomi.AnbringelseOphoert'] } },
  legalBasis: tilsyn,
  journal: (d) => ({
    overskrift: 'Tilsynsbesøg på anbringelsesstedet',
    tekst: `Holdt ${d.dato}, ${d.samtale ? `samtale med barnet ${d.udenPersonale ? 'uden' : 'med'} personale` : 'uden samtale med barnet'}${d.bekymrende ? ', bekymrende forhold' : ''}. ${d.vurdering}${d.forbehold === undefined ? '' : ` ${d.forbehold}`} Næste besøg senest ${d.naesteTilsynSenest}.`,
  }),
});

export const SocialtilsynUnderrettet = declareEvent({
  type: 'oekonomi.SocialtilsynUnderrettet',
  version: 1,
  beskrivelse: 'Socialtilsynet har fået besked om bekymrende forhold på anbringelsesstedet.',
  schema: Type.Object({ ...tilhoer, tilsynId: Valgfri(Id), dato: Dato, forhold: Fritekst() }),
  sealed: { barnId: ['forhold'] },
  category: 'opfoelgning',
  retbar: { dato: { efter: ['oekonomi.AnbringelseIvaerksat'] } },
  legalBasis: { SEL: 'SEL § 148', BL: 'BL § 156, stk. 4' },
  journal: (d) => ({ overskrift: 'Socialtilsynet underrettet', tekst: `${d.dato}. ${d.forhold}` }),
});
