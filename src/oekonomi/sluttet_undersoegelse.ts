import { Type } from '@sinclair/typebox';
import { Dato, Id, Valgfri } from '../faelles/felter.js';

/**
 * Recorded after an investigation that ran beside it had ended, the start of a measure says so itself: its first follow-up
 * is due when the investigation ended, and the end named only the measures that were known then (BL § 95, stk. 2).
 */
export const sluttetUndersoegelse = { undersoegelseId: Valgfri(Id), undersoegelseSluttet: Valgfri(Dato) };

/** A corrected start says it anew; null: none that has ended ran beside it. */
export const sluttetUndersoegelseRettet = {
  undersoegelseId: Valgfri(Id),
  undersoegelseSluttet: Valgfri(Type.Union([Dato, Type.Null()])),
};
