import { type AabenSag } from './sager.query.js';

/** A case without anything done for so many days is on the list; the leader may ask for another number. */
export const UDEN_AKTIVITET_DAGE = 60;

export interface Sagsstammetal {
  readonly sagsbehandler: string | null;
  /** Teams of the cases, in alphabetical order. */
  readonly teams: readonly string[];
  readonly aabneSager: number;
  readonly sagerMedOverskredetFrist: number;
  readonly overskredneFrister: number;
  /** Days that the longest overdue deadline is over; null when none is. */
  readonly laengstOverskredetDage: number | null;
  /** The oldest of the cases' latest activities. */
  readonly aeldsteAktivitet: string | null;
  readonly sagerUdenAktivitet: number;
  readonly sagerUdenPlan: number;
  readonly sagerUdenOpfoelgning: number;
}

export interface Oversigtsgrundlag {
  readonly sager: readonly AabenSag[];
  /** Overdue on the day, by the municipality. */
  readonly overskredne: readonly { readonly sagId: string | null; readonly regel: string; readonly dage: number }[];
  /** Cases with a measure that ought to have a plan and has none, without an exception. */
  readonly udenPlan: ReadonlySet<string>;
  readonly pr: string;
}

const OPFOELGNING = ['opfoelgning-foerste', 'opfoelgning-loebende'];

/** Per caseworker, those with most overdue first; what nobody has is a line of its own. */
export function opgoerSagsstammer(g: Oversigtsgrundlag): readonly Sagsstammetal[] {
  const pr = new Map<string, { regel: string; dage: number }[]>();
  for (const { sagId, regel, dage } of g.overskredne)
    if (sagId !== null) pr.set(sagId, [...(pr.get(sagId) ?? []), { regel, dage }]);
  const stammer = new Map<string | null, AabenSag[]>();
  for (const sag of g.sager) stammer.set(sag.sagsbehandler, [...(stammer.get(sag.sagsbehandler) ?? []), sag]);
  const tal = [...stammer].map(([sagsbehandler, sager]): Sagsstammetal => {
    const frister = sager.map(({ sagId }) => pr.get(sagId) ?? []);
    const alle = frister.flat();
    const aktiviteter = sager.map(sidstRoert).sort();
    return {
      sagsbehandler,
      teams: [...new Set(sager.flatMap(({ team }) => (team === null ? [] : [team])))].sort(),
      aabneSager: sager.length,
      sagerMedOverskredetFrist: frister.filter((f) => f.length > 0).length,
      overskredneFrister: alle.length,
      laengstOverskredetDage: alle.length === 0 ? null : Math.max(...alle.map(({ dage }) => dage)),
      aeldsteAktivitet: aktiviteter[0] ?? null,
      sagerUdenAktivitet: sager.filter((sag) => dageUdenAktivitet(sag, g.pr) >= UDEN_AKTIVITET_DAGE).length,
      sagerUdenPlan: sager.filter(({ sagId }) => g.udenPlan.has(sagId)).length,
      sagerUdenOpfoelgning: frister.filter((f) => f.some(({ regel }) => OPFOELGNING.includes(regel))).length,
    };
  });
  return tal.sort(
    (a, b) =>
      b.overskredneFrister - a.overskredneFrister ||
      b.aabneSager - a.aabneSager ||
      ((a.sagsbehandler ?? '') < (b.sagsbehandler ?? '') ? -1 : 1),
  );
}

/** Nothing done yet counts from the day the case was opened. */
export function sidstRoert(sag: Pick<AabenSag, 'aktivitet' | 'aabnet'>): string {
  return sag.aktivitet ?? sag.aabnet;
}

export function dageUdenAktivitet(sag: Pick<AabenSag, 'aktivitet' | 'aabnet'>, pr: string): number {
  return dageMellem(sidstRoert(sag), pr);
}

export function dageMellem(fra: string, til: string): number {
  return Math.round((Date.parse(`${til}T00:00:00Z`) - Date.parse(`${fra}T00:00:00Z`)) / 86_400_000);
}
