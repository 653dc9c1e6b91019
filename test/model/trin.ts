import { type Model } from './tilstand.js';
import { SIDSTE_DAG, type Verden } from './verden.js';

/** What the reference model expects: saved, or refused with this code. */
export type Udfald = 'gemt' | `${409 | 412 | 422} ${string}`;

/** One request, and what must come of it. */
export interface Anmodning {
  readonly som: 'alt' | 'sb01' | 'sb02' | 'sb03';
  readonly sti: string;
  /** POST, unless it is a text that is being written. */
  readonly metode?: 'PUT' | 'DELETE';
  /** The version of the text that was seen. */
  readonly set?: number;
  readonly krop: object;
  readonly forventet: Udfald;
  /** It brings the casework no further: done before, or a way out. A walk that wants to get far leaves it. */
  readonly sidespor?: boolean;
  /** What the model knows when it was saved, and where the last of it stands in the log. */
  readonly gemt: (svar: Readonly<Record<string, unknown>>, position: number) => void;
}

/** A step of a user: null where there is nothing to do it to. */
export interface Trin {
  readonly navn: string;
  /** Whom it is for, when a walk begins with it. */
  readonly kun?: (model: Model) => boolean;
  anmod(model: Model, verden: Verden): Anmodning | null;
}

/** The first rule that says no decides; the order is that of the product's answers. */
export function foerste(...regler: readonly (Udfald | false)[]): Udfald {
  return regler.find((regel) => regel !== false && regel !== 'gemt') || 'gemt';
}

export function iFremtiden(dag: number): Udfald | false {
  return dag > SIDSTE_DAG && '422 dato-i-fremtiden';
}

export function foer(dag: number, tidligst: number): Udfald | false {
  return dag < tidligst && '422 forkert-raekkefoelge';
}

/** One of a list, by a number of any size; undefined of an empty one. */
export function vaelg<T>(liste: readonly T[], nummer: number): T | undefined {
  return liste[nummer % Math.max(1, liste.length)];
}

export function id(svar: Readonly<Record<string, unknown>>, felt: string): string {
  const vaerdi = svar[felt];
  if (typeof vaerdi !== 'string') throw new Error(`The answer has no ${felt}: ${JSON.stringify(svar)}`);
  return vaerdi;
}
