import { Temporal } from 'temporal-polyfill';
import { laegAarTil } from './kalender.js';

/** The day a person turns so many years. Born on 29 February: 28 February in other years, to the person's advantage. */
export function dagFyldt(foedselsdato: string, aar: number): string {
  return laegAarTil(foedselsdato, aar);
}

/** Whole years on a date; negative before birth. The age changes at midnight on the birthday. */
export function alder(foedselsdato: string, dato: string): number {
  const aar = Temporal.PlainDate.from(dato).year - Temporal.PlainDate.from(foedselsdato).year;
  return dato < dagFyldt(foedselsdato, aar) ? aar - 1 : aar;
}
