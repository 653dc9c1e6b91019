import { Afvist } from '../../faelles/afvist.js';
import { foersteAf, kraevRettelse } from '../../faelles/rettelse.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import * as E from './ansoegning.events.js';

export type Ansoegningsspor = 'tidlig-indsats' | 'afdaekning' | 'bfu' | 'handicap' | 'ingen-afdaekning';
export type Ansoegningsudfald = 'imoedekommet' | 'delvist' | 'afslag' | 'trukket';

export interface ModtagetAnsoegning {
  readonly fase: 'modtaget' | 'screenet' | 'afgjort';
  readonly ansoegningId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly regime: 'SEL' | 'BL';
  readonly ansoegerId: string;
  readonly modtaget: string;
  readonly svarSenest: string;
  readonly oensker: string;
  readonly screening: { readonly dato: string; readonly spor: Ansoegningsspor; readonly begrundelse: string } | null;
  readonly beskeder: readonly {
    readonly sendt: string;
    readonly forventet: string;
    readonly begrundelse: string;
  }[];
  readonly afgoerelse: {
    readonly dato: string;
    readonly udfald: Ansoegningsudfald;
    readonly afgoerelseId: string | null;
  } | null;
}

export type Ansoegning = { readonly fase: 'findes-ikke' } | ModtagetAnsoegning;

export type AnsoegningKommando =
  | {
      readonly type: 'ModtagAnsoegning';
      readonly ansoegningId: string;
      readonly sagId: string;
      readonly barnId: string;
      readonly regime: 'SEL' | 'BL';
      readonly ansoegerId: string;
      readonly modtaget: string;
      readonly svarSenest: string;
      readonly oensker: string;
    }
  | {
      readonly type: 'ScreenAnsoegning';
      readonly dato: string;
      readonly spor: Ansoegningsspor;
      readonly begrundelse: string;
    }
  | {
      readonly type: 'RetModtagelse';
      readonly modtaget: string;
      readonly svarSenest: string;
      readonly regime: 'SEL' | 'BL';
      readonly begrundelse: string;
    }
  | { readonly type: 'SendBesked'; readonly sendt: string; readonly forventet: string; readonly begrundelse: string }
  | {
      readonly type: 'AfgoerAnsoegning';
      readonly dato: string;
      readonly udfald: Ansoegningsudfald;
      readonly afgoerelseId?: string;
      /** When the decision that it names was made. */
      readonly afgoerelsesdato?: string;
    };

const RSL = 'RSL § 3, stk. 2';
const SVAR = 'forvaltningsloven §§ 22-25';
const screeningsparagraf = (a: { readonly regime: 'SEL' | 'BL' }): string =>
  a.regime === 'SEL' ? 'SEL § 50' : 'BL § 18, stk. 1-2';

function decide(
  command: AnsoegningKommando,
  state: Ansoegning,
  context: DecisionContext,
): readonly E.AnsoegningEvent[] {
  if (command.type === 'ModtagAnsoegning') return modtag(command, state, context);
  if (state.fase === 'findes-ikke') throw new Afvist('ansoegning-findes-ikke', 'Ansøgningen findes ikke.');
  if (command.type === 'RetModtagelse') return ret(command, state, context);
  if (state.fase === 'afgjort') {
    throw new Afvist('ansoegning-afgjort', 'Ansøgningen er afgjort. En ny ansøgning er en ny enkeltsag.', {
      status: 409,
      paragraf: SVAR,
    });
  }
  return fortsaet(command, state, context);
}

function modtag(
  command: Extract<AnsoegningKommando, { type: 'ModtagAnsoegning' }>,
  state: Ansoegning,
  context: DecisionContext,
): readonly E.AnsoegningEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('ansoegning-findes', 'Ansøgningen er allerede registreret.', { status: 409 });
  }
  kraevIkkeIFremtiden(command.modtaget, context, 'modtaget');
  kraevIkkeFoer(
    command.svarSenest,
    command.modtaget,
    'svarSenest',
    'Fristen for svaret kan ikke ligge før ansøgningen',
    RSL,
  );
  kraevTekst(command.oensker, 'oensker-mangler', 'oensker', 'Skriv, hvad der søges om.', 'offentlighedsloven § 13');
  const { type: _type, ...data } = command;
  return [event(E.AnsoegningModtaget, data)];
}

/** Also when it is answered: whether the answer came in time is a fact. */
function ret(
  { modtaget, svarSenest, regime, begrundelse }: Extract<AnsoegningKommando, { type: 'RetModtagelse' }>,
  a: ModtagetAnsoegning,
  context: DecisionContext,
): readonly E.AnsoegningEvent[] {
  const { ansoegningId, sagId, barnId, screening, beskeder, afgoerelse } = a;
  kraevRettelse(
    {
      ...{ felt: 'dato', gammel: a.modtaget, ny: modtaget, begrundelse, paragraf: RSL },
      senest: foersteAf(
        'Ansøgningen er behandlet, efter at den kom',
        screening?.dato,
        beskeder[0]?.sendt,
        afgoerelse?.dato,
      ),
    },
    context,
  );
  kraevIkkeFoer(svarSenest, modtaget, 'svarSenest', 'Fristen for svaret kan ikke ligge før ansøgningen', RSL);
  return [
    event(E.AnsoegningsmodtagelseRettet, {
      ...{ ansoegningId, sagId, barnId, regime, modtaget, svarSenest, rettet: context.nu },
      ...{ foer: { modtaget: a.modtaget, svarSenest: a.svarSenest }, begrundelse },
    }),
  ];
}

function fortsaet(
  command: Exclude<AnsoegningKommando, { type: 'ModtagAnsoegning' | 'RetModtagelse' }>,
  a: ModtagetAnsoegning,
  context: DecisionContext,
): readonly E.AnsoegningEvent[] {
  const { ansoegningId, sagId, barnId } = a;
  const tilhoer = { ansoegningId, sagId, barnId };
  const kraevDato = (dato: string, felt: string, paragraf: string): void => {
    kraevIkkeIFremtiden(dato, context, felt);
    kraevIkkeFoer(dato, a.modtaget, felt, 'Det kan ikke være sket, før ansøgningen kom', paragraf);
  };
  switch (command.type) {
    case 'ScreenAnsoegning': {
      const { dato, spor, begrundelse } = command;
      const paragraf = screeningsparagraf(a);
      kraevDato(dato, 'dato', paragraf);
      if (a.screening !== null) {
        throw new Afvist('ansoegning-screenet', 'Ansøgningen er allerede screenet.', { status: 409, paragraf });
      }
      if (spor === 'afdaekning' && a.regime === 'SEL') {
        throw new Afvist('spor-findes-ikke', 'Serviceloven kender ikke afdækning. Vælg børnefaglig undersøgelse.', {
          felt: 'spor',
          paragraf,
        });
      }
      kraevTekst(begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund valget af spor.', paragraf);
      return [event(E.AnsoegningScreenet, { ...tilhoer, dato, spor, begrundelse })];
    }
    case 'SendBesked': {
      const { sendt, forventet, begrundelse } = command;
      kraevDato(sendt, 'sendt', RSL);
      if (forventet <= sendt) {
        throw new Afvist('forventet-passer-ikke', 'Afgørelsen skal ventes en senere dag end beskeden.', {
          felt: 'forventet',
          paragraf: RSL,
        });
      }
      kraevTekst(begrundelse, 'begrundelse-mangler', 'begrundelse', 'Begrund, at svaret tager længere tid.', RSL);
      return [event(E.SagsbehandlingsbeskedSendt, { ...tilhoer, sendt, forventet, begrundelse })];
    }
    case 'AfgoerAnsoegning': {
      const { dato, udfald, afgoerelseId, afgoerelsesdato } = command;
      kraevDato(dato, 'dato', SVAR);
      if (udfald === 'trukket') return [event(E.AnsoegningAfgjort, { ...tilhoer, dato, udfald })];
      // Barnets lov screens every case, also applications; serviceloven knows no screening.
      if (a.regime === 'BL' && a.screening === null) {
        throw new Afvist('screening-mangler', 'Screen ansøgningen først: loven kræver det i alle sager.', {
          paragraf: screeningsparagraf(a),
          mangler: ['screening'],
        });
      }
      if (a.screening !== null) {
        kraevIkkeFoer(dato, a.screening.dato, 'dato', 'Ansøgningen er screenet senere', screeningsparagraf(a));
      }
      if (afgoerelseId === undefined) {
        throw new Afvist('afgoerelse-mangler', 'Angiv den afgørelse, som svarer på ansøgningen.', {
          felt: 'afgoerelseId',
          paragraf: SVAR,
          mangler: ['afgoerelse'],
        });
      }
      // The deadline is met by the answer: what was decided before anybody asked, or only afterwards, is none.
      if (afgoerelsesdato !== undefined && (afgoerelsesdato < a.modtaget || afgoerelsesdato > dato)) {
        throw new Afvist(
          'afgoerelse-passer-ikke',
          `Afgørelsen er fra ${afgoerelsesdato}, og ansøgningen kom ${a.modtaget} og er besvaret ${dato}. Angiv den afgørelse, som svarer på ansøgningen, og den dag, den blev givet.`,
          { felt: 'afgoerelseId', paragraf: SVAR },
        );
      }
      return [event(E.AnsoegningAfgjort, { ...tilhoer, dato, udfald, afgoerelseId })];
    }
  }
}

function evolve(state: Ansoegning, e: E.AnsoegningEvent): Ansoegning {
  if (e.type === 'sagsstyring.AnsoegningModtaget') {
    return { fase: 'modtaget', ...e.data, screening: null, beskeder: [], afgoerelse: null };
  }
  if (state.fase === 'findes-ikke') return state;
  switch (e.type) {
    case 'sagsstyring.AnsoegningsmodtagelseRettet': {
      const { modtaget, svarSenest, regime } = e.data;
      return { ...state, modtaget, svarSenest, regime };
    }
    case 'sagsstyring.AnsoegningScreenet': {
      const { dato, spor, begrundelse } = e.data;
      return { ...state, fase: 'screenet', screening: { dato, spor, begrundelse } };
    }
    case 'sagsstyring.SagsbehandlingsbeskedSendt': {
      const { sendt, forventet, begrundelse } = e.data;
      return { ...state, beskeder: [...state.beskeder, { sendt, forventet, begrundelse }] };
    }
    case 'sagsstyring.AnsoegningAfgjort': {
      const { dato, udfald } = e.data;
      return { ...state, fase: 'afgjort', afgoerelse: { dato, udfald, afgoerelseId: e.data.afgoerelseId ?? null } };
    }
  }
}

/** What an application demands: screened, answered, or told when. */
export function ansoegningsskridt(a: Ansoegning): readonly Skridt[] {
  if (a.fase === 'findes-ikke' || a.fase === 'afgjort') return [];
  const enkeltsagId = a.ansoegningId;
  const lovet = a.beskeder.at(-1);
  const skal = a.regime === 'BL' && a.screening === null;
  const screening: readonly Skridt[] =
    a.screening !== null
      ? []
      : [
          {
            kode: 'ansoegning-screening',
            art: a.regime === 'BL' ? 'skal' : 'kan',
            tekst: 'Screen ansøgningen, og begrund sporet',
            hvorfor:
              a.regime === 'BL' ? 'Alle sager screenes, også ansøgninger' : 'Vælg, om barnets forhold undersøges',
            hjemmel: screeningsparagraf(a),
            enkeltsagId,
            frister: [{ regel: 'screening-ansoegning', noegle: enkeltsagId }],
          },
        ];
  return [
    ...screening,
    {
      kode: 'ansoegning-afgoerelse',
      art: skal ? 'maa-ikke' : 'skal',
      tekst: skal ? 'Ansøgningen kan ikke afgøres endnu' : 'Træf afgørelse, og registrér svaret på ansøgningen',
      hvorfor: skal
        ? 'Den er ikke screenet'
        : lovet === undefined
          ? `Ansøgt ${a.modtaget}; kommunens frist er ${a.svarSenest}`
          : `Lovet ${lovet.forventet} i besked af ${lovet.sendt}`,
      hjemmel: skal ? screeningsparagraf(a) : SVAR,
      enkeltsagId,
      frister: [
        { regel: 'sagsbehandlingsfrist-besked', noegle: enkeltsagId },
        { regel: 'sagsbehandlingsfrist-lovet', noegle: enkeltsagId },
      ],
    },
    {
      kode: 'sagsbehandlingsfrist-besked',
      art: 'kan',
      tekst: 'Giv skriftlig besked om, hvornår afgørelsen ventes',
      hvorfor: `Skal ske, når fristen ${lovet?.forventet ?? a.svarSenest} ikke kan holdes`,
      hjemmel: RSL,
      enkeltsagId,
      frister: [
        { regel: 'sagsbehandlingsfrist-besked', noegle: enkeltsagId },
        { regel: 'sagsbehandlingsfrist-lovet', noegle: enkeltsagId },
      ],
    },
  ];
}

/** Why nothing is to be done about it. */
export function ansoegningshvile(a: Ansoegning): string | undefined {
  return a.fase === 'afgjort' ? 'Ansøgeren har fået svar, eller ansøgningen er trukket' : undefined;
}

/** A family's application for support, from the day it came until it is answered. */
export const ansoegningDecider: Decider<AnsoegningKommando, E.AnsoegningEvent, Ansoegning> = {
  kind: 'sagsstyring.ansoegning',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
