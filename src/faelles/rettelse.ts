import { type TProperties, Type } from '@sinclair/typebox';
import { Afvist } from './afvist.js';
import { Fritekst, Tidspunkt } from './felter.js';
import { lokalDato } from './lokal_dato.js';

/** Personal data that are wrong are put right without delay; what was said before stays in the log. */
export const RETTELSESHJEMMEL = 'databeskyttelsesforordningen art. 16';

/** What every correction of a date says beside the facts anew: when it was recorded, what was said before, and why. */
export const rettelsesfelter = <P extends TProperties>(foer: P) => ({
  rettet: Tidspunkt,
  foer: Type.Object(foer),
  begrundelse: Fritekst(),
});

export interface Datorettelse {
  /** The field that the user sees. */
  readonly felt: string;
  readonly gammel: string;
  readonly ny: string;
  readonly begrundelse: string;
  /** What came before it must not come after it. */
  readonly tidligst?: Graense | undefined;
  /** What rests on it must not come before it. */
  readonly senest?: Graense | undefined;
  readonly paragraf?: string | undefined;
  /** It may lie ahead. */
  readonly planlagt?: boolean | undefined;
}

interface Graense {
  readonly hvornaar: string;
  readonly hvorfor: string;
}

/** The rules of every correction of a date or an instant: it has happened unless it was planned, there is a reason, and the order is kept. */
export function kraevRettelse(r: Datorettelse, { nu, iDag }: { readonly nu: string; readonly iDag: string }): void {
  const { felt, ny, gammel } = r;
  const mere = r.paragraf === undefined ? { felt } : { felt, paragraf: r.paragraf };
  if (r.planlagt !== true && erFoer(ny.length === 10 ? iDag : nu, ny)) {
    throw new Afvist('dato-i-fremtiden', `${ny} ligger i fremtiden. Det, der er sket, har en dag, der er gået.`, {
      felt,
    });
  }
  if (r.begrundelse.trim() === '') {
    throw new Afvist('begrundelse-mangler', 'Skriv, hvad der var forkert, og hvor det rigtige står.', {
      felt: 'begrundelse',
      paragraf: RETTELSESHJEMMEL,
    });
  }
  if (ny.length === 10 ? ny === lokalDato(gammel) : Date.parse(ny) === Date.parse(gammel)) {
    throw new Afvist('ingen-rettelse', `Det står allerede som ${gammel}.`, { felt, status: 409 });
  }
  for (const [graense, brudt] of [
    [r.tidligst, r.tidligst !== undefined && erFoer(ny, r.tidligst.hvornaar)],
    [r.senest, r.senest !== undefined && erFoer(r.senest.hvornaar, ny)],
  ] as const) {
    if (graense !== undefined && brudt) {
      throw new Afvist('forkert-raekkefoelge', `${graense.hvorfor} (${graense.hvornaar}).`, mere);
    }
  }
}

/** The earliest of those that have happened, as a limit for what they rest on; undefined when none has. */
export function foersteAf(
  hvorfor: string,
  ...tidspunkter: readonly (string | null | undefined)[]
): Graense | undefined {
  const kendte = tidspunkter.filter((t): t is string => typeof t === 'string');
  const foerst = kendte.reduce<string | undefined>((a, b) => (a === undefined || erFoer(b, a) ? b : a), undefined);
  return foerst === undefined ? undefined : { hvornaar: foerst, hvorfor };
}

/** The latest of those that have happened, as a limit for what rests on them; undefined when none has. */
export function sidsteAf(hvorfor: string, ...tidspunkter: readonly string[]): Graense | undefined {
  const sidst = tidspunkter.reduce<string | undefined>((a, b) => (a === undefined || erFoer(a, b) ? b : a), undefined);
  return sidst === undefined ? undefined : { hvornaar: sidst, hvorfor };
}

// When one of them is a date only, local dates are compared.
function erFoer(en: string, anden: string): boolean {
  if (en.length === 10 || anden.length === 10) return lokalDato(en) < lokalDato(anden);
  return Date.parse(en) < Date.parse(anden);
}
