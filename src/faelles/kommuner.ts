import { type Lovpakke } from './lov/lovpakke.js';
import { gaelder } from './periode.js';

/** The 98 municipalities. Codes are kept as three digits and padded at the edge. */
export class Kommuner {
  constructor(private readonly lov: Lovpakke) {}

  /** False for 411 Christiansø too: it is not a municipality and cannot report. */
  findes(kode: string, dato: string): boolean {
    return this.lov.kode('kommuner', kode, dato) !== undefined;
  }

  navn(kode: string, dato: string): string | undefined {
    return this.lov.kode('kommuner', kode, dato)?.navn;
  }

  /** The region changes over time: Hovedstaden and Sjælland become Østdanmark on 1 January 2027. */
  region(kode: string, dato: string): { readonly navn: string; readonly kode: string | null } | undefined {
    return this.lov.kode('kommuner', kode, dato)?.regioner.find((region) => gaelder(region, dato));
  }
}

/** CPR and KOMBIT take four digits: 840 -> 0840. */
export function firecifret(kode: string): string {
  return kode.padStart(4, '0');
}
