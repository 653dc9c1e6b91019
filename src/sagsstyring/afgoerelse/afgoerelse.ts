import { Afvist } from '../../faelles/afvist.js';
import { type Skridt } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import { kraevMaskering, kraevRisikovurdering } from '../parter/brevregler.js';
import { type Hoeringsundtagelse, type Hoertrolle, type Regime } from '../partshoering/tilstand.js';
import * as E from './afgoerelse.events.js';
import { type Meddelelsesrettelse, retMeddelelse } from './meddelelsesrettelse.js';

export type Meddelelsesmaade = 'digital-post' | 'brev' | 'overrakt';
export type Organ = 'KB' | 'BUU';

export interface Afgoerelsespart {
  readonly personId: string;
  readonly rolle: Hoertrolle;
}

export interface TruffetAfgoerelse {
  readonly fase: 'truffet' | 'meddelt';
  readonly afgoerelseId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly afgoerelseKode: string;
  readonly afgoerelsesnavn: string;
  readonly hjemmel: string;
  readonly regime: Regime;
  readonly organ: Organ;
  readonly dato: string;
  readonly tilUgunst: boolean;
  readonly afslag: boolean;
  readonly opsaettendeVirkning: boolean;
  readonly parter: readonly Afgoerelsespart[];
  readonly partshoeringIder: readonly string[];
  readonly hoeringUndladt: Hoeringsundtagelse | null;
  readonly hoeringUndladtBegrundelse: string | null;
  readonly vedroererId: string | null;
  readonly erstatterId: string | null;
  readonly begrundelse: string;
  readonly boernesamtaleDato: string | null;
  readonly boernesamtaleUndladt: string | null;
  readonly meddelelser: readonly {
    readonly meddelelseId: string;
    readonly personId: string;
    readonly sendt: string;
    readonly modtaget: string;
    readonly maade: Meddelelsesmaade;
    readonly maskeret: boolean;
  }[];
}

export type Afgoerelse = { readonly fase: 'findes-ikke' } | TruffetAfgoerelse;

export interface TraefAfgoerelse {
  readonly type: 'TraefAfgoerelse';
  readonly afgoerelseId: string;
  readonly sagId: string;
  readonly barnId: string;
  readonly afgoerelseKode: string;
  readonly afgoerelsesnavn: string;
  readonly hjemmel: string;
  readonly regime: Regime;
  readonly organ: Organ;
  readonly dato: string;
  readonly tilUgunst: boolean;
  readonly afslag: boolean;
  readonly opsaettendeVirkning: boolean;
  readonly parter: readonly Afgoerelsespart[];
  /** Parties who have not been heard by the day of the decision; empty when the law does not demand it. */
  readonly uhoerte: readonly Afgoerelsespart[];
  readonly partshoeringIder: readonly string[];
  readonly undtagelse?: { readonly grund: Hoeringsundtagelse; readonly begrundelse: string };
  readonly vedroererId?: string;
  readonly erstatterId?: string;
  readonly begrundelse: string;
  /** The upper age of the kind of decision, and how old the child is; a refusal takes nothing away from somebody who is of age. */
  readonly alder: { readonly nu: number | null; readonly foer: number; readonly paragraf: string } | null;
  /** Where the act demands the child's view in a talk; null: it does not, or another has judged it. */
  readonly samtalekrav: { readonly paragraf: string } | null;
  readonly boernesamtale?: Boernesamtale;
}

/** How the child's view was sought: in a talk, or why not. */
export type Boernesamtale = { readonly dato: string } | { readonly undladt: string };

export type AfgoerelseKommando =
  | TraefAfgoerelse
  | {
      readonly type: 'MeddelAfgoerelse';
      readonly meddelelseId: string;
      readonly personId: string;
      readonly sendt: string;
      readonly modtaget: string;
      readonly maade: Meddelelsesmaade;
      readonly klagevejledning: boolean;
      readonly maskeret: boolean;
      readonly beskyttedeAndre: number;
      readonly risikovurderingMangler: boolean;
    }
  | Meddelelsesrettelse;

const ROLLE: Readonly<Record<Hoertrolle, string>> = {
  barn: 'barnet',
  foraelder: 'forælder',
  myndighedsindehaver: 'myndighedsindehaver',
};

function decide(
  command: AfgoerelseKommando,
  state: Afgoerelse,
  context: DecisionContext,
): readonly E.AfgoerelseEvent[] {
  switch (command.type) {
    case 'TraefAfgoerelse':
      return traef(command, state, context);
    case 'MeddelAfgoerelse':
      return meddel(command, kraevTruffet(state), context);
    case 'RetModtagelse':
    case 'RetAfsendelse':
      return retMeddelelse(command, kraevTruffet(state), context);
  }
}

function kraevTruffet(state: Afgoerelse): TruffetAfgoerelse {
  if (state.fase === 'findes-ikke') throw new Afvist('afgoerelse-findes-ikke', 'Afgørelsen findes ikke.');
  return state;
}

function traef(command: TraefAfgoerelse, state: Afgoerelse, context: DecisionContext): readonly E.AfgoerelseEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('afgoerelse-findes', 'Afgørelsen er allerede truffet.', { status: 409 });
  }
  kraevIkkeIFremtiden(command.dato, context, 'dato');
  kraevTekst(
    command.begrundelse,
    'begrundelse-mangler',
    'begrundelse',
    'En afgørelse skal begrundes.',
    'forvaltningsloven §§ 22-24',
  );
  kraevAlder(command);
  kraevSamtale(command);
  const { type: _type, uhoerte, undtagelse, afslag, boernesamtale, ...resten } = command;
  const { alder: _alder, samtalekrav: _krav, ...data } = resten;
  if (uhoerte.length > 0 && undtagelse === undefined) {
    throw new Afvist(
      'partshoering-mangler',
      `Afgørelsen går en part imod og kan ikke træffes ${command.dato}. Hør først: ${uhoerte.map((p) => `${ROLLE[p.rolle]} ${p.personId}`).join(', ')}. Gør loven en undtagelse, så angiv den.`,
      { paragraf: 'forvaltningsloven § 19', mangler: uhoerte.map(() => 'partshoering') },
    );
  }
  if (undtagelse !== undefined) {
    kraevTekst(
      undtagelse.begrundelse,
      'begrundelse-mangler',
      'undtagelse.begrundelse',
      'Begrund, at loven gør en undtagelse fra partshøringen.',
      'forvaltningsloven § 19, stk. 2',
    );
  }
  return [
    event(E.AfgoerelseTruffet, {
      ...data,
      ...(afslag ? { afslag } : {}),
      parter: command.parter.map(({ personId, rolle }) => ({ personId, rolle })),
      partshoeringIder: [...command.partshoeringIder],
      ...(undtagelse === undefined
        ? {}
        : { hoeringUndladt: undtagelse.grund, hoeringUndladtBegrundelse: undtagelse.begrundelse }),
      ...samtalefelter(boernesamtale),
    }),
  ];
}

function kraevAlder({ alder, afgoerelsesnavn }: TraefAfgoerelse): void {
  if (alder === null || alder.nu === null || alder.nu < alder.foer) return;
  throw new Afvist(
    alder.foer === 18 ? 'fyldt-18' : 'fyldt-23',
    `${afgoerelsesnavn} kan ikke afgøres om en, der er fyldt ${String(alder.foer)} år.${alder.foer === 18 ? ' Efter det fyldte 18. år kan der kun gives ungestøtte.' : ''}`,
    { felt: 'dato', paragraf: alder.paragraf },
  );
}

function kraevSamtale({ samtalekrav, boernesamtale, dato }: TraefAfgoerelse): void {
  if (samtalekrav === null) return;
  const holdt = boernesamtale !== undefined && 'dato' in boernesamtale;
  if (boernesamtale !== undefined && (!holdt || boernesamtale.dato <= dato)) return;
  throw new Afvist(
    'boernesamtale-mangler',
    'Barnets holdning skal være skaffet ved en samtale inden afgørelsen, eller det skal begrundes, at den er undladt.',
    { felt: 'boernesamtale', paragraf: samtalekrav.paragraf, mangler: ['boernesamtale'] },
  );
}

function samtalefelter(samtale: Boernesamtale | undefined): {
  readonly boernesamtaleDato?: string;
  readonly boernesamtaleUndladt?: string;
} {
  if (samtale === undefined) return {};
  return 'dato' in samtale ? { boernesamtaleDato: samtale.dato } : { boernesamtaleUndladt: samtale.undladt };
}

function meddel(
  command: Extract<AfgoerelseKommando, { type: 'MeddelAfgoerelse' }>,
  a: TruffetAfgoerelse,
  context: DecisionContext,
): readonly E.AfgoerelseEvent[] {
  const part = a.parter.find((p) => p.personId === command.personId);
  if (part === undefined) {
    throw new Afvist('ikke-part', 'Personen er ikke part i afgørelsen og må ikke få den.', {
      felt: 'personId',
      paragraf: `forvaltningsloven § 27; ${a.hjemmel}`,
    });
  }
  kraevIkkeIFremtiden(command.sendt, context, 'sendt');
  kraevIkkeFoer(command.sendt, a.dato, 'sendt', 'Afgørelsen kan ikke meddeles, før den er truffet');
  if (a.meddelelser.some((m) => m.personId === command.personId)) {
    throw new Afvist('afgoerelse-meddelt', 'Parten har allerede fået afgørelsen.', {
      felt: 'personId',
      status: 409,
    });
  }
  if (!command.klagevejledning) {
    throw new Afvist(
      'klagevejledning-mangler',
      'Afgørelsen skal meddeles med klagevejledning: hvem der kan klages til, og inden hvornår. Uden den kan klagefristen ikke løbe.',
      { felt: 'klagevejledning', paragraf: 'forvaltningsloven § 25', mangler: ['klagevejledning'] },
    );
  }
  if (part.rolle !== 'barn') kraevRisikovurdering(command.risikovurderingMangler);
  kraevMaskering(command.maskeret, command.beskyttedeAndre);
  const { afgoerelseId, sagId, barnId } = a;
  const { meddelelseId, personId, sendt, modtaget, maade, maskeret } = command;
  return [
    event(E.AfgoerelseMeddelt, {
      ...{ afgoerelseId, sagId, barnId },
      ...{ meddelelseId, personId, sendt, modtaget, maade, maskeret },
    }),
  ];
}

function evolve(state: Afgoerelse, e: E.AfgoerelseEvent): Afgoerelse {
  if (e.type === 'sagsstyring.AfgoerelseTruffet') {
    const { hoeringUndladt, hoeringUndladtBegrundelse, vedroererId, erstatterId, ...data } = e.data;
    const { afslag = false, boernesamtaleDato = null, boernesamtaleUndladt = null } = data;
    return {
      fase: data.parter.length === 0 ? 'meddelt' : 'truffet',
      ...data,
      hoeringUndladt: hoeringUndladt ?? null,
      hoeringUndladtBegrundelse: hoeringUndladtBegrundelse ?? null,
      vedroererId: vedroererId ?? null,
      erstatterId: erstatterId ?? null,
      ...{ afslag, boernesamtaleDato, boernesamtaleUndladt },
      meddelelser: [],
    };
  }
  if (state.fase === 'findes-ikke') return state;
  if (e.type === 'sagsstyring.AfgoerelsemodtagelseRettet') {
    const { meddelelseId, sendt, modtaget } = e.data;
    const meddelelser = state.meddelelser.map((m) => (m.meddelelseId === meddelelseId ? { ...m, sendt, modtaget } : m));
    return { ...state, meddelelser };
  }
  const { meddelelseId, personId, sendt, modtaget, maade, maskeret } = e.data;
  const meddelelser = [...state.meddelelser, { meddelelseId, personId, sendt, modtaget, maade, maskeret }];
  return { ...state, meddelelser, fase: meddelelser.length === state.parter.length ? 'meddelt' : 'truffet' };
}

/** A decision must reach every party with reasons and guidance on appeal. */
export function afgoerelsesskridt(a: Afgoerelse): readonly Skridt[] {
  if (a.fase !== 'truffet') return [];
  const faaet = new Set(a.meddelelser.map((m) => m.personId));
  return a.parter
    .filter((part) => !faaet.has(part.personId))
    .map((part) => ({
      kode: 'afgoerelse-meddelelse',
      art: 'skal',
      tekst: `Meddel afgørelsen til ${ROLLE[part.rolle]} (${part.personId}) med begrundelse og klagevejledning`,
      hvorfor: `${a.afgoerelsesnavn} blev afgjort ${a.dato}; klagefristen løber først, når parten har fået den`,
      hjemmel: 'forvaltningsloven §§ 22-25',
      enkeltsagId: a.afgoerelseId,
      ...(part.rolle === 'barn' ? { kunTilBarnet: true } : {}),
    }));
}

/** Why nothing is to be done about it. */
export function afgoerelseshvile(a: Afgoerelse): string | undefined {
  return a.fase === 'meddelt' ? 'Afgørelsen er meddelt alle parter med klagevejledning' : undefined;
}

/** A decision in a case, made with the parties heard, and told to each of them. */
export const afgoerelseDecider: Decider<AfgoerelseKommando, E.AfgoerelseEvent, Afgoerelse> = {
  kind: 'sagsstyring.afgoerelse',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
