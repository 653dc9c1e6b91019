import { Afvist } from '../faelles/afvist.js';
import { type Mangel } from '../faelles/skridt.js';

/** Refuses a decision that the law demands more of first: all of it at once, with the paragraphs. */
export function kraevIngenMangler(mangler: readonly Mangel[], kode: string): void {
  if (mangler.length === 0) return;
  const unikke = mangler.filter((m, nr) => mangler.findIndex((n) => n.kode === m.kode && n.tekst === m.tekst) === nr);
  throw new Afvist(
    kode,
    `Afgørelsen kan ikke træffes endnu. ${unikke.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`,
    {
      paragraf: [...new Set(unikke.map((m) => m.hjemmel))].join('; '),
      mangler: [...new Set(unikke.map((m) => m.kode))],
    },
  );
}
