import { Afvist } from '../faelles/afvist.js';
import { type DecisionContext } from '../platform/commands/decider.js';

/** What is recorded has happened: a fact is never dated after the day it is recorded. */
export function ikkeFremtid(dato: string, context: DecisionContext, felt: string): void {
  if (dato > context.iDag) {
    throw new Afvist('dato-i-fremtiden', `Datoen ${dato} ligger efter i dag (${context.iDag}).`, { felt });
  }
}

/** Refuses a date before the one it builds on; `hvorfor` is said to the user. */
export function ikkeFoer(dato: string, tidligst: string, felt: string, hvorfor: string, paragraf?: string): void {
  if (dato < tidligst) {
    throw new Afvist('forkert-raekkefoelge', `${hvorfor} (${tidligst}).`, {
      felt,
      ...(paragraf === undefined ? {} : { paragraf }),
    });
  }
}
