import { beregnFrist, fastsatFrist, STANDARDPARAMETRE, type Fristparametre } from '../frist.js';
import { type Lovpakke } from './lovpakke.js';
import { betingelseOpfyldt, type Regel, type Regime } from './regel.js';

/** An active rule with a date, ready for a view of deadlines: everything it needs, nothing about how law is stored. */
export interface Beregnbarregel {
  readonly id: string;
  readonly navn: string;
  readonly regime: Regime | 'begge';
  readonly hjemmel: string;
  readonly ansvarlig: string;
  readonly tillid: string;
  readonly gyldigFra: string;
  readonly gyldigTil?: string | undefined;
  readonly udloeser: NonNullable<Regel['udloeser']>;
  readonly betingelser: readonly { readonly felt: string; readonly er: unknown }[];
  readonly opfyldtAf: Regel['opfyldtAf'];
  readonly bortfalderVed: Regel['bortfalderVed'];
  /** Events that move the deadline forward to their own date; give it as `fremrykketTil`. */
  readonly fremrykkesVed: Regel['opfyldtAf'];
  /** Null when the trigger does not start the deadline (a condition is not met, no date was decided). */
  beregn(
    start: string,
    haendelse: Readonly<Record<string, unknown>>,
    fremrykketTil?: string,
  ): { readonly forfald: string; readonly advis: string | null; readonly forklaring: string } | null;
}

/** The active rules that a known event starts and that have a date. */
export function fristregler(lov: Lovpakke, parametre: Fristparametre = STANDARDPARAMETRE): readonly Beregnbarregel[] {
  return lov.alleRegler.flatMap((regel) => {
    const { udloeser, id, navn, regime, hjemmel, ansvarlig, tillid, gyldigFra, gyldigTil, opfyldtAf, bortfalderVed } =
      regel;
    if (!regel.aktiv || udloeser === null || (regel.maengde === undefined && regel.datofelt === undefined)) return [];
    return [
      {
        id,
        navn,
        regime,
        hjemmel,
        ansvarlig,
        tillid,
        gyldigFra,
        gyldigTil,
        udloeser,
        opfyldtAf,
        bortfalderVed,
        fremrykkesVed: regel.fremrykkesVed ?? [],
        betingelser: regel.betingelser.filter((b) => 'er' in b),
        beregn: (start: string, haendelse: Readonly<Record<string, unknown>>, fremrykketTil?: string) =>
          beregn(regel, start, haendelse, parametre, fremrykketTil),
      },
    ];
  });
}

function beregn(
  regel: Regel,
  start: string,
  haendelse: Readonly<Record<string, unknown>>,
  parametre: Fristparametre,
  fremrykketTil?: string,
): { forfald: string; advis: string | null; forklaring: string } | null {
  if (!regel.betingelser.every((b) => betingelseOpfyldt(b, haendelse))) return null;
  if (regel.datofelt !== undefined) {
    const dato = haendelse[regel.datofelt];
    return typeof dato === 'string' ? medNull(fastsatFrist(dato, parametre)) : null;
  }
  const { maengde, enhed, taelHaendelsesdag, retning, forlaengVedLukkedag } = regel;
  if (maengde === undefined || enhed === undefined) return null;
  return medNull(
    beregnFrist(
      {
        maengde,
        enhed,
        taelHaendelsesdag: taelHaendelsesdag ?? false,
        retning: retning ?? 'FREM',
        forlaengVedLukkedag: forlaengVedLukkedag ?? false,
      },
      start,
      parametre,
      fremrykketTil,
    ),
  );
}

function medNull(frist: { readonly forfald: string; readonly advis?: string; readonly forklaring: string }): {
  forfald: string;
  advis: string | null;
  forklaring: string;
} {
  return { forfald: frist.forfald, advis: frist.advis ?? null, forklaring: frist.forklaring };
}
