import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { Problem } from './problem-svar.js';
import { KraeverIfMatch } from './request.js';

export const PLACERING = 'boernesag:placering';
export const LISTE = 'boernesag:liste';

type Klasse = new () => object;
type Svar = Readonly<Record<string, unknown>>;

/** Where what was made can be read: a path below /v1, e.g. `` @Placering((svar) => `/sager/${String(svar['sagId'])}`) ``. */
export const Placering = (sti: (svar: Svar) => string): MethodDecorator => SetMetadata(PLACERING, sti);

const tekst = { type: 'string' } as const;
const SVARHOVEDER = {
  ETag: {
    description: 'Versionen af det, der blev ændret; kan sendes som If-Match.',
    schema: { ...tekst, example: '"3"' },
  },
  Haendelsesposition: { description: 'Hændelsens plads i kommunens log.', schema: { type: 'integer' as const } },
  'Idempotent-Gentagelse': {
    description: '"true", når anmodningen var udført før, og intet nyt skete.',
    schema: tekst,
  },
  'Preference-Applied': { description: 'Hvad af Prefer der blev fulgt.', schema: tekst },
};

const PROBLEMER: Readonly<Record<number, string>> = {
  400: 'Anmodningen kan ikke læses, eller et felt er ikke gyldigt.',
  401: 'Tokenet mangler eller er ikke gyldigt.',
  403: 'Ingen af brugerens roller giver adgang.',
  404: 'Findes ikke i kommunen.',
  409: 'Andre ændrede det samme på samme tid, eller det er i en tilstand, hvor det ikke kan ske.',
  412: 'Det er ændret, siden du så det; svaret fortæller hvad du gik glip af.',
  413: 'Indholdet er for stort.',
  415: 'Indholdet skal være application/json.',
  422: 'Reglerne siger nej, eller Idempotency-Key er brugt til noget andet.',
  428: 'If-Match mangler.',
};

/** Problem answers, documented; all have the one schema. */
function problemer(statusser: readonly number[]): readonly MethodDecorator[] {
  return [...new Set(statusser)]
    .sort((a, b) => a - b)
    .map((status) =>
      ApiResponse({
        status,
        description: PROBLEMER[status] ?? 'Problem.',
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
      }),
    );
}

export interface Kommandobeskrivelse {
  readonly sammenfatning: string;
  readonly beskrivelse: string;
  /** Extends `KommandoSvar`. */
  readonly svar: Klasse;
  /** Problem statuses besides those that every command has. */
  readonly fejl?: readonly number[];
  /** 428 without `If-Match`. */
  readonly kraeverIfMatch?: boolean;
}

/** Documents a route that records a fact: operation, headers, answer and problems. */
export function Kommandorute(om: Kommandobeskrivelse): MethodDecorator {
  const svar = { description: 'Gemt.', headers: SVARHOVEDER };
  return applyDecorators(
    HttpCode(201),
    ...(om.kraeverIfMatch === true ? [KraeverIfMatch()] : []),
    ApiOperation({ summary: om.sammenfatning, description: om.beskrivelse }),
    ApiExtraModels(Problem),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Anmodningens egen nøgle, for eksempel en UUID. Den samme, når der prøves igen.',
      schema: { ...tekst, minLength: 1, maxLength: 200 },
      example: 'c3e0b6f4-0a51-4e0c-9a30-0d6a4f5d8b11',
    }),
    ApiHeader({
      name: 'If-Match',
      required: om.kraeverIfMatch === true,
      description: 'Den ETag, du sidst så. Er det ændret siden, svares 412.',
      schema: tekst,
      example: '"3"',
    }),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description: '`wait=N`: vent højst N sekunder på visningerne (ellers 2). `respond-async`: vent ikke, svar 202.',
      schema: tekst,
      example: 'wait=5',
    }),
    ApiResponse({ status: 201, type: om.svar, ...svar }),
    ApiResponse({
      status: 202,
      type: om.svar,
      ...svar,
      description: 'Gemt; visningerne følger efter (Prefer: respond-async).',
    }),
    ...problemer([
      400,
      401,
      403,
      404,
      409,
      412,
      413,
      415,
      422,
      ...(om.kraeverIfMatch === true ? [428] : []),
      ...(om.fejl ?? []),
    ]),
  );
}

/** A body that can be sent as it stands. Needed where fields exclude each other: made up of every field's own example, it is refused. */
export const Eksempel = (krop: Klasse, eksempel: object): MethodDecorator =>
  ApiBody({ type: krop, examples: { eksempel: { value: eksempel } } });

export interface Kladdebeskrivelse {
  readonly sammenfatning: string;
  readonly beskrivelse: string;
  readonly svar: Klasse;
}

/** Documents a route that keeps or gives up a text that is being written: no event, no key, but the version that was seen. */
export function Kladderute(om: Kladdebeskrivelse): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiOperation({ summary: om.sammenfatning, description: om.beskrivelse }),
    ApiExtraModels(Problem),
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'Den version, du sidst så, og "0", når der ingen kladde er. Er den ændret siden, svares 412.',
      schema: tekst,
      example: '"3"',
    }),
    ApiResponse({ status: 200, description: 'Gemt.', type: om.svar, headers: { ETag: SVARHOVEDER.ETag } }),
    ...problemer([400, 401, 403, 404, 409, 412, 413, 415, 428]),
  );
}

export interface Opslagsbeskrivelse {
  readonly sammenfatning: string;
  readonly beskrivelse: string;
  /** What one answer, or one entry of a list, looks like. Left out when `medietype` is given. */
  readonly svar?: Klasse;
  /** The answer is a page of `svar`. */
  readonly liste?: boolean;
  /** The answer is a file or a stream of this media type. */
  readonly medietype?: string;
  readonly fejl?: readonly number[];
}

/** Documents a route that reads. Also for reads that are sent by POST, whose status becomes 200. */
export function Opslagsrute(om: Opslagsbeskrivelse): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    SetMetadata(LISTE, om.liste === true),
    ApiOperation({ summary: om.sammenfatning, description: om.beskrivelse }),
    ApiExtraModels(...(om.svar === undefined ? [Problem] : [Problem, om.svar])),
    ApiHeader({
      name: 'Haendelsesposition',
      required: false,
      description:
        'Vent op til 2 sekunder på, at visningerne har set denne plads i loggen. Er de ikke nået dertil, svares med det, der er.',
      schema: { type: 'integer' },
      example: 4711,
    }),
    ...(om.medietype === undefined ? [] : [ApiProduces(om.medietype)]),
    svarAf(om),
    ...problemer([400, 401, 403, 404, ...(om.fejl ?? [])]),
  );
}

function svarAf(om: Opslagsbeskrivelse): MethodDecorator {
  if (om.medietype !== undefined)
    return ApiResponse({ status: 200, description: 'Svaret.', content: { [om.medietype]: { schema: tekst } } });
  if (om.svar === undefined) throw new TypeError('@Opslagsrute needs svar or medietype');
  if (om.liste !== true)
    return ApiResponse({ status: 200, description: 'Svaret.', type: om.svar, headers: { ETag: SVARHOVEDER.ETag } });
  return ApiResponse({
    status: 200,
    description: 'En side af listen.',
    headers: { Link: { description: 'Næste side: `<…>; rel="next"`.', schema: tekst } },
    schema: {
      type: 'object',
      required: ['poster', 'naeste'],
      properties: {
        poster: { type: 'array', items: { $ref: getSchemaPath(om.svar) } },
        naeste: { type: 'string', nullable: true, description: 'Markør til næste side; null på den sidste.' },
      },
    },
  });
}
