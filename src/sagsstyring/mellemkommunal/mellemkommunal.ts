import { Type } from '@sinclair/typebox';
import { Afvist } from '../../faelles/afvist.js';
import { Dato, Fritekst, Id, Kommunekode, KortTekst } from '../../faelles/felter.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { declareEvent, event, type EventOf } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';

const tilhoer = { mellemkommunalId: Id, sagId: Id, barnId: Id };
const FLYTNING = { SEL: 'SEL § 152, stk. 1-2', BL: 'BL § 132, stk. 1-2' } as const;

export const MellemkommunalUnderretningSendt = declareEvent({
  type: 'sagsstyring.MellemkommunalUnderretningSendt',
  version: 1,
  beskrivelse:
    'Familien flytter, og barnet har behov for særlig støtte: den nye kommune er underrettet med materiale og opsummering.',
  schema: Type.Object({
    ...tilhoer,
    regime: Type.Union([Type.Literal('SEL'), Type.Literal('BL')]),
    tilKommune: Kommunekode,
    flytter: Dato,
    sendt: Dato,
    maade: KortTekst(80),
    opsummering: Fritekst(),
    materiale: Fritekst(),
  }),
  sealed: { barnId: ['opsummering', 'materiale'] },
  category: 'sag',
  retbar: {
    flytter: { planlagt: true },
    sendt: { foer: ['sagsstyring.MellemkommunalUnderretningBekraeftet'] },
  },
  legalBasis: FLYTNING,
  journal: (d) => ({
    overskrift: 'Mellemkommunal underretning sendt',
    tekst: `Sendt ${d.sendt} til kommune ${d.tilKommune} (${d.maade}); familien flytter ${d.flytter}. ${d.opsummering} Materiale: ${d.materiale}`,
  }),
});

export const MellemkommunalUnderretningBekraeftet = declareEvent({
  type: 'sagsstyring.MellemkommunalUnderretningBekraeftet',
  version: 1,
  beskrivelse: 'Den nye kommune har bekræftet, at den har fået underretningen.',
  schema: Type.Object({ ...tilhoer, modtaget: Dato }),
  sealed: {},
  category: 'sag',
  retbar: { modtaget: { efter: ['sagsstyring.MellemkommunalUnderretningSendt'] } },
  legalBasis: FLYTNING,
  journal: (d) => ({
    overskrift: 'Mellemkommunal underretning bekræftet',
    tekst: `Den nye kommune fik den ${d.modtaget}.`,
  }),
});

export const mellemkommunalEvents = [MellemkommunalUnderretningSendt, MellemkommunalUnderretningBekraeftet] as const;
type MellemkommunalEvent = EventOf<(typeof mellemkommunalEvents)[number]>;

export interface SendtUnderretning {
  readonly fase: 'sendt' | 'bekraeftet';
  readonly mellemkommunalId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly regime: 'SEL' | 'BL';
  readonly tilKommune: string;
  readonly flytter: string;
  readonly sendt: string;
  readonly maade: string;
  readonly opsummering: string;
  readonly materiale: string;
  readonly modtaget: string | null;
}

export type Mellemkommunal = { readonly fase: 'findes-ikke' } | SendtUnderretning;

export type MellemkommunalKommando =
  | ({ readonly type: 'SendMellemkommunal'; readonly egenKommune: string } & Omit<
      SendtUnderretning,
      'fase' | 'modtaget'
    >)
  | { readonly type: 'BekraeftMellemkommunal'; readonly modtaget: string };

function decide(
  command: MellemkommunalKommando,
  state: Mellemkommunal,
  context: DecisionContext,
): readonly MellemkommunalEvent[] {
  if (command.type === 'SendMellemkommunal') return send(command, state, context);
  if (state.fase === 'findes-ikke') {
    throw new Afvist('mellemkommunal-findes-ikke', 'Den mellemkommunale underretning findes ikke.');
  }
  if (state.fase === 'bekraeftet') {
    throw new Afvist('mellemkommunal-bekraeftet', 'Den nye kommune har allerede bekræftet.', { status: 409 });
  }
  kraevIkkeIFremtiden(command.modtaget, context, 'modtaget');
  kraevIkkeFoer(command.modtaget, state.sendt, 'modtaget', 'Den kan ikke være modtaget, før den blev sendt');
  const { mellemkommunalId, sagId, barnId } = state;
  return [event(MellemkommunalUnderretningBekraeftet, { mellemkommunalId, sagId, barnId, modtaget: command.modtaget })];
}

function send(
  command: Extract<MellemkommunalKommando, { type: 'SendMellemkommunal' }>,
  state: Mellemkommunal,
  context: DecisionContext,
): readonly MellemkommunalEvent[] {
  const { type: _type, egenKommune, ...data } = command;
  const paragraf = (stk: string): string => (command.regime === 'SEL' ? `SEL § 152, ${stk}` : `BL § 132, ${stk}`);
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('mellemkommunal-findes', 'Underretningen er allerede sendt.', { status: 409 });
  }
  kraevIkkeIFremtiden(command.sendt, context, 'sendt');
  if (command.tilKommune === egenKommune) {
    throw new Afvist('samme-kommune', 'Familien flytter til kommunen selv.', {
      felt: 'tilKommune',
      paragraf: paragraf('stk. 1'),
    });
  }
  kraevTekst(
    command.opsummering,
    'opsummering-mangler',
    'opsummering',
    'Underretningen skal følges af en opsummering af kommunens vurderinger.',
    paragraf('stk. 2'),
  );
  kraevTekst(
    command.materiale,
    'materiale-mangler',
    'materiale',
    'Underretningen skal følges af det nødvendige sagsmateriale; skriv, hvilket.',
    paragraf('stk. 2'),
  );
  return [event(MellemkommunalUnderretningSendt, data)];
}

function evolve(state: Mellemkommunal, e: MellemkommunalEvent): Mellemkommunal {
  if (e.type === 'sagsstyring.MellemkommunalUnderretningSendt') return { fase: 'sendt', ...e.data, modtaget: null };
  return state.fase === 'findes-ikke' ? state : { ...state, fase: 'bekraeftet', modtaget: e.data.modtaget };
}

/** The new municipality's own deadlines run from when it has the notification, so its receipt is worth asking for. */
export function mellemkommunaleSkridt(m: Mellemkommunal): readonly Skridt[] {
  if (m.fase !== 'sendt') return [];
  return [
    {
      kode: 'mellemkommunal-bekraeftelse',
      art: 'kan',
      tekst: `Få bekræftet, at kommune ${m.tilKommune} har fået underretningen`,
      hvorfor: `Sendt ${m.sendt}; den nye kommunes frister løber fra modtagelsen`,
      hjemmel: m.regime === 'SEL' ? 'SEL § 152' : 'BL § 132',
      enkeltsagId: m.mellemkommunalId,
    },
  ];
}

/** Why nothing is to be done about it. */
export function mellemkommunalhvile(m: Mellemkommunal): string | undefined {
  return m.fase === 'bekraeftet' ? 'Den nye kommune har bekræftet, at den har fået underretningen' : undefined;
}

/** The notification from one municipality to another when a family that needs support moves. */
export const mellemkommunalDecider: Decider<MellemkommunalKommando, MellemkommunalEvent, Mellemkommunal> = {
  kind: 'sagsstyring.mellemkommunal',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
