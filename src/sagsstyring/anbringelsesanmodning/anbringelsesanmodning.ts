import { Type } from '@sinclair/typebox';
import { Afvist } from '../../faelles/afvist.js';
import { Dato, Fritekst, Id, Valgfri } from '../../faelles/felter.js';
import { type Skridt } from '../../faelles/skridt.js';
import { grunde } from '../../faelles/journalgrunde.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';

export type Anmodningsform = 'mundtlig' | 'skriftlig' | 'gennem-andre';
export type Anmodningsudfald = 'anbringelse' | 'stoettende-indsats' | 'ingen';

const PARAGRAF = 'BL § 48';
// Serviceloven has no such request, so nothing here ever happens under it.
const LOV = { begge: PARAGRAF } as const;
const tilhoer = { anmodningId: Id, sagId: Id, barnId: Id };
const FORMNAVN = { mundtlig: 'mundtligt', skriftlig: 'skriftligt', 'gennem-andre': 'gennem andre' } as const;
const UDFALDSNAVN = {
  anbringelse: 'der træffes afgørelse om anbringelse',
  'stoettende-indsats': 'der træffes afgørelse om støttende indsats',
  ingen: 'der træffes hverken afgørelse om anbringelse eller støttende indsats',
} as const;

export const AnbringelsesanmodningModtaget = declareEvent({
  type: 'sagsstyring.AnbringelsesanmodningModtaget',
  version: 1,
  beskrivelse: 'Barnet har selv bedt om at blive anbragt; formen er uden betydning.',
  schema: Type.Object({
    ...tilhoer,
    modtaget: Dato,
    form: Type.Union([Type.Literal('mundtlig'), Type.Literal('skriftlig'), Type.Literal('gennem-andre')]),
    indhold: Fritekst(),
  }),
  sealed: { barnId: ['indhold'] },
  category: 'afgoerelse',
  retbar: {
    modtaget: { foer: ['sagsstyring.AnbringelsesanmodningVurderet', 'sagsstyring.AnbringelsesanmodningAfgjort'] },
  },
  legalBasis: LOV,
  journal: (d) => ({
    overskrift: 'Barnet har bedt om at blive anbragt',
    tekst: `Modtaget ${d.modtaget} ${FORMNAVN[d.form]}. ${d.indhold}`,
  }),
});

export const AnbringelsesanmodningVurderet = declareEvent({
  type: 'sagsstyring.AnbringelsesanmodningVurderet',
  version: 1,
  beskrivelse: 'Det er vurderet, om der skal laves en undersøgelse, og om betingelserne for anbringelse er opfyldt.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    bfuNoedvendig: Type.Boolean(),
    betingelserOpfyldt: Type.Boolean(),
    boernesamtaleDato: Valgfri(Dato),
    boernesamtaleUndladt: Valgfri(Fritekst()),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['boernesamtaleUndladt', 'begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    boernesamtaleDato: { oplysning: true, foerFelter: ['dato'] },
    dato: {
      efter: ['sagsstyring.AnbringelsesanmodningModtaget'],
      foer: ['sagsstyring.AnbringelsesanmodningAfgjort'],
      efterFelter: ['boernesamtaleDato'],
    },
  },
  legalBasis: LOV,
  journal: (d) => ({
    overskrift: 'Barnets anmodning vurderet',
    tekst: `Vurderet ${d.dato}: der er ${d.bfuNoedvendig ? '' : 'ikke '}brug for en børnefaglig undersøgelse; betingelserne for anbringelse er ${d.betingelserOpfyldt ? '' : 'ikke '}opfyldt. ${d.begrundelse}${grunde(['Børnesamtalen er undladt', d.boernesamtaleUndladt])}`,
  }),
});

export const AnbringelsesanmodningAfgjort = declareEvent({
  type: 'sagsstyring.AnbringelsesanmodningAfgjort',
  version: 1,
  beskrivelse: 'Barnet har fået svar på sin anmodning. Træffes ingen afgørelse om støtte, kan barnet klage.',
  schema: Type.Object({
    ...tilhoer,
    dato: Dato,
    udfald: Type.Union([Type.Literal('anbringelse'), Type.Literal('stoettende-indsats'), Type.Literal('ingen')]),
    afgoerelseId: Valgfri(Id),
    begrundelse: Fritekst(),
  }),
  sealed: { barnId: ['begrundelse'] },
  category: 'afgoerelse',
  retbar: {
    dato: { efter: ['sagsstyring.AnbringelsesanmodningModtaget', 'sagsstyring.AnbringelsesanmodningVurderet'] },
  },
  legalBasis: LOV,
  journal: (d) => ({
    overskrift: 'Barnets anmodning afgjort',
    tekst: `${d.dato}: ${UDFALDSNAVN[d.udfald]}. ${d.begrundelse}`,
  }),
});

export const anbringelsesanmodningEvents = [
  AnbringelsesanmodningModtaget,
  AnbringelsesanmodningVurderet,
  AnbringelsesanmodningAfgjort,
] as const;
type AnmodningEvent = EventOf<(typeof anbringelsesanmodningEvents)[number]>;

export interface ModtagetAnmodning {
  readonly fase: 'modtaget' | 'vurderet' | 'afgjort';
  readonly anmodningId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly modtaget: string;
  readonly form: Anmodningsform;
  readonly indhold: string;
  readonly vurdering: {
    readonly dato: string;
    readonly bfuNoedvendig: boolean;
    readonly betingelserOpfyldt: boolean;
    readonly boernesamtaleDato: string | null;
    readonly boernesamtaleUndladt: string | null;
    readonly begrundelse: string;
  } | null;
  readonly afgoerelse: {
    readonly dato: string;
    readonly udfald: Anmodningsudfald;
    readonly afgoerelseId: string | null;
    readonly begrundelse: string;
  } | null;
}

export type Anbringelsesanmodning = { readonly fase: 'findes-ikke' } | ModtagetAnmodning;

export type AnmodningKommando =
  | {
      readonly type: 'ModtagAnmodning';
      readonly anmodningId: string;
      readonly sagId: string;
      readonly barnId: string;
      readonly modtaget: string;
      readonly form: Anmodningsform;
      readonly indhold: string;
      readonly regime: 'SEL' | 'BL';
    }
  | {
      readonly type: 'VurderAnmodning';
      readonly dato: string;
      readonly bfuNoedvendig: boolean;
      readonly betingelserOpfyldt: boolean;
      readonly boernesamtaleDato?: string;
      readonly boernesamtaleUndladt?: string;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'AfgoerAnmodning';
      readonly dato: string;
      readonly udfald: Anmodningsudfald;
      readonly afgoerelseId?: string;
      /** When the decision that it names was made; not told of a refusal, which is made with it. */
      readonly afgoerelsesdato?: string;
      readonly begrundelse: string;
    };

function decide(
  command: AnmodningKommando,
  state: Anbringelsesanmodning,
  context: DecisionContext,
): readonly AnmodningEvent[] {
  if (command.type === 'ModtagAnmodning') return modtag(command, state, context);
  if (state.fase === 'findes-ikke') throw new Afvist('anmodning-findes-ikke', 'Anmodningen findes ikke.');
  const { anmodningId, sagId, barnId } = state;
  const ids = { anmodningId, sagId, barnId };
  kraevIkkeIFremtiden(command.dato, context, 'dato');
  kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund det.', PARAGRAF);
  if (command.type === 'VurderAnmodning') {
    if (state.fase !== 'modtaget') {
      throw new Afvist('anmodning-vurderet', 'Anmodningen er allerede vurderet.', { status: 409, paragraf: PARAGRAF });
    }
    kraevIkkeFoer(command.dato, state.modtaget, 'dato', 'Den kan ikke være vurderet, før den kom', PARAGRAF);
    const hoert = command.boernesamtaleDato !== undefined && command.boernesamtaleDato <= command.dato;
    if (!hoert && command.boernesamtaleUndladt === undefined) {
      throw new Afvist('boernesamtale-mangler', 'Tal med barnet om anmodningen, eller begrund hvorfor ikke.', {
        felt: 'boernesamtaleDato',
        paragraf: 'BL § 5, stk. 3-4',
        mangler: ['boernesamtale'],
      });
    }
    const { type: _type, ...data } = command;
    return [event(AnbringelsesanmodningVurderet, { ...ids, ...data })];
  }
  if (state.fase === 'afgjort') {
    throw new Afvist('anmodning-afgjort', 'Anmodningen er allerede afgjort.', { status: 409, paragraf: PARAGRAF });
  }
  if (state.vurdering === null) {
    throw new Afvist(
      'vurdering-mangler',
      'Vurdér først, om der skal laves en børnefaglig undersøgelse, og om betingelserne for anbringelse er opfyldt.',
      { paragraf: PARAGRAF, mangler: ['anmodning-vurdering'] },
    );
  }
  kraevIkkeFoer(command.dato, state.vurdering.dato, 'dato', 'Anmodningen er vurderet senere', PARAGRAF);
  if (command.afgoerelseId === undefined) {
    throw new Afvist(
      'afgoerelse-mangler',
      'Angiv afgørelsen om anbringelse eller støttende indsats. Er der ingen, er udfaldet ingen, og barnet kan klage.',
      { felt: 'afgoerelseId', paragraf: PARAGRAF, mangler: ['afgoerelse'] },
    );
  }
  const { type: _type, afgoerelsesdato, ...data } = command;
  // The child may complain when it got nothing: an old decision is no answer, and neither is one that is yet to be made.
  if (afgoerelsesdato !== undefined && (afgoerelsesdato < state.modtaget || afgoerelsesdato > command.dato)) {
    throw new Afvist(
      'afgoerelse-passer-ikke',
      `Afgørelsen er fra ${afgoerelsesdato}; barnet bad om det ${state.modtaget}, og svaret er fra ${command.dato}. Angiv den afgørelse, som anmodningen førte til. Er der ingen, er udfaldet ingen, og barnet kan klage.`,
      { felt: 'afgoerelseId', paragraf: PARAGRAF },
    );
  }
  return [event(AnbringelsesanmodningAfgjort, { ...ids, ...data })];
}

function modtag(
  command: Extract<AnmodningKommando, { type: 'ModtagAnmodning' }>,
  state: Anbringelsesanmodning,
  context: DecisionContext,
): readonly AnmodningEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('anmodning-findes', 'Anmodningen er allerede registreret.', { status: 409 });
  }
  kraevIkkeIFremtiden(command.modtaget, context, 'modtaget');
  if (command.regime === 'SEL') {
    throw new Afvist(
      'findes-ikke-i-loven',
      'Serviceloven kender ikke barnets egen anmodning om anbringelse; behandl den som en henvendelse om støtte.',
      { felt: 'modtaget', paragraf: 'BL § 48 (fra 1-1-2024); SEL § 50' },
    );
  }
  kraevTekst(command.indhold, 'indhold-mangler', 'indhold', 'Skriv, hvad barnet har bedt om.', PARAGRAF);
  const { type: _type, regime: _regime, ...data } = command;
  return [event(AnbringelsesanmodningModtaget, data)];
}

function evolve(state: Anbringelsesanmodning, e: AnmodningEvent): Anbringelsesanmodning {
  if (e.type === 'sagsstyring.AnbringelsesanmodningModtaget') {
    return { fase: 'modtaget', ...e.data, vurdering: null, afgoerelse: null };
  }
  if (state.fase === 'findes-ikke') return state;
  if (e.type === 'sagsstyring.AnbringelsesanmodningVurderet') {
    const { dato, bfuNoedvendig, betingelserOpfyldt, begrundelse } = e.data;
    return {
      ...state,
      fase: 'vurderet',
      vurdering: {
        ...{ dato, bfuNoedvendig, betingelserOpfyldt, begrundelse },
        boernesamtaleDato: e.data.boernesamtaleDato ?? null,
        boernesamtaleUndladt: e.data.boernesamtaleUndladt ?? null,
      },
    };
  }
  const { dato, udfald, begrundelse } = e.data;
  const afgoerelseId = e.data.afgoerelseId ?? null;
  return { ...state, fase: 'afgjort', afgoerelse: { dato, udfald, begrundelse, afgoerelseId } };
}

/** A child's own request must be answered. */
export function anmodningsskridt(a: Anbringelsesanmodning): readonly Skridt[] {
  if (a.fase === 'findes-ikke' || a.fase === 'afgjort') return [];
  const faelles = { art: 'skal', hjemmel: PARAGRAF, enkeltsagId: a.anmodningId } as const;
  return a.fase === 'modtaget'
    ? [
        {
          ...faelles,
          kode: 'barnets-anbringelsesanmodning',
          tekst: 'Tal med barnet, og vurdér, om der skal laves en undersøgelse, og om barnet kan anbringes',
          hvorfor: `Barnet bad om at blive anbragt ${a.modtaget}`,
        },
      ]
    : [
        {
          ...faelles,
          kode: 'barnets-anbringelsesanmodning-afgoerelse',
          tekst: 'Afgør anmodningen, og giv barnet svar med klagevejledning',
          hvorfor: 'Anmodningen er vurderet',
        },
      ];
}

/** Why nothing is to be done about it. */
export function anmodningshvile(a: Anbringelsesanmodning): string | undefined {
  return a.fase === 'afgjort' ? 'Barnet har fået svar på sin anmodning' : undefined;
}

/** A child's own request to be placed: received in any form, assessed, and answered. */
export const anbringelsesanmodningDecider: Decider<AnmodningKommando, AnmodningEvent, Anbringelsesanmodning> = {
  kind: 'sagsstyring.anbringelsesanmodning',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
