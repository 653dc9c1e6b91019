import { Afvist } from '../../faelles/afvist.js';
import { laegAarTil, laegMaanederTil } from '../../faelles/kalender.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeFremtid } from '../datoer.js';
import { kraevIvaerksat, tilhoer } from './gang.js';
import { type AnbringelseEvent } from './haendelser.js';
import { type BesluttetAnbringelse } from './tilstand.js';
import { SocialtilsynUnderrettet, TilsynsbesoegAfholdt } from './tilsyn.events.js';

export interface AfholdTilsyn {
  readonly type: 'AfholdTilsyn';
  readonly regime: 'SEL' | 'BL';
  readonly tilsynId: string;
  readonly dato: string;
  readonly samtale: boolean;
  readonly udenPersonale: boolean;
  readonly bekymrende: boolean;
  readonly vurdering: string;
  readonly forbehold?: string;
  /** Visits a year that the law of the day asks for. */
  readonly mindstPrAar: number;
}

export type Tilsynskommando =
  | AfholdTilsyn
  | {
      readonly type: 'UnderretSocialtilsyn';
      readonly tilsynId?: string;
      readonly dato: string;
      readonly forhold: string;
    };

/**
 * The latest day of the next visit, so that any twelve months hold as many as the law asks. The first ones are spread
 * evenly from the start: with two a year the first within six months, the second within twelve. Counted so, a calendar
 * year in which the child was placed throughout never holds fewer.
 */
export function naesteTilsyn(ivaerksat: string, besoeg: readonly string[], mindstPrAar: number): string {
  const ordnet = [...besoeg].sort();
  const taelles = ordnet.length >= mindstPrAar ? ordnet[ordnet.length - mindstPrAar] : undefined;
  if (taelles !== undefined) return laegAarTil(taelles, 1);
  return laegMaanederTil(ivaerksat, Math.floor((12 / mindstPrAar) * (ordnet.length + 1)));
}

/** How many visits a year the law of the day asks for. */
export function mindstTilsynPrAar(lov: Lovpakke, dato: string): number {
  const hyppighed = lov.regel('tilsynsbesoeg', dato)?.hyppighed;
  if (hyppighed === undefined) throw new RangeError(`The law pack has no active tilsynsbesoeg on ${dato}`);
  return hyppighed.mindst;
}

export interface Tilsynsopgoerelse {
  /** Visits in the twelve months up to and with the day. */
  readonly rullende: number;
  /** Visits in the day's calendar year until the day. */
  readonly iAar: number;
  /** Visits in the calendar year before, when the child was placed all through it; otherwise null. */
  readonly sidsteAar: number | null;
}

/** How many visits there have been, both ways that the law's "a year" can be read. */
export function opgoerTilsyn(a: BesluttetAnbringelse, dag: string): Tilsynsopgoerelse {
  const datoer = a.tilsyn.map(({ dato }) => dato).filter((dato) => dato <= dag);
  const foer = laegAarTil(dag, -1);
  const aar = dag.slice(0, 4);
  const forrige = String(Number(aar) - 1);
  const heleForrige =
    a.ivaerksatDato !== null &&
    a.ivaerksatDato <= `${forrige}-01-01` &&
    (a.ophoertDato === null || a.ophoertDato > `${forrige}-12-31`);
  return {
    rullende: datoer.filter((dato) => dato > foer).length,
    iAar: datoer.filter((dato) => dato.startsWith(aar)).length,
    sidsteAar: heleForrige ? datoer.filter((dato) => dato.startsWith(forrige)).length : null,
  };
}

/** Visits to the child where it lives, and what the inspectorate is told. */
export function tilsyn(
  command: Tilsynskommando,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  // The duty to tell the inspectorate outlives the child's own stay: others live in the place.
  if (command.type === 'AfholdTilsyn' || a.fase === 'besluttet') kraevIvaerksat(a);
  ikkeFremtid(command.dato, context, 'dato');
  const start = a.ivaerksatDato ?? a.afgoerelseDato;
  ikkeFoer(command.dato, start, 'dato', 'Barnet var ikke anbragt endnu');
  if (command.type === 'UnderretSocialtilsyn') {
    const { tilsynId, dato, forhold } = command;
    if (tilsynId !== undefined && !a.tilsyn.some((t) => t.tilsynId === tilsynId))
      throw new Afvist('tilsyn-findes-ikke', 'Besøget hører ikke til anbringelsen.', { felt: 'tilsynId' });
    return [
      event(SocialtilsynUnderrettet, { ...tilhoer(a), dato, forhold, ...(tilsynId === undefined ? {} : { tilsynId }) }),
    ];
  }
  const { type: _type, mindstPrAar, ...data } = command;
  kraevForbehold(command);
  const besoeg = [...a.tilsyn.map(({ dato }) => dato), command.dato];
  const naesteTilsynSenest = naesteTilsyn(start, besoeg, mindstPrAar);
  return [event(TilsynsbesoegAfholdt, { ...tilhoer(a), ...data, naesteTilsynSenest })];
}

// "With a talk with the child, as far as possible without staff": what falls short is explained.
function kraevForbehold({ samtale, udenPersonale, forbehold, regime }: AfholdTilsyn): void {
  if (samtale && udenPersonale) return;
  if (forbehold === undefined || forbehold.trim() === '') {
    throw new Afvist(
      'tilsyn-uden-samtale',
      samtale
        ? 'Samtalen skal så vidt muligt være uden personale. Skriv, hvorfor det ikke var muligt.'
        : 'Besøget skal omfatte en samtale med barnet. Skriv, hvorfor den ikke blev holdt.',
      {
        felt: 'forbehold',
        paragraf: regime === 'SEL' ? 'SEL § 148' : 'BL § 156, stk. 5',
        mangler: [samtale ? 'uden-personale' : 'samtale-med-barnet'],
      },
    );
  }
}
