import { Afvist } from '../../faelles/afvist.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import { kraevMaskering, kraevRisikovurdering } from '../parter/brevregler.js';
import * as E from './partshoering.events.js';
import {
  erHoert,
  evolve,
  type BegyndtPartshoering,
  type Hoeringsundtagelse,
  type Hoertpart,
  type Hoertrolle,
  type Partshoering,
  type Regime,
} from './tilstand.js';

const PARAGRAF = 'forvaltningsloven § 19';

export type PartshoeringKommando =
  | {
      readonly type: 'IndledPartshoering';
      readonly partshoeringId: string;
      readonly sagId: string;
      readonly barnId: string;
      readonly afgoerelseKode: string;
      readonly afgoerelsesnavn: string;
      readonly hjemmel: string;
      readonly regime: Regime;
      readonly dato: string;
      readonly oplysninger: string;
      /** The parties to such a decision on the day; a rule has found them. */
      readonly parter: readonly { readonly personId: string; readonly rolle: Hoertrolle }[];
    }
  | {
      readonly type: 'SendBrev';
      readonly brevId: string;
      readonly personId: string;
      readonly sendt: string;
      readonly svarfrist: string;
      readonly maade: string;
      readonly maskeret: boolean;
      /** Others around the child whose address is protected on the day. */
      readonly beskyttedeAndre: number;
      readonly risikovurderingMangler: boolean;
    }
  | { readonly type: 'ModtagSvar'; readonly personId: string; readonly modtaget: string; readonly svar: string }
  | {
      readonly type: 'UndladHoering';
      readonly personId: string;
      readonly dato: string;
      readonly grund: Hoeringsundtagelse;
      readonly begrundelse: string;
    }
  | { readonly type: 'AfslutPartshoering'; readonly dato: string };

/** Parties who have not been heard by the day; nobody may decide against them yet. */
export function uhoerteParter(p: BegyndtPartshoering, dato: string): readonly Hoertpart[] {
  return p.parter.filter((part) => !erHoert(part, dato));
}

/** The same as what is missing, for refusals and guidance. */
export function manglerIPartshoering(p: BegyndtPartshoering, dato: string): readonly Mangel[] {
  return uhoerteParter(p, dato).map((part) => ({
    kode: 'partshoering',
    tekst:
      part.brev === null
        ? `Hør parten (${ROLLENAVN[part.rolle]} ${part.personId})`
        : `Vent på svar fra parten (${ROLLENAVN[part.rolle]} ${part.personId}) til svarfristen ${part.brev.svarfrist}`,
    hjemmel: PARAGRAF,
  }));
}

export const ROLLENAVN: Readonly<Record<Hoertrolle, string>> = {
  barn: 'barnet',
  foraelder: 'forælder',
  myndighedsindehaver: 'myndighedsindehaver',
};

function decide(
  command: PartshoeringKommando,
  state: Partshoering,
  context: DecisionContext,
): readonly E.PartshoeringEvent[] {
  if (command.type === 'IndledPartshoering') return indled(command, state, context);
  return fortsaet(command, kraevIGang(state), context);
}

function indled(
  command: Extract<PartshoeringKommando, { type: 'IndledPartshoering' }>,
  state: Partshoering,
  context: DecisionContext,
): readonly E.PartshoeringEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('partshoering-findes', 'Partshøringen er allerede indledt.', { status: 409 });
  }
  kraevIkkeIFremtiden(command.dato, context, 'dato');
  if (command.parter.length === 0) {
    throw new Afvist(
      'ingen-parter',
      'Barnets netværk har ingen, der er part i en sådan afgørelse. Registrér forældremyndigheden, eller begrund i afgørelsen, hvorfor ingen høres.',
      { paragraf: PARAGRAF, mangler: ['foraeldremyndighed'] },
    );
  }
  kraevTekst(
    command.oplysninger,
    'oplysninger-mangler',
    'oplysninger',
    'Skriv, hvilke oplysninger parterne gøres bekendt med.',
    PARAGRAF,
  );
  const { type: _type, parter, ...data } = command;
  return [
    event(E.PartshoeringIndledt, { ...data, parter: parter.map(({ personId, rolle }) => ({ personId, rolle })) }),
  ];
}

function kraevIGang(state: Partshoering): BegyndtPartshoering {
  if (state.fase === 'findes-ikke') throw new Afvist('partshoering-findes-ikke', 'Partshøringen findes ikke.');
  if (state.fase === 'afsluttet') {
    throw new Afvist(
      'partshoering-afsluttet',
      `Partshøringen blev afsluttet ${state.afsluttet ?? ''}. Indled en ny, hvis der er nye oplysninger.`,
      { paragraf: PARAGRAF, status: 409 },
    );
  }
  return state;
}

function kraevPart(p: BegyndtPartshoering, personId: string): Hoertpart {
  const part = p.parter.find((anden) => anden.personId === personId);
  if (part === undefined) {
    throw new Afvist('ikke-part', 'Personen er ikke part i afgørelsen og må ikke få oplysningerne.', {
      felt: 'personId',
      paragraf: `forvaltningsloven §§ 19 og 27; ${p.hjemmel}`,
    });
  }
  return part;
}

function fortsaet(
  command: Exclude<PartshoeringKommando, { type: 'IndledPartshoering' }>,
  p: BegyndtPartshoering,
  context: DecisionContext,
): readonly E.PartshoeringEvent[] {
  const { partshoeringId, sagId, barnId } = p;
  const tilhoer = { partshoeringId, sagId, barnId };
  switch (command.type) {
    case 'SendBrev':
      return sendBrev(command, p, context);
    case 'ModtagSvar': {
      const { brev } = kraevPart(p, command.personId);
      kraevIkkeIFremtiden(command.modtaget, context, 'modtaget');
      if (brev === null) {
        throw new Afvist('brev-mangler', 'Parten har ikke fået et partshøringsbrev at svare på.', {
          felt: 'personId',
          paragraf: PARAGRAF,
          mangler: ['partshoeringsbrev'],
        });
      }
      kraevIkkeFoer(command.modtaget, brev.sendt, 'modtaget', 'Svaret kan ikke komme før brevet', PARAGRAF);
      kraevTekst(command.svar, 'svar-mangler', 'svar', 'Skriv, hvad parten svarede.', 'offentlighedsloven § 13');
      const { type: _type, ...data } = command;
      return [event(E.PartshoeringssvarModtaget, { ...tilhoer, brevId: brev.brevId, ...data })];
    }
    case 'UndladHoering': {
      kraevPart(p, command.personId);
      kraevIkkeIFremtiden(command.dato, context, 'dato');
      kraevIkkeFoer(command.dato, p.dato, 'dato', 'Partshøringen er indledt senere');
      kraevTekst(
        command.begrundelse,
        'begrundelse-mangler',
        'begrundelse',
        'Begrund, at loven gør en undtagelse fra partshøringen.',
        'forvaltningsloven § 19, stk. 2',
      );
      const { type: _type, ...data } = command;
      return [event(E.PartshoeringUndladt, { ...tilhoer, ...data })];
    }
    case 'AfslutPartshoering': {
      kraevIkkeIFremtiden(command.dato, context, 'dato');
      kraevIkkeFoer(command.dato, p.dato, 'dato', 'Partshøringen er indledt senere');
      const mangler = manglerIPartshoering(p, command.dato);
      if (mangler.length > 0) {
        throw new Afvist(
          'partshoering-ikke-faerdig',
          `Partshøringen kan ikke afsluttes ${command.dato}. ${mangler.map((m) => m.tekst).join('. ')}.`,
          { paragraf: PARAGRAF, mangler: mangler.map((m) => m.kode) },
        );
      }
      return [event(E.PartshoeringAfsluttet, { ...tilhoer, dato: command.dato })];
    }
  }
}

function sendBrev(
  command: Extract<PartshoeringKommando, { type: 'SendBrev' }>,
  p: BegyndtPartshoering,
  context: DecisionContext,
): readonly E.PartshoeringEvent[] {
  const part = kraevPart(p, command.personId);
  kraevIkkeIFremtiden(command.sendt, context, 'sendt');
  kraevIkkeFoer(command.sendt, p.dato, 'sendt', 'Partshøringen er indledt senere', PARAGRAF);
  if (command.svarfrist <= command.sendt) {
    throw new Afvist('svarfrist-for-kort', 'Parten skal have tid til at svare: svarfristen skal ligge efter brevet.', {
      felt: 'svarfrist',
      paragraf: PARAGRAF,
    });
  }
  if (part.svar !== null) {
    throw new Afvist('part-har-svaret', 'Parten har allerede svaret.', { felt: 'personId', status: 409 });
  }
  if (part.rolle !== 'barn') kraevRisikovurdering(command.risikovurderingMangler);
  kraevMaskering(command.maskeret, command.beskyttedeAndre);
  const { partshoeringId, sagId, barnId } = p;
  const { brevId, personId, sendt, svarfrist, maade, maskeret } = command;
  return [
    event(E.PartshoeringsbrevSendt, {
      ...{ partshoeringId, sagId, barnId },
      ...{ brevId, personId, sendt, svarfrist, maade, maskeret },
    }),
  ];
}

/** The hearing of the parties before a decision: who, when, until when, and what they answered. */
export const partshoeringDecider: Decider<PartshoeringKommando, E.PartshoeringEvent, Partshoering> = {
  kind: 'sagsstyring.partshoering',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
