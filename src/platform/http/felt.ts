import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { laesCpr } from '../../faelles/cpr.js';
import { findesDato, findesTidspunkt } from './tid-form.js';

/** How a query string's text becomes the field's value; JSON bodies are never converted. */
export type Forespoergselsart = 'tekst' | 'heltal' | 'janej' | 'liste';
const ART = 'boernesag:felt';

/** Last argument of every field decorator. */
export interface Valg {
  /** May be left out. */
  readonly valgfri?: true;
  /** May be null; meant for answers. */
  readonly nulbar?: true;
  /** The law that demands the field; every field that must be filled in is asked for because of one. */
  readonly hjemmel?: string;
  /** When the rules demand a field that may otherwise be left out, in Danish: "barnet er født". */
  readonly kraevesNaar?: string;
}
type Graenser = Valg & { readonly min?: number; readonly maks?: number };
type Klasse = new () => object;

/** The kind of a decorated field of a class, for the pipe that reads query strings. */
export function forespoergselsart(prototype: object, felt: string): Forespoergselsart | undefined {
  const art: unknown = Reflect.getMetadata(ART, prototype, felt);
  return art === 'tekst' || art === 'heltal' || art === 'janej' || art === 'liste' ? art : undefined;
}

/** One demand on a value; the pipe stops at the first that fails, so each may take those before it for granted. */
function krav(kode: string, besked: string, test: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name: kode, validator: { validate: test, defaultMessage: () => besked } });
}

function felt(
  art: Forespoergselsart,
  skema: ApiPropertyOptions,
  valg: Valg,
  ...krav_: readonly PropertyDecorator[]
): PropertyDecorator {
  const maaMangle = (value: unknown): boolean =>
    (value === undefined && valg.valgfri === true) || (value === null && valg.nulbar === true);
  return applyDecorators(
    (target: object, key: string | symbol) => {
      Reflect.defineMetadata(ART, art, target, key);
    },
    ApiProperty({
      ...skema,
      required: valg.valgfri !== true,
      ...(valg.nulbar === true ? { nullable: true } : {}),
      ...(valg.hjemmel === undefined ? {} : { 'x-hjemmel': valg.hjemmel }),
      ...(valg.kraevesNaar === undefined ? {} : { 'x-kraeves-naar': valg.kraevesNaar }),
    } as ApiPropertyOptions),
    ValidateIf((_object: object, value: unknown) => !maaMangle(value)),
    krav('mangler', 'Feltet skal udfyldes.', (v) => v !== undefined && v !== null),
    ...krav_,
  );
}

const erTekst = krav('type', 'Skal være en tekst.', (v) => typeof v === 'string');
const tekstAf = (v: unknown): string => (typeof v === 'string' ? v : '');
const listeAf = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : []);
// Length in code points, as a person counts; a JavaScript string counts UTF-16 units.
const tegn = (v: unknown): number => [...tekstAf(v)].length;
const mangeTegn = (min: number, maks: number): string =>
  min <= 1 ? `Må højst være ${String(maks)} tegn.` : `Skal være ${String(min)}-${String(maks)} tegn.`;

/** A short text on one or more lines; 200 characters unless told. */
export function Tekst(beskrivelse: string, eksempel: string, valg: Graenser = {}): PropertyDecorator {
  const min = valg.min ?? 1;
  const maks = valg.maks ?? 200;
  return felt(
    'tekst',
    { type: 'string', description: beskrivelse, example: eksempel, minLength: min, maxLength: maks },
    valg,
    erTekst,
    krav('tom', 'Må ikke være tom.', (v) => min === 0 || tekstAf(v).trim() !== ''),
    krav('laengde', mangeTegn(min, maks), (v) => tegn(v) >= min && tegn(v) <= maks),
  );
}

/** Free text as caseworkers write it, up to 20,000 characters. */
export function Fritekst(beskrivelse: string, eksempel: string, valg: Graenser = {}): PropertyDecorator {
  return Tekst(beskrivelse, eksempel, { maks: 20_000, ...valg });
}

/** One of a closed list of codes. */
export function KodeAf(
  beskrivelse: string,
  eksempel: string,
  vaerdier: readonly string[],
  valg: Valg = {},
): PropertyDecorator {
  return felt(
    'tekst',
    { type: 'string', description: beskrivelse, example: eksempel, enum: [...vaerdier] },
    valg,
    erTekst,
    krav('ukendt-kode', `Skal være en af: ${vaerdier.join(', ')}.`, (v) => vaerdier.includes(tekstAf(v))),
  );
}

const KODE = '^[A-Za-z0-9._-]{1,60}$';

/** A code from an open, dated list. */
export function Kode(
  beskrivelse: string,
  eksempel: string,
  valg: Valg & { readonly moenster?: RegExp } = {},
): PropertyDecorator {
  const moenster = valg.moenster ?? new RegExp(KODE);
  return felt(
    'tekst',
    { type: 'string', description: beskrivelse, example: eksempel, pattern: moenster.source },
    valg,
    erTekst,
    krav('moenster', `Har ikke den rette form (${moenster.source}), for eksempel ${eksempel}.`, (v) =>
      moenster.test(tekstAf(v)),
    ),
  );
}

/** A date in Danish local time, `YYYY-MM-DD`, that exists. */
export function DatoFelt(beskrivelse: string, eksempel: string, valg: Valg = {}): PropertyDecorator {
  return felt(
    'tekst',
    { type: 'string', format: 'date', description: beskrivelse, example: eksempel },
    valg,
    erTekst,
    krav('dato', 'Skal være en dato, der findes, skrevet ÅÅÅÅ-MM-DD.', (v) => findesDato(tekstAf(v))),
  );
}

/** A point in time with offset, ISO 8601, that exists. */
export function TidspunktFelt(beskrivelse: string, eksempel: string, valg: Valg = {}): PropertyDecorator {
  return felt(
    'tekst',
    { type: 'string', format: 'date-time', description: beskrivelse, example: eksempel },
    valg,
    erTekst,
    krav(
      'tidspunkt',
      'Skal være et tidspunkt, der findes, med forskydning fra UTC, for eksempel 2019-02-01T09:30:00+01:00.',
      (v) => findesTidspunkt(tekstAf(v)),
    ),
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const smaaBogstaver = (v: unknown): unknown =>
  typeof v === 'string' ? v.toLowerCase() : Array.isArray(v) ? v.map(smaaBogstaver) : v;

/** An id; upper case is taken as lower case. */
export function UuidFelt(beskrivelse: string, eksempel: string, valg: Valg = {}): PropertyDecorator {
  return felt(
    'tekst',
    { type: 'string', format: 'uuid', description: beskrivelse, example: eksempel },
    valg,
    Transform(({ value }: { value: unknown }) => smaaBogstaver(value)),
    erTekst,
    krav('uuid', 'Skal være et id (UUID).', (v) => UUID.test(tekstAf(v))),
  );
}

/** A whole number. */
export function Heltal(beskrivelse: string, eksempel: number, valg: Graenser = {}): PropertyDecorator {
  const min = valg.min ?? 0;
  const maks = valg.maks ?? Number.MAX_SAFE_INTEGER;
  return felt(
    'heltal',
    {
      type: 'integer',
      description: beskrivelse,
      example: eksempel,
      minimum: min,
      ...(valg.maks === undefined ? {} : { maximum: maks }),
    },
    valg,
    krav('type', 'Skal være et helt tal.', (v) => Number.isSafeInteger(v)),
    krav(
      'graense',
      valg.maks === undefined
        ? `Skal være mindst ${String(min)}.`
        : `Skal ligge mellem ${String(min)} og ${String(maks)}.`,
      (v) => Number(v) >= min && Number(v) <= maks,
    ),
  );
}

/** Any number; for answers such as averages. */
export function Tal(beskrivelse: string, eksempel: number, valg: Valg = {}): PropertyDecorator {
  return felt(
    'tekst',
    { type: 'number', description: beskrivelse, example: eksempel },
    valg,
    krav('type', 'Skal være et tal.', (v) => Number.isFinite(v)),
  );
}

/** True or false; a text is neither. */
export function JaNej(beskrivelse: string, eksempel: boolean, valg: Valg = {}): PropertyDecorator {
  return felt(
    'janej',
    { type: 'boolean', description: beskrivelse, example: eksempel },
    valg,
    krav('type', 'Skal være true eller false.', (v) => typeof v === 'boolean'),
  );
}

function udenBindestreg(v: unknown): unknown {
  return typeof v === 'string' ? v.trim().replace(/^(\d{6})-(\d{4})$/, '$1$2') : v;
}

/** A CPR number; form and date are checked, a hyphen is taken away. */
export function CprFelt(beskrivelse: string, eksempel: string, valg: Valg = {}): PropertyDecorator {
  return felt(
    'tekst',
    { type: 'string', description: beskrivelse, example: eksempel, pattern: String.raw`^\d{6}-?\d{4}$` },
    valg,
    Transform(({ value }: { value: unknown }) => udenBindestreg(value)),
    erTekst,
    krav('cpr-form', 'Skal være et CPR-nummer på ti cifre, med eller uden bindestreg.', (v) =>
      /^\d{10}$/.test(tekstAf(v)),
    ),
    krav('cpr-dato', 'De første seks cifre er ikke en dato, der findes.', (v) => laesCpr(tekstAf(v)).gyldig),
  );
}

const erObjekt = (v: unknown): boolean => typeof v === 'object' && v !== null && !Array.isArray(v);

// Swagger knows a class that is not defined yet by the name of the function: it must stand right here, at `type:`.

/** An object of its own class. */
export function ObjektFelt(beskrivelse: string, klasse: () => Klasse, valg: Valg = {}): PropertyDecorator {
  return felt(
    'tekst',
    { type: () => klasse(), description: beskrivelse },
    valg,
    Type(klasse),
    krav('type', 'Skal være et objekt.', erObjekt),
    ValidateNested(),
  );
}

/** A list of objects of one class. */
export function ObjektListe(beskrivelse: string, klasse: () => Klasse, valg: Graenser = {}): PropertyDecorator {
  return felt(
    'tekst',
    { type: () => klasse(), isArray: true, description: beskrivelse, ...listegraenser(valg) },
    valg,
    Type(klasse),
    ...listekrav(valg),
    krav('type', 'Alle listens dele skal være objekter.', (v) => listeAf(v).every(erObjekt)),
    ValidateNested(),
  );
}

/** A list of codes, closed when `vaerdier` is given. */
export function KodeListe(
  beskrivelse: string,
  eksempel: readonly string[],
  vaerdier?: readonly string[],
  valg: Graenser = {},
): PropertyDecorator {
  const gyldig = (v: unknown): boolean =>
    vaerdier === undefined ? new RegExp(KODE).test(tekstAf(v)) : vaerdier.includes(tekstAf(v));
  return felt(
    'liste',
    {
      type: 'array',
      items: vaerdier === undefined ? { type: 'string', pattern: KODE } : { type: 'string', enum: [...vaerdier] },
      description: beskrivelse,
      example: [...eksempel],
      ...listegraenser(valg),
    },
    valg,
    ...listekrav(valg),
    krav(
      'ukendt-kode',
      vaerdier === undefined
        ? 'Alle listens dele skal være koder.'
        : `Alle listens dele skal være blandt: ${vaerdier.join(', ')}.`,
      (v) => listeAf(v).every(gyldig),
    ),
    krav(
      'gentagelse',
      'Listen må ikke nævne det samme to gange.',
      (v) => new Set(listeAf(v)).size === listeAf(v).length,
    ),
  );
}

/** A list of ids. */
export function UuidListe(beskrivelse: string, eksempel: readonly string[], valg: Graenser = {}): PropertyDecorator {
  return felt(
    'liste',
    {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      description: beskrivelse,
      example: [...eksempel],
      ...listegraenser(valg),
    },
    valg,
    Transform(({ value }: { value: unknown }) => smaaBogstaver(value)),
    ...listekrav(valg),
    krav('uuid', "Alle listens dele skal være id'er (UUID).", (v) => listeAf(v).every((id) => UUID.test(tekstAf(id)))),
    krav(
      'gentagelse',
      'Listen må ikke nævne det samme to gange.',
      (v) => new Set(listeAf(v)).size === listeAf(v).length,
    ),
  );
}

/** A list of short texts. */
export function TekstListe(beskrivelse: string, eksempel: readonly string[], valg: Graenser = {}): PropertyDecorator {
  return felt(
    'liste',
    {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 200 },
      description: beskrivelse,
      example: [...eksempel],
      ...listegraenser(valg),
    },
    valg,
    ...listekrav(valg),
    krav('type', 'Alle listens dele skal være tekster på 1-200 tegn.', (v) =>
      listeAf(v).every((d) => tekstAf(d).trim() !== '' && tegn(d) <= 200),
    ),
  );
}

/** An object whose keys are data, e.g. counts per month; for answers. */
export function TalPrNoegle(
  beskrivelse: string,
  eksempel: Readonly<Record<string, number>>,
  valg: Valg = {},
): PropertyDecorator {
  return felt(
    'tekst',
    {
      type: 'object',
      additionalProperties: { type: 'number' },
      description: beskrivelse,
      example: eksempel,
    },
    valg,
    krav('type', 'Skal være et objekt.', erObjekt),
  );
}

function listegraenser(valg: Graenser): { minItems: number; maxItems: number } {
  return { minItems: valg.min ?? 0, maxItems: valg.maks ?? 200 };
}

function listekrav(valg: Graenser): readonly PropertyDecorator[] {
  const { minItems, maxItems } = listegraenser(valg);
  return [
    krav('type', 'Skal være en liste.', Array.isArray),
    krav(
      'antal',
      minItems === 0
        ? `Må højst have ${String(maxItems)} dele.`
        : `Skal have ${String(minItems)}-${String(maxItems)} dele.`,
      (v) => listeAf(v).length >= minItems && listeAf(v).length <= maxItems,
    ),
  ];
}
