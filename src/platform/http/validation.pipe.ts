import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { forespoergselsart } from './felt.js';
import { isStorableText } from './json-body.js';
import { rememberRules } from './known-rules.js';
import { type Feltfejl, ikkeFundet, ProblemException, ugyldig } from './problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PLAIN: readonly unknown[] = [String, Number, Boolean, Array, Object, undefined];
/** More than anyone reads; a body of rubbish should not be answered with one of the same size. */
const MAX_ERRORS = 50;

/** The one check of what comes from outside: body and query against their classes, ids in the path. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  constructor() {
    rememberRules();
  }

  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'param') return pathValue(value, data ?? '');
    if (type === 'custom' || (type === 'query' && data !== undefined)) return value;
    if (PLAIN.includes(metatype) || metatype === undefined) return value;
    if (type === 'query') return check(metatype, fromQuery(metatype, value), type);
    if (value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw ugyldig('ugyldigt-indhold', 'Indholdet skal være et JSON-objekt.');
    }
    return check(metatype, value ?? {}, 'body');
  }
}

/** An id that cannot exist does not exist. */
function pathValue(value: unknown, name: string): unknown {
  if (typeof value !== 'string' || !/id$/i.test(name)) return value;
  const id = value.toLowerCase();
  if (!UUID.test(id)) throw ikkeFundet('id', isStorableText(value) ? value : undefined);
  return id;
}

/** A query string is text; each field says what its text means. */
function fromQuery(metatype: abstract new (...args: never[]) => unknown, value: unknown): object {
  const prototype: unknown = metatype.prototype;
  if (typeof value !== 'object' || value === null || typeof prototype !== 'object' || prototype === null) return {};
  const fields = Object.entries(value).map(([key, text]): [string, unknown] => {
    if ([text].flat().some((one) => typeof one === 'string' && !isStorableText(one))) {
      throw ugyldig('ugyldige-tegn', 'Forespørgslen har tegn, der ikke kan læses.', {
        felt: key,
        sti: `?${key}`,
        kode: 'tegn',
        besked: 'Har et tegn, der ikke kan læses.',
      });
    }
    return [key, convert(forespoergselsart(prototype, key), text)];
  });
  return Object.fromEntries(fields);
}

function convert(art: ReturnType<typeof forespoergselsart>, text: unknown): unknown {
  if (art === 'liste') return Array.isArray(text) ? text : String(text).split(',');
  if (art === 'heltal' && typeof text === 'string' && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (art === 'janej' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function check(metatype: NonNullable<ArgumentMetadata['metatype']>, value: unknown, type: 'body' | 'query'): unknown {
  const instance: unknown = plainToInstance(metatype, value, { exposeUnsetFields: false });
  if (typeof instance !== 'object' || instance === null)
    throw ugyldig('ugyldigt-indhold', 'Indholdet skal være et JSON-objekt.');
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    forbidUnknownValues: false,
  });
  if (errors.length === 0) return instance;
  const fejl = flatten(errors, type === 'query' ? '?' : '/').slice(0, MAX_ERRORS);
  throw new ProblemException(400, {
    type: type === 'query' ? 'ugyldig-forespoergsel' : 'ugyldigt-indhold',
    title: type === 'query' ? 'Forespørgslen er ikke gyldig' : 'Indholdet er ikke gyldigt',
    detail: fejl.length === 1 ? 'Ét felt er ikke gyldigt.' : `${String(fejl.length)} felter er ikke gyldige.`,
    fejl,
  });
}

function flatten(errors: readonly ValidationError[], base: string): readonly Feltfejl[] {
  return errors.flatMap((error) => {
    const felt = error.property.slice(0, 60);
    const sti = `${base}${base === '?' ? felt : felt.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).filter(
      ([kode], _index, all) => kode !== 'nestedValidation' || all.length === 1,
    );
    return [...own.map(([kode, besked]) => said(felt, sti, kode, besked)), ...flatten(error.children ?? [], `${sti}/`)];
  });
}

function said(felt: string, sti: string, kode: string, besked: string): Feltfejl {
  if (kode === 'whitelistValidation') return { felt, sti, kode: 'ukendt-felt', besked: 'Feltet kendes ikke her.' };
  if (kode === 'nestedValidation') return { felt, sti, kode: 'type', besked: 'Skal være et objekt.' };
  return { felt, sti, kode, besked };
}
