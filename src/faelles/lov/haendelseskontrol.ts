import { OptionalKind, type TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { Dato, Id, Tidspunkt } from '../felter.js';
import { type Lovpakke } from './lovpakke.js';
import { Lovpakkefejl, type Fejl } from './lovpakkefejl.js';
import { type Betingelse, type Regel } from './regel.js';

/** What is asked of a declared event: its fields, and which of them are sealed and so not seen by deadlines. */
interface Erklaering {
  readonly type: string;
  readonly schema: { readonly properties: Readonly<Record<string, TSchema>> };
  readonly sealed: Readonly<Record<string, readonly string[]>>;
}

type Kendte = ReadonlyMap<string, Erklaering>;

/** A field that a rule reads from an event, and what it reads it as. */
interface Laesning {
  readonly haendelse: string;
  readonly felt: string;
  /** What is wrong with the field's shape; undefined when it can be read so. */
  readonly forkert: (skema: TSchema) => string | undefined;
}

/**
 * Refuses a pack with a rule that waits for an event or a field that does not exist, or reads a field as something it is
 * not. Its deadline would never start, or stop the deadline view at the first such event for the whole municipality.
 */
export function kraevKendteHaendelser(lov: Lovpakke, erklaeringer: readonly Erklaering[]): void {
  const kendte: Kendte = new Map(erklaeringer.map((e) => [e.type, e]));
  const fejl = lov.alleRegler.flatMap((regel): readonly Fejl[] => {
    const aarsager = laesninger(regel).flatMap((laesning) => mangel(laesning, kendte) ?? []);
    return [...new Set(aarsager)].map((aarsag) => ({ fil: regel.fil, regel: regel.id, aarsag }));
  });
  if (fejl.length > 0) throw new Lovpakkefejl(fejl);
}

function mangel({ haendelse, felt, forkert }: Laesning, kendte: Kendte): string | undefined {
  const erklaering = kendte.get(haendelse);
  if (erklaering === undefined) return `no event is called ${haendelse}`;
  const skema = erklaering.schema.properties[felt];
  if (skema === undefined) return `the event ${haendelse} has no field ${felt}`;
  if (Object.values(erklaering.sealed).flat().includes(felt)) return `${felt} of ${haendelse} is sealed`;
  const aarsag = forkert(skema);
  return aarsag === undefined ? undefined : `${felt} of ${haendelse} ${aarsag}`;
}

function laesninger(regel: Regel): readonly Laesning[] {
  const { udloeser, enhed } = regel;
  // Hours after a mere date, or met on one, would be reckoned from midnight: neither is when it happened.
  const dag = enhed === 'TIME' ? klokkeslaet : dato;
  return [
    ...[...(udloeser === null ? [] : [udloeser]), ...regel.opfyldtAf].flatMap((kilde): readonly Laesning[] => [
      { haendelse: kilde.haendelse, felt: kilde.noegle, forkert: noegle },
      { haendelse: kilde.haendelse, felt: kilde.dato, forkert: dag },
    ]),
    ...regel.opfyldtAf.flatMap(({ haendelse, betingelser = [] }) =>
      betingelser.map((b) => paaBetingelse(b, haendelse)),
    ),
    ...regel.bortfalderVed.flatMap((kilde): readonly Laesning[] => [
      { haendelse: kilde.haendelse, felt: kilde.noegle, forkert: noegle },
      ...(kilde.dato === undefined ? [] : [{ haendelse: kilde.haendelse, felt: kilde.dato, forkert: dato }]),
    ]),
    ...(regel.fremrykkesVed ?? []).flatMap((kilde): readonly Laesning[] => [
      { haendelse: kilde.haendelse, felt: kilde.noegle, forkert: noegle },
      { haendelse: kilde.haendelse, felt: kilde.dato, forkert: dato },
      // The deadline view reads from the event itself which measures ran, and since when; the trigger is about its own.
      ...(kilde.haendelse === udloeser?.haendelse
        ? []
        : [{ haendelse: kilde.haendelse, felt: 'igangvaerendeIndsatser', forkert: indsatser }]),
    ]),
    ...(udloeser === null ? [] : afUdloeseren(regel, udloeser.haendelse)),
  ];
}

function paaBetingelse(b: Betingelse, haendelse: string): Laesning {
  return { haendelse, felt: b.felt, forkert: (skema) => aldrigOpfyldt(b, skema) };
}

function afUdloeseren(regel: Regel, haendelse: string): readonly Laesning[] {
  return [
    ...regel.betingelser.map((b) => paaBetingelse(b, haendelse)),
    ...(regel.datofelt === undefined ? [] : [{ haendelse, felt: regel.datofelt, forkert: dato }]),
  ];
}

/** The shapes a value of the field can have, besides being absent or null. */
function former(skema: TSchema): readonly TSchema[] {
  const led = skema['anyOf'] as readonly TSchema[] | undefined;
  return (led ?? [skema]).filter((form) => form['type'] !== 'null');
}

const altid = (skema: TSchema, gaelder: (form: TSchema) => boolean): boolean => former(skema).every(gaelder);
const medMoenster =
  (...typer: readonly TSchema[]) =>
  (form: TSchema): boolean =>
    form['type'] === 'string' && typer.some((type) => type['pattern'] === form['pattern']);
const liste = (form: TSchema): TSchema | undefined =>
  form['type'] === 'array' ? (form['items'] as TSchema | undefined) : undefined;

function dato(skema: TSchema): string | undefined {
  return altid(skema, medMoenster(Dato, Tidspunkt)) ? undefined : 'is neither a date nor a time';
}

function klokkeslaet(skema: TSchema): string | undefined {
  return altid(skema, medMoenster(Tidspunkt)) ? undefined : 'has no time of day, and the rule counts hours';
}

function noegle(skema: TSchema): string | undefined {
  return altid(skema, (form) => medMoenster(Id)(liste(form) ?? form))
    ? undefined
    : 'is neither an id nor a list of ids';
}

function indsatser(skema: TSchema): string | undefined {
  const laeses = altid(skema, (form) => {
    const felter = liste(form)?.['properties'] as Readonly<Record<string, TSchema>> | undefined;
    const { indsatsId, ivaerksatDato } = felter ?? {};
    return indsatsId !== undefined && ivaerksatDato !== undefined && !noegle(indsatsId) && !dato(ivaerksatDato);
  });
  return laeses ? undefined : 'is no list of measures with indsatsId and ivaerksatDato';
}

// A misspelt value would only mean that the deadline never opens.
function aldrigOpfyldt(betingelse: Betingelse, skema: TSchema): string | undefined {
  if ('findes' in betingelse) {
    const kanMangle =
      OptionalKind in skema || former(skema).length < ((skema['anyOf'] as unknown[] | undefined) ?? [0]).length;
    return betingelse.findes || kanMangle ? undefined : 'is always there, so the condition is never met';
  }
  const vaerdier: readonly (string | boolean)[] = 'er' in betingelse ? [betingelse.er] : betingelse.blandt;
  const umulige = vaerdier.filter((vaerdi) => !Value.Check(skema, vaerdi));
  return umulige.length === 0 ? undefined : `can never be ${umulige.map((v) => JSON.stringify(v)).join(' or ')}`;
}
