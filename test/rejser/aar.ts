/** The year that a story's days are moved to, and the act that is in force then. */
export interface Aar {
  readonly lov: 'SEL' | 'BL';
  /** Years that are added to every day. */
  readonly senere: number;
}

/** Stories are told in the first year of barnets lov. */
export const BARNETS_LOV: Aar = { lov: 'BL', senere: 0 };
/** Five years before every day from March falls on the same weekday, so what is reckoned in working days is as long. */
export const SERVICELOVEN: Aar = { lov: 'SEL', senere: -5 };

const flyttet = ({ senere }: Aar, tekst: string): string =>
  tekst.replace(/\b(\d{4})(?=-\d\d-\d\d)/g, (aar) => String(Number(aar) + senere));

/** A day, or an hour of it, as it is in that year. */
export function iAaret(aar: Aar, dato: string): string {
  return aar.senere === 0 ? dato : flyttet(aar, dato);
}

/** A command as it is sent in that year: its days are moved, and the plan is the one that the act knows. */
export function kropIAaret(aar: Aar, krop: object): object {
  if (aar.senere === 0) return krop;
  const tekst = JSON.stringify(krop).replace(/"plantype":"(?:barnets-plan|ungeplan)"/g, '"plantype":"handleplan"');
  return JSON.parse(flyttet(aar, tekst)) as object;
}
