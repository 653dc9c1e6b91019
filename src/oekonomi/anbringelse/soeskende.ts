import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeFremtid } from '../datoer.js';
import { tilhoer } from './gang.js';
import { type AnbringelseEvent } from './haendelser.js';
import { SoeskendeVurderet } from './soeskende.events.js';
import { type BesluttetAnbringelse, type Soeskendeudfald } from './tilstand.js';

export interface Soeskendesvar {
  readonly personId: string;
  /** Under barnets lov each is answered for. */
  readonly udfald?: Soeskendeudfald;
  readonly begrundelse?: string;
}

/** A brother or sister in the network. */
export interface KendtSoeskende {
  readonly personId: string;
  /** A brother or sister on the day that the placement was decided. */
  readonly paaAfgoerelsesdagen: boolean;
  /** On that day; null when the age is not known. */
  readonly under15: boolean | null;
  /** There is a case that the investigation can begin in, or it has begun. */
  readonly kanUndersoeges: boolean;
}

export interface VurderSoeskende {
  readonly type: 'VurderSoeskende';
  readonly dato: string;
  readonly svar: readonly Soeskendesvar[];
  readonly vurdering: string;
  readonly kendte: readonly KendtSoeskende[];
  /** Those in whose own case the placement still demands that an investigation begins. */
  readonly kraevede?: readonly string[];
}

const PLIGT = 'BL § 21, stk. 2';
const UNDLADELSE = 'BL § 21, stk. 3';

/** Whether the law demands an answer for each: a child placed because of neglect or abuse, by a decision under barnets lov. */
export function kraeverSvar({ regime, omsorgssvigt }: Pick<BesluttetAnbringelse, 'regime' | 'omsorgssvigt'>): boolean {
  return regime === 'BL' && omsorgssvigt;
}

/** Of those that must be answered for, the ones that nobody has; of those it was decided with, when it is not known who they are now. */
export function ubesvarede(
  a: BesluttetAnbringelse,
  skalBesvares: readonly string[] = a.soeskende.filter((id) => !a.soeskendeIkkeOmfattet.includes(id)),
): readonly string[] {
  return kraeverSvar(a) ? skalBesvares.filter((id) => a.soeskendesvar[id] === undefined) : [];
}

/** An investigation of each under 15 in the household, or the reason why it is left out (BL § 21, stk. 2-3). */
export function vurderSoeskende(
  command: VurderSoeskende,
  a: BesluttetAnbringelse,
  context: DecisionContext,
): readonly AnbringelseEvent[] {
  const { dato, svar, vurdering, kendte, kraevede = [] } = command;
  if (a.fase === 'ophoert') kraevPaaNy(svar, kraevede, a);
  ikkeFremtid(dato, context, 'dato');
  ikkeFoer(dato, a.afgoerelseDato, 'dato', 'Vurderingen følger af anbringelsen');
  for (const et of svar) kraevSoeskende(et, a, kendte);
  if (new Set(svar.map(({ personId }) => personId)).size < svar.length) {
    throw new Afvist('soeskende-to-gange', 'Der kan kun svares én gang for hver søskende.', { felt: 'soeskende' });
  }
  for (const et of svar) kraevSammenhaeng(et, a, kendte);
  if (kraeverSvar(a) && a.fase !== 'ophoert') kraevAlleBesvaret(svar, a, kendte);
  const udfald = svar.flatMap((et) => (et.udfald === undefined ? [] : [{ personId: et.personId, udfald: et.udfald }]));
  const begrundelser = svar.flatMap(({ personId, begrundelse }) =>
    begrundelse === undefined ? [] : [{ personId, begrundelse }],
  );
  return [
    event(SoeskendeVurderet, {
      ...{ ...tilhoer(a), dato, soeskende: svar.map(({ personId }) => personId), vurdering },
      ...(udfald.length === 0 ? {} : { udfald }),
      ...(begrundelser.length === 0 ? {} : { begrundelser }),
    }),
  ];
}

/**
 * What was answered before the placement ended stands in the case of the brother or sister. It can be answered anew that an
 * investigation is not demanded after all; more is not demanded by a placement that is over.
 */
function kraevPaaNy(svar: readonly Soeskendesvar[], kraevede: readonly string[], a: BesluttetAnbringelse): void {
  const lettes = ({ personId, udfald }: Soeskendesvar): boolean =>
    kraevede.includes(personId) && udfald !== undefined && udfald !== 'undersoeges';
  if (svar.length > 0 && svar.every(lettes)) return;
  throw new Afvist(
    'anbringelse-ophoert',
    `Anbringelsen ophørte ${a.ophoertDato ?? ''}. Der kan kun svares på ny for søskende, hvis undersøgelse den kræver, om hvorfor den undlades.`,
    { status: 409, felt: 'soeskende' },
  );
}

function kraevSoeskende({ personId }: Soeskendesvar, a: BesluttetAnbringelse, kendte: readonly KendtSoeskende[]): void {
  if (kendte.some((k) => k.personId === personId) || a.soeskende.includes(personId)) return;
  // One who was answered for, and is no brother or sister after all, is let go of: its case would wait for ever.
  if (a.soeskendesvar[personId] !== undefined) return;
  throw new Afvist(
    'ikke-soeskende',
    `Personen (${personId}) er ikke registreret som barnets søskende. Registrér relationen først.`,
    { felt: 'soeskende', ...(a.regime === 'BL' ? { paragraf: PLIGT } : {}) },
  );
}

function kraevSammenhaeng(
  { personId, udfald, begrundelse }: Soeskendesvar,
  a: BesluttetAnbringelse,
  kendte: readonly KendtSoeskende[],
): void {
  if (udfald === 'undladt' && begrundelse === undefined) {
    throw new Afvist(
      'undladelse-uden-begrundelse',
      'En undersøgelse kan kun undlades i særlige tilfælde, når der åbenbart ikke er behov for den. Begrund det.',
      { felt: 'soeskende', paragraf: UNDLADELSE, mangler: ['begrundelse'] },
    );
  }
  // Where there is no case, nothing would remind anybody of it once it is answered here.
  if (kraeverSvar(a) && udfald === 'undersoeges' && kendte.some((k) => k.personId === personId && !k.kanUndersoeges)) {
    throw new Afvist(
      'soeskende-uden-sag',
      `Søskende (${personId}) har ingen sag, som undersøgelsen kan begynde i. Opret den først.`,
      {
        felt: 'soeskende',
        paragraf: PLIGT,
        mangler: ['sag'],
      },
    );
  }
  if (udfald === 'ikke-under-15' && kendte.some((k) => k.personId === personId && k.under15 === true)) {
    throw new Afvist('soeskende-er-under-15', `Søskende (${personId}) var under 15 år, da barnet blev anbragt.`, {
      felt: 'soeskende',
      paragraf: PLIGT,
    });
  }
}

/** Brothers and sisters on the day of the decision who were under 15, or whose age is not known. */
export function skalBesvares(kendte: readonly KendtSoeskende[]): readonly string[] {
  return kendte.filter((k) => k.paaAfgoerelsesdagen && k.under15 !== false).map(({ personId }) => personId);
}

// What was answered before stands; one who is known only since is answered for too.
function kraevAlleBesvaret(
  svar: readonly Soeskendesvar[],
  a: BesluttetAnbringelse,
  kendte: readonly KendtSoeskende[],
): void {
  const nu = new Set(svar.flatMap(({ personId, udfald }) => (udfald === undefined ? [] : [personId])));
  const mangler = [...skalBesvares(kendte), ...svar.map(({ personId }) => personId)].filter(
    (id) => !nu.has(id) && a.soeskendesvar[id] === undefined,
  );
  if (mangler.length === 0) return;
  throw new Afvist(
    'soeskende-uden-svar',
    `Tag stilling til hver søskende under 15 år: om en undersøgelse sættes i gang eller undlades, eller hvorfor barnet ikke er omfattet (${mangler.join(', ')}).`,
    { felt: 'soeskende', paragraf: PLIGT, mangler: [...new Set(mangler)] },
  );
}
