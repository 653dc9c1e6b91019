import { STANDARDPARAMETRE, type Fristparametre } from '../frist.js';
import { findesDato, SAERDAGE, type Saerdag } from '../kalender.js';
import { Beregningsfejl } from './beregningsstart.js';

/** What a caller may choose where the law is open; what is left out is the stricter reading. */
export interface Beregningsparametre {
  readonly valg: Fristparametre;
  /** End of a parallel investigation: the earliest of the two dates holds (BL § 95, stk. 2). */
  readonly fremrykketTil?: string;
  /** The date that the case decided, for rules without an amount. */
  readonly dato?: string;
  /** Another amount of the same rule, e.g. an extension. */
  readonly variant?: string;
}

const INGEN: Beregningsparametre = { valg: STANDARDPARAMETRE };
const KENDTE = ['hverdag', 'ikkeHverdage', 'ikkeArbejdsdage', 'lukkedage', 'fremrykketTil', 'dato', 'variant'];

/** Reads `parametre` of a line; throws `Beregningsfejl` for one that is unknown, so that a misspelling changes no date in silence. */
export function laesParametre(vaerdi: unknown): Beregningsparametre {
  if (vaerdi === undefined || vaerdi === null) return INGEN;
  if (typeof vaerdi !== 'object' || Array.isArray(vaerdi))
    throw new Beregningsfejl('parametre', 'parametre skal være et objekt.');
  const parametre = vaerdi as Readonly<Record<string, unknown>>;
  const ukendt = Object.keys(parametre).find((navn) => !KENDTE.includes(navn));
  if (ukendt !== undefined)
    throw new Beregningsfejl(`parametre.${ukendt}`, `Ukendt parameter "${ukendt}". Kendte: ${KENDTE.join(', ')}.`);
  const fremrykketTil = valgfriDato(parametre, 'fremrykketTil');
  const dato = valgfriDato(parametre, 'dato');
  const variant = parametre['variant'];
  if (variant !== undefined && typeof variant !== 'string')
    throw new Beregningsfejl('parametre.variant', 'variant skal være en tekst.');
  return {
    valg: {
      hverdagsprofil: profil(parametre['hverdag']),
      hverdagSaerdage: dage(parametre, 'ikkeHverdage') ?? STANDARDPARAMETRE.hverdagSaerdage,
      arbejdsfriSaerdage: dage(parametre, 'ikkeArbejdsdage') ?? STANDARDPARAMETRE.arbejdsfriSaerdage,
      lukkedagSaerdage: dage(parametre, 'lukkedage') ?? STANDARDPARAMETRE.lukkedagSaerdage,
    },
    ...(fremrykketTil === undefined ? {} : { fremrykketTil }),
    ...(dato === undefined ? {} : { dato }),
    ...(variant === undefined ? {} : { variant }),
  };
}

function profil(vaerdi: unknown): Fristparametre['hverdagsprofil'] {
  if (vaerdi === undefined) return STANDARDPARAMETRE.hverdagsprofil;
  if (vaerdi === 'loerdag-taeller' || vaerdi === 'man-fre') return vaerdi;
  throw new Beregningsfejl('parametre.hverdag', 'hverdag skal være loerdag-taeller eller man-fre.');
}

function dage(parametre: Readonly<Record<string, unknown>>, navn: string): readonly Saerdag[] | undefined {
  const vaerdi = parametre[navn];
  if (vaerdi === undefined) return undefined;
  const liste: readonly unknown[] = Array.isArray(vaerdi) ? vaerdi : [undefined];
  return liste.map((dag) => {
    const fundet = SAERDAGE.find((saerdag) => saerdag === dag);
    if (fundet !== undefined) return fundet;
    throw new Beregningsfejl(`parametre.${navn}`, `${navn} skal være en liste med dage blandt ${SAERDAGE.join(', ')}.`);
  });
}

function valgfriDato(parametre: Readonly<Record<string, unknown>>, navn: string): string | undefined {
  const vaerdi = parametre[navn];
  if (vaerdi === undefined) return undefined;
  if (typeof vaerdi === 'string' && findesDato(vaerdi)) return vaerdi;
  throw new Beregningsfejl(`parametre.${navn}`, `${navn} skal være en dato, der findes, skrevet ÅÅÅÅ-MM-DD.`);
}
