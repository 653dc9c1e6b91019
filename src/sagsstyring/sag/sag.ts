import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { kraevIkkeFoer, kraevIkkeIFremtiden, kraevTekst } from '../datoregler.js';
import { type Lukningsforhold, manglerFoerLukning } from './lukning.js';
import * as E from './sag.events.js';
import {
  evolve,
  type BegyndtSag,
  type EnkeltsagArt,
  type Omraade,
  type Overdragelse,
  type Sag,
  type Sagsgrund,
  type Indsatsart,
} from './tilstand.js';

/** The steps of a case are on record with their reasons: without them nobody can see why the child was left or handed on. */
const NOTATPLIGT = 'offentlighedsloven § 13';

/** Those of the caseworkers a command is about who have left, found by whoever sends it; last day by user. */
export type Fratraadt = ReadonlyMap<string, string>;

export type SagKommando =
  | {
      readonly type: 'OpretSag';
      readonly sagId: string;
      readonly barnId: string;
      readonly omraade: Omraade;
      readonly oprettet: string;
      readonly grund: Sagsgrund;
      readonly underretningId?: string;
    }
  | {
      readonly type: 'TildelSag';
      readonly sagsbehandler: string;
      readonly team?: string;
      readonly tildelt: string;
      readonly fratraadt?: Fratraadt;
    }
  | {
      readonly type: 'ForeslaaOverdragelse';
      readonly overdragelseId: string;
      readonly til: string;
      readonly tilTeam?: string;
      readonly notat: string;
      readonly foreslaaet: string;
      readonly fratraedelseId?: string;
      readonly fratraadt?: Fratraadt;
    }
  | {
      readonly type: 'AccepterOverdragelse';
      readonly overdragelseId: string;
      readonly accepteret: string;
      readonly fratraadt?: Fratraadt;
    }
  | {
      readonly type: 'AfvisOverdragelse';
      readonly overdragelseId: string;
      readonly begrundelse: string;
      readonly afvist: string;
    }
  | { readonly type: 'AendrOmraade'; readonly omraade: Omraade; readonly gaelderFra: string }
  | ({
      readonly type: 'LukSag';
      readonly lukket: string;
      readonly begrundelse: string;
    } & Lukningsforhold)
  | {
      readonly type: 'GenaabnSag';
      readonly genaabnet: string;
      readonly begrundelse: string;
      readonly fratraadt?: Fratraadt;
    }
  | {
      readonly type: 'AabnEnkeltsag';
      readonly enkeltsagId: string;
      readonly art: EnkeltsagArt;
      readonly aabnet: string;
    }
  | { readonly type: 'AfslutEnkeltsag'; readonly enkeltsagId: string; readonly afsluttet: string }
  | {
      readonly type: 'NoterIndsatsstatus';
      readonly indsatsId: string;
      readonly art?: Indsatsart;
      readonly igang: boolean;
      readonly dato: string;
    };

export function kraevAaben(state: Sag): BegyndtSag {
  if (state.fase === 'findes-ikke') {
    throw new Afvist('sag-findes-ikke', 'Sagen findes ikke.');
  }
  if (state.fase === 'lukket') {
    throw new Afvist(
      'sag-lukket',
      `Sagen blev lukket ${state.lukket ?? ''} og kan ikke ændres. Genåbn den, hvis der er nye forhold.`,
      { status: 409 },
    );
  }
  return state;
}

function kraevOverdragelse(sag: BegyndtSag, overdragelseId: string): Overdragelse {
  if (sag.overdragelse?.overdragelseId !== overdragelseId) {
    throw new Afvist('overdragelse-ikke-aaben', 'Overdragelsen er ikke åben: den er besvaret eller findes ikke.', {
      status: 409,
    });
  }
  return sag.overdragelse;
}

function kraevEfterOprettelse(dato: string, sag: BegyndtSag, context: DecisionContext, felt: string): void {
  kraevIkkeIFremtiden(dato, context, felt);
  kraevIkkeFoer(dato, sag.oprettet, felt, 'Datoen ligger før sagen blev oprettet');
}

/** A case with one who has left is a case that nobody has. */
function kraevIkkeFratraadt(sagsbehandler: string, fratraadt: Fratraadt | undefined, felt?: string): void {
  const sidsteDag = fratraadt?.get(sagsbehandler);
  if (sidsteDag === undefined) return;
  throw new Afvist(
    'modtager-fratraadt',
    `${sagsbehandler} er fratrådt eller fratræder ${sidsteDag} med afsluttet overdragelse og kan ikke få sagen. Vælg en anden, eller træk fratrædelsen tilbage, hvis den ikke gælder mere.`,
    { paragraf: NOTATPLIGT, ...(felt === undefined ? {} : { felt }) },
  );
}

function decide(command: SagKommando, state: Sag, context: DecisionContext): readonly E.SagEvent[] {
  if (command.type === 'OpretSag') {
    if (state.fase !== 'findes-ikke') {
      throw new Afvist('sag-findes', 'Sagen findes allerede.', { status: 409 });
    }
    kraevIkkeIFremtiden(command.oprettet, context, 'oprettet');
    const { type: _type, ...data } = command;
    return [event(E.SagOprettet, data)];
  }
  if (command.type === 'GenaabnSag') {
    if (state.fase !== 'lukket') {
      throw new Afvist('sag-ikke-lukket', 'Kun en lukket sag kan genåbnes.', { status: 409 });
    }
    kraevIkkeIFremtiden(command.genaabnet, context, 'genaabnet');
    kraevIkkeFoer(
      command.genaabnet,
      state.lukket ?? state.oprettet,
      'genaabnet',
      'Sagen kan ikke genåbnes, før den blev lukket',
    );
    kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Skriv, hvorfor sagen genåbnes.', NOTATPLIGT);
    return [
      event(E.SagGenaabnet, {
        sagId: state.sagId,
        barnId: state.barnId,
        genaabnet: command.genaabnet,
        begrundelse: command.begrundelse,
        // Never silently back to one who is not there: it shows as a case that nobody has.
        ...(state.sagsbehandler !== null && command.fratraadt?.has(state.sagsbehandler) === true
          ? { udenSagsbehandler: true }
          : {}),
      }),
    ];
  }
  if (command.type === 'NoterIndsatsstatus') {
    return noterIndsatsstatus(command, state);
  }
  if (command.type === 'AabnEnkeltsag' || command.type === 'AfslutEnkeltsag') {
    return enkeltsag(command, state);
  }
  return decideAaben(command, kraevAaben(state), context);
}

function noterIndsatsstatus(
  command: Extract<SagKommando, { type: 'NoterIndsatsstatus' }>,
  state: Sag,
): readonly E.SagEvent[] {
  const sag = kraevAaben(state);
  const kendt = sag.indsatser[command.indsatsId];
  // An end of what never ran (a grant that was never started) changes nothing in the case.
  if (!command.igang && kendt === undefined) return [];
  return [
    event(E.IndsatsstatusNoteret, {
      sagId: sag.sagId,
      barnId: sag.barnId,
      indsatsId: command.indsatsId,
      ...(command.art === undefined ? {} : { art: command.art }),
      igang: command.igang,
      dato: command.dato,
    }),
  ];
}

/** Of a closed case only complaints and access are decided; everything else needs it open. */
function enkeltsag(
  command: Extract<SagKommando, { type: 'AabnEnkeltsag' | 'AfslutEnkeltsag' }>,
  state: Sag,
): readonly E.SagEvent[] {
  const kendt = state.fase === 'findes-ikke' ? undefined : state.enkeltsager[command.enkeltsagId];
  const art = command.type === 'AabnEnkeltsag' ? command.art : kendt?.art;
  const ogsaaLukket = state.fase === 'lukket' && (art === 'klage' || art === 'aktindsigt');
  const sag = ogsaaLukket ? state : kraevAaben(state);
  const { sagId, barnId } = sag;
  const { enkeltsagId } = command;
  if (command.type === 'AabnEnkeltsag') {
    if (kendt !== undefined) {
      throw new Afvist('enkeltsag-findes', 'Enkeltsagen er allerede åben i sagen.', { status: 409 });
    }
    return [event(E.EnkeltsagAabnet, { sagId, barnId, enkeltsagId, art: command.art, aabnet: command.aabnet })];
  }
  if (kendt === undefined) {
    throw new Afvist('enkeltsag-ikke-aaben', 'Enkeltsagen er ikke åben i sagen.', { status: 409 });
  }
  return [event(E.EnkeltsagAfsluttet, { sagId, barnId, enkeltsagId, afsluttet: command.afsluttet })];
}

type AabenKommando = Exclude<
  SagKommando,
  { type: 'OpretSag' | 'GenaabnSag' | 'NoterIndsatsstatus' | 'AabnEnkeltsag' | 'AfslutEnkeltsag' }
>;

function decideAaben(command: AabenKommando, sag: BegyndtSag, context: DecisionContext): readonly E.SagEvent[] {
  const tilhoer = { sagId: sag.sagId, barnId: sag.barnId };
  switch (command.type) {
    case 'TildelSag': {
      kraevEfterOprettelse(command.tildelt, sag, context, 'tildelt');
      if (sag.overdragelse !== null) {
        throw new Afvist(
          'overdragelse-aaben',
          'Sagen er under overdragelse. Få den besvaret, før sagen tildeles en anden.',
          { status: 409 },
        );
      }
      const { type: _type, fratraadt, ...data } = command;
      kraevIkkeFratraadt(command.sagsbehandler, fratraadt, 'sagsbehandler');
      return [event(E.SagTildelt, { ...tilhoer, ...data })];
    }
    case 'ForeslaaOverdragelse':
      return foreslaa(command, sag, context);
    case 'AccepterOverdragelse': {
      const o = kraevOverdragelse(sag, command.overdragelseId);
      if (context.aktoer.id !== o.til) {
        throw new Afvist('ikke-modtageren', 'Kun den, som sagen overdrages til, kan acceptere overdragelsen.');
      }
      kraevIkkeFratraadt(o.til, command.fratraadt);
      kraevIkkeIFremtiden(command.accepteret, context, 'accepteret');
      kraevIkkeFoer(
        command.accepteret,
        o.foreslaaet,
        'accepteret',
        'Overdragelsen kan ikke accepteres, før den blev foreslået',
      );
      return [
        event(E.OverdragelseAccepteret, {
          ...tilhoer,
          overdragelseId: o.overdragelseId,
          fra: o.fra,
          til: o.til,
          ...(o.tilTeam === null ? {} : { tilTeam: o.tilTeam }),
          accepteret: command.accepteret,
        }),
      ];
    }
    case 'AfvisOverdragelse': {
      const o = kraevOverdragelse(sag, command.overdragelseId);
      // The proposer may withdraw and a team leader may step in, so that a case never hangs on one who is ill.
      if (![o.til, o.fra].includes(context.aktoer.id) && !context.aktoer.roller.includes('teamleder')) {
        throw new Afvist('ikke-modtageren', 'Kun modtageren, afsenderen eller en teamleder kan afvise overdragelsen.');
      }
      kraevTekst(
        command.begrundelse,
        'begrundelse-mangler',
        'begrundelse',
        'Skriv, hvorfor overdragelsen afvises.',
        NOTATPLIGT,
      );
      kraevIkkeIFremtiden(command.afvist, context, 'afvist');
      kraevIkkeFoer(command.afvist, o.foreslaaet, 'afvist', 'Overdragelsen kan ikke afvises, før den blev foreslået');
      return [
        event(E.OverdragelseAfvist, {
          ...tilhoer,
          overdragelseId: o.overdragelseId,
          fra: o.fra,
          til: o.til,
          begrundelse: command.begrundelse,
          afvist: command.afvist,
        }),
      ];
    }
    case 'AendrOmraade':
      kraevEfterOprettelse(command.gaelderFra, sag, context, 'gaelderFra');
      kraevIkkeFoer(command.gaelderFra, sag.omraadeFra, 'gaelderFra', 'Området er senest ændret fra en senere dato');
      if (command.omraade === sag.omraade) {
        throw new Afvist('samme-omraade', `Sagen hører allerede til området ${sag.omraade}.`, {
          felt: 'omraade',
          status: 409,
        });
      }
      return [event(E.OmraadeAendret, { ...tilhoer, omraade: command.omraade, gaelderFra: command.gaelderFra })];
    case 'LukSag': {
      kraevEfterOprettelse(command.lukket, sag, context, 'lukket');
      kraevTekst(command.begrundelse, 'begrundelse-mangler', 'begrundelse', 'Skriv, hvorfor sagen lukkes.', NOTATPLIGT);
      const mangler = manglerFoerLukning(sag, command, command.lukket);
      if (mangler.length > 0) {
        throw new Afvist(
          'sag-kan-ikke-lukkes',
          `Sagen kan ikke lukkes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`,
          {
            paragraf: mangler.map((m) => m.hjemmel).join('; '),
            mangler: mangler.map((m) => m.kode),
          },
        );
      }
      return [event(E.SagLukket, { ...tilhoer, lukket: command.lukket, begrundelse: command.begrundelse })];
    }
  }
}

function foreslaa(
  command: Extract<SagKommando, { type: 'ForeslaaOverdragelse' }>,
  sag: BegyndtSag,
  context: DecisionContext,
): readonly E.SagEvent[] {
  if (sag.sagsbehandler === null) {
    throw new Afvist('sag-ikke-tildelt', 'Sagen har ingen sagsbehandler at overdrage fra. Tildel den i stedet.');
  }
  if (sag.overdragelse !== null) {
    throw new Afvist('overdragelse-aaben', 'Sagen har allerede en overdragelse, som venter på svar.', { status: 409 });
  }
  if (command.til === sag.sagsbehandler) {
    throw new Afvist('overdragelse-til-sig-selv', 'Sagen er allerede hos den, den skulle overdrages til.', {
      felt: 'til',
    });
  }
  kraevTekst(
    command.notat,
    'overdragelsesnotat-mangler',
    'notat',
    'En sag må ikke overdrages blindt. Skriv, hvor sagen står, hvilke frister der løber, og hvad der haster.',
    NOTATPLIGT,
  );
  kraevEfterOprettelse(command.foreslaaet, sag, context, 'foreslaaet');
  const { type: _type, fratraadt, ...data } = command;
  kraevIkkeFratraadt(command.til, fratraadt, 'til');
  return [event(E.OverdragelseForeslaaet, { sagId: sag.sagId, barnId: sag.barnId, fra: sag.sagsbehandler, ...data })];
}

/** The child case (hovedproces): who has it, which enkeltsager are open, and what must be finished before it may close. */
export const sagDecider: Decider<SagKommando, E.SagEvent, Sag> = {
  kind: 'sagsstyring.sag',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
