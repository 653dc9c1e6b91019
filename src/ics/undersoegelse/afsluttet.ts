import { type BegyndtUndersoegelse } from './tilstand.js';

/**
 * Whether the investigation is a finished BFU on the day: what a placement must rest on (BL § 20; SEL § 50). An afdækning
 * (BL § 19) is ended too, and is none.
 */
export function afsluttetBfu(u: BegyndtUndersoegelse, dato: string): boolean {
  return u.form === 'bfu' && u.fase === 'afsluttet' && u.godkendt !== null && u.godkendt.dato <= dato;
}

/**
 * What a recommendation to the committee may rest on (SEL § 59; BL § 51, stk. 1): finished on the day of the approval, which
 * comes after the conclusion when the parties have been heard. Null while it is not approved.
 */
export function undersoegelsesdage(u: BegyndtUndersoegelse): {
  readonly afsluttet: string | null;
  readonly konkluderet: string | null;
} {
  const godkendt = u.godkendt?.dato ?? null;
  const afsluttet = godkendt !== null && afsluttetBfu(u, godkendt) ? godkendt : null;
  return { afsluttet, konkluderet: afsluttet === null ? null : u.konkluderet };
}
