/** Local dates, both ends included; no `gyldigTil` is open-ended. */
export interface Gyldighed {
  readonly gyldigFra: string;
  readonly gyldigTil?: string | undefined;
}

export function gaelder(periode: Gyldighed, dato: string): boolean {
  return periode.gyldigFra <= dato && (periode.gyldigTil === undefined || dato <= periode.gyldigTil);
}

export function overlapper(a: Gyldighed, b: Gyldighed): boolean {
  return (
    (b.gyldigTil === undefined || a.gyldigFra <= b.gyldigTil) &&
    (a.gyldigTil === undefined || b.gyldigFra <= a.gyldigTil)
  );
}
