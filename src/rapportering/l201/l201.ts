import { Temporal } from 'temporal-polyfill';
import { laesCpr } from '../../faelles/cpr.js';

/** A measure ready to be checked: CPR numbers opened for this delivery only. Null = not known. */
export interface L201Kandidat {
  readonly indsatsId: string;
  readonly pgfKode: string;
  readonly start: string;
  readonly slut: string | null;
  readonly barnCpr: string | null;
  readonly foraelderCpr: string | null;
}

export interface L201Post {
  readonly barnCpr: string;
  readonly foraelderCpr: string;
  readonly foranstaltningId: string;
  readonly kode: string;
  readonly start: string;
  readonly slut: string | null;
}

export interface L201Fejl {
  readonly indsatsId: string;
  readonly kode: 'CPR-01' | 'CPR-02' | 'CPR-03' | 'AGE-04' | 'DAT-01' | 'COD-01' | 'COD-02' | 'COD-03' | 'REL-01';
  readonly alvor: 'fejl' | 'advarsel';
  readonly tekst: string;
}

/** A row of the dated code list of measures. */
export interface PgfKode {
  readonly kode: string;
  readonly gyldigFra: string;
  readonly gyldigTil?: string | undefined;
}

/**
 * Business checks that the schema of the delivery does not make. A line with an error is held back and shown, never
 * dropped silently. Replacement numbers (day + 60) are errors in a real delivery and only warned of in a test delivery,
 * since tests must never hold real persons.
 */
export function kontrollerPost(
  kandidat: L201Kandidat,
  kodeliste: readonly PgfKode[],
  valg: { readonly test: boolean; readonly idag: string },
): { readonly post?: L201Post; readonly fejl: readonly L201Fejl[] } {
  const fejl: L201Fejl[] = [];
  const meld = (kode: L201Fejl['kode'], alvor: L201Fejl['alvor'], tekst: string): void => {
    fejl.push({ indsatsId: kandidat.indsatsId, kode, alvor, tekst });
  };
  const barn = kandidat.barnCpr === null ? undefined : laesCpr(kandidat.barnCpr);
  if (kandidat.barnCpr === '0000000000') meld('CPR-03', 'fejl', 'CPR-nummeret 0000000000 må aldrig indberettes.');
  if (barn === undefined || !barn.gyldig)
    meld('CPR-01', 'fejl', 'Barnets CPR-nummer mangler eller har ikke gyldig form og dato.');
  if (kandidat.foraelderCpr === null) {
    meld('REL-01', 'fejl', 'Barnet har ingen registreret forælder med CPR-nummer. Registrér forælderen på barnet.');
  } else {
    if (!laesCpr(kandidat.foraelderCpr).gyldig)
      meld('CPR-01', 'fejl', 'Forælderens CPR-nummer har ikke gyldig form og dato.');
    if (kandidat.foraelderCpr === kandidat.barnCpr) meld('REL-01', 'fejl', 'Forælder og barn har samme CPR-nummer.');
  }
  if ([kandidat.barnCpr, kandidat.foraelderCpr].some((cpr) => cpr !== null && Number(cpr.slice(0, 2)) > 60)) {
    meld(
      'CPR-02',
      valg.test ? 'advarsel' : 'fejl',
      'Erstatnings-CPR (dag + 60) kan ikke indberettes i en rigtig leverance.',
    );
  }
  if (barn?.gyldig === true) {
    const alder = Temporal.PlainDate.from(barn.foedselsdato).until(Temporal.PlainDate.from(kandidat.start), {
      largestUnit: 'years',
    }).years;
    if (kandidat.start < barn.foedselsdato || alder > 22)
      meld('AGE-04', 'fejl', `Barnet skal være 0-22 år ved start; her ${alder}.`);
  }
  if (kandidat.start > valg.idag) meld('DAT-01', 'fejl', 'Startdatoen ligger i fremtiden.');
  if (kandidat.slut !== null && kandidat.slut < kandidat.start)
    meld('DAT-01', 'fejl', 'Slutdatoen ligger før startdatoen.');
  kontrollerKode(kandidat, kodeliste, meld);
  if (fejl.some((f) => f.alvor === 'fejl') || kandidat.barnCpr === null || kandidat.foraelderCpr === null)
    return { fejl };
  return {
    fejl,
    post: {
      barnCpr: kandidat.barnCpr,
      foraelderCpr: kandidat.foraelderCpr,
      foranstaltningId: kandidat.indsatsId,
      kode: kandidat.pgfKode,
      start: kandidat.start,
      slut: kandidat.slut,
    },
  };
}

function kontrollerKode(
  kandidat: L201Kandidat,
  kodeliste: readonly PgfKode[],
  meld: (kode: L201Fejl['kode'], alvor: L201Fejl['alvor'], tekst: string) => void,
): void {
  const gaelder = kodeliste.some(
    (k) =>
      k.kode === kandidat.pgfKode &&
      k.gyldigFra <= kandidat.start &&
      (k.gyldigTil === undefined || k.gyldigTil >= kandidat.start),
  );
  if (!gaelder) meld('COD-01', 'fejl', `Koden ${kandidat.pgfKode} gælder ikke på startdatoen ${kandidat.start}.`);
  if (!/^[24]\d\d$/.test(kandidat.pgfKode))
    meld('COD-02', 'fejl', `Koden ${kandidat.pgfKode} er ikke en støttende indsats (200-299 eller 400-499).`);
}

export interface Leverancehoved {
  readonly kommunekode: string;
  /** `2019M02` */
  readonly periode: string;
  readonly test: boolean;
  /** Local time without zone, seconds: `2019-03-19T06:00:00`. */
  readonly dannet: string;
  readonly systemversion: string;
  readonly kontakter: { readonly faglig: string; readonly teknisk: string; readonly kvittering: string };
  readonly cvr?: string;
  readonly pnummer?: string;
}
