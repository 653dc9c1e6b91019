import { type Skridt } from '../../src/faelles/skridt.js';
import { type Decider } from '../../src/platform/commands/decider.js';
import { type DomainEvent } from '../../src/platform/eventstore/event-declaration.js';
import { context } from '../../src/platform/testing/given-when-then.js';

export const A = '00000000-0000-7000-8000-00000000000a';
export const B = '00000000-0000-7000-8000-00000000000b';
export const C = '00000000-0000-7000-8000-00000000000c';
export const jaNej = [true, false] as const;
export const regimer = ['SEL', 'BL'] as const;
export const IDAG = '2026-11-23';
export const nu = context(`${IDAG}T10:00:00+01:00`, { id: 'tl01', roller: ['teamleder'] });

/** All combinations of the fields' values. */
export function* kryds<T extends object>(felter: { readonly [K in keyof T]: readonly T[K][] }): Generator<T> {
  const [[felt, vaerdier] = [], ...resten] = Object.entries<readonly unknown[]>(felter);
  if (felt === undefined || vaerdier === undefined) {
    yield {} as T;
    return;
  }
  for (const rest of kryds<Record<string, unknown>>(Object.fromEntries(resten)))
    for (const vaerdi of vaerdier) yield { [felt]: vaerdi, ...rest } as T;
}

export function tilladt<K extends { readonly type: string }, E extends DomainEvent, S>(
  decider: Decider<K, E, S>,
  tilstand: S,
  kommando: K,
): boolean {
  try {
    decider.decide(kommando, tilstand, nu);
    return true;
  } catch (afvist) {
    if (afvist instanceof Error && afvist.name === 'Afvist') return false;
    throw afvist;
  }
}

export interface Stilling {
  readonly skridt: readonly Skridt[];
  readonly hvile: string | undefined;
  /** The code of the step that ends the phase, and whether the rules let it be taken now. */
  readonly afgoerende?: { readonly kode: string; readonly art: Skridt['art']; readonly tilladt: boolean };
}
