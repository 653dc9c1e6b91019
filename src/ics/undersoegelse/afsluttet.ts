import { type BegyndtUndersoegelse } from './tilstand.js';

/**
 * Whether the investigation is a finished BFU on the day: what a placement must rest on (BL § 20; SEL § 50). An afdækning
 * (BL § 19) is ended too, and is none.
 */
export function afsluttetBfu(u: BegyndtUndersoegelse, dato: string): boolean {
  return u.form === 'bfu' && u.fase === 'afsluttet' && u.godkendt !== null && u.godkendt.dato <= dato;
}
