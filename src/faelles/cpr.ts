import { findDato } from './kalender.js';

export type Cpradvarsel = 'modulus11' | 'erstatningscpr';

export type Cprsvar =
  | {
      readonly gyldig: true;
      /** Ten digits, no hyphen. */
      readonly cpr: string;
      readonly foedselsdato: string;
      readonly koen: 'mand' | 'kvinde';
      readonly advarsler: readonly Cpradvarsel[];
    }
  | {
      readonly gyldig: false;
      /** Danish sentence for the user; never repeats the number. */
      readonly aarsag: string;
    };

const VAEGTE = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

// The seventh digit and the two-digit year give the century; the ranges are those of the CPR register.
function aarstal(aar: number, syvende: number): number {
  if (syvende <= 3) return 1900 + aar;
  if (syvende === 4 || syvende === 9) return aar <= 36 ? 2000 + aar : 1900 + aar;
  return aar <= 57 ? 2000 + aar : 1800 + aar;
}

/**
 * Form and date of a CPR number. Replacement and test numbers have 60 added to the day. Numbers given since 2007 need not
 * pass modulus 11, so it only warns; replacement numbers never followed it.
 */
export function laesCpr(tekst: string): Cprsvar {
  const fundet = /^(\d{2})(\d{2})(\d{2})[- ]?(\d{4})$/.exec(tekst.trim());
  if (fundet === null) {
    return {
      gyldig: false,
      aarsag: 'Et CPR-nummer skal være på ti cifre, eventuelt med bindestreg efter de første seks.',
    };
  }
  const cpr = fundet.slice(1).join('');
  const cifre = [...cpr].map(Number);
  const [dag = 0, maaned = 0, aar = 0] = fundet.slice(1, 4).map(Number);
  const erstatning = dag > 60;
  const foedselsdato = findDato(aarstal(aar, cifre[6] ?? 0), maaned, erstatning ? dag - 60 : dag);
  if (foedselsdato === undefined)
    return { gyldig: false, aarsag: 'De første seks cifre i CPR-nummeret er ikke en dato, der findes.' };
  const advarsler: Cpradvarsel[] = [];
  if (erstatning) advarsler.push('erstatningscpr');
  else if (cifre.reduce((sum, ciffer, plads) => sum + ciffer * (VAEGTE[plads] ?? 0), 0) % 11 !== 0)
    advarsler.push('modulus11');
  return { gyldig: true, cpr, foedselsdato, koen: (cifre[9] ?? 0) % 2 === 1 ? 'mand' : 'kvinde', advarsler };
}
