import { ugyldig, type ProblemException } from './problem.js';

/** Room for the longest text fields many times over; more is not casework. */
export const BODY_LIMIT = 1024 * 1024;
/** Deeper than any body of the API; a bound keeps recursion from being used against us. */
const MAX_DEPTH = 32;
// A name that reaches Object.prototype when an object is copied field by field.
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const LONE_SURROGATE = /\p{Surrogate}/u;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The body's value; 400 when it is not JSON in UTF-8, or holds what no field may hold. */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined;
  const value = parse(decode(bytes));
  checkText(value, '', 0);
  return value;
}

/** PostgreSQL cannot store NUL, and a lone surrogate is not a character; both are refused before anything is done. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !LONE_SURROGATE.test(text);
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw ugyldig('ugyldig-json', 'Indholdet er ikke UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw ugyldig('ugyldig-json', 'Indholdet er ikke gyldig JSON.');
  }
}

function checkText(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') {
    if (!isStorableText(value)) throw badText(path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw ugyldig('ugyldig-json', `Indholdet er dybere end ${String(MAX_DEPTH)} niveauer.`);
  for (const [key, field] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw ugyldig('ugyldig-json', `Feltnavnet "${key}" må ikke bruges.`);
    if (!isStorableText(key)) throw badText(path);
    checkText(field, `${path}/${key}`, depth + 1);
  }
}

function badText(path: string): ProblemException {
  return ugyldig('ugyldige-tegn', 'Indholdet har tegn, der ikke kan gemmes.', {
    felt: path.slice(path.lastIndexOf('/') + 1),
    sti: path,
    kode: 'tegn',
    besked: 'Har et tegn, der ikke kan gemmes (NUL eller et halvt tegn).',
  });
}
