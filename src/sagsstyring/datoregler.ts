import { Afvist } from '../faelles/afvist.js';
import { lokalDato } from '../faelles/lokal_dato.js';
import { type DecisionContext } from '../platform/commands/decider.js';

/** What is recorded has happened: a fact cannot be dated after the moment it is recorded. Takes a date or an instant. */
export function kraevIkkeIFremtiden(hvornaar: string, context: DecisionContext, felt: string): void {
  const fremtid = hvornaar.length === 10 ? hvornaar > context.iDag : Date.parse(hvornaar) > Date.parse(context.nu);
  if (fremtid) {
    throw new Afvist(
      'dato-i-fremtiden',
      `${hvornaar} ligger i fremtiden. Registrér det, der er sket, når det er sket.`,
      { felt },
    );
  }
}

/** `hvornaar` must not come before `tidligst`; when one of them is a date only, local dates are compared. */
export function kraevIkkeFoer(
  hvornaar: string,
  tidligst: string,
  felt: string,
  forklaring: string,
  paragraf?: string,
): void {
  const datoer = hvornaar.length === 10 || tidligst.length === 10;
  const foer = datoer ? lokalDato(hvornaar) < lokalDato(tidligst) : Date.parse(hvornaar) < Date.parse(tidligst);
  if (foer) {
    throw new Afvist(
      'forkert-raekkefoelge',
      `${forklaring} (${tidligst}).`,
      paragraf === undefined ? { felt } : { felt, paragraf },
    );
  }
}

/** Blanks are no reason: the schema lets them through, the rule does not. */
export function kraevTekst(tekst: string, kode: string, felt: string, forklaring: string, paragraf?: string): void {
  if (tekst.trim() === '') {
    throw new Afvist(kode, forklaring, paragraf === undefined ? { felt } : { felt, paragraf });
  }
}
