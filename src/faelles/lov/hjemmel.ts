/** The day barnets lov took over from serviceloven for children. */
const BARNETS_LOV_FRA = '2024-01-01';

/** The paragraph under the act that is in force on the date; for guidance, which speaks about today. */
export function hjemmelPaa(dato: string, sel: string, bl: string): string {
  return erServicelov(dato) ? `SEL ${sel}` : `BL ${bl}`;
}

/** Whether serviceloven is the act in force on the date. */
export function erServicelov(dato: string): boolean {
  return dato < BARNETS_LOV_FRA;
}
