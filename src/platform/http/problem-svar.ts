import { Heltal, ObjektListe, Tekst } from './felt.js';

/** One thing that is wrong, where and why. */
export class FeltfejlSvar {
  /** The field's own name. */
  @Tekst('Feltets navn.', 'cpr')
  felt!: string;

  /** Where it is. */
  @Tekst(
    'Hvor feltet står: JSON-pointer i indholdet, `?navn` i forespørgslen, `{navn}` i stien eller `Navn:` for et hoved.',
    '/barn/cpr',
  )
  sti!: string;

  /** Stable code of the demand. */
  @Tekst('Fast kode for det krav, der ikke er opfyldt.', 'cpr-dato')
  kode!: string;

  /** What is wrong. */
  @Tekst('Hvad der er galt.', 'De første seks cifre er ikke en dato, der findes.')
  besked!: string;
}

/** RFC 9457 problem details, the body of every answer from 400 up. */
export class Problem {
  /** Stable type. */
  @Tekst('Problemets faste type. Byg på den, ikke på teksterne.', '/problemer/ugyldigt-indhold')
  type!: string;

  /** What kind of problem. */
  @Tekst('Hvad slags problem det er.', 'Indholdet er ikke gyldigt')
  title!: string;

  /** HTTP status. */
  @Heltal('HTTP-status.', 400, { min: 400, maks: 599 })
  status!: number;

  /** What is wrong this time. */
  @Tekst('Hvad der er galt denne gang, og hvad man kan gøre.', 'Ét felt er ikke gyldigt.', { maks: 4000 })
  detail!: string;

  /** Which request. */
  @Tekst('Stien, der blev kaldt.', '/v1/underretninger')
  instance!: string;

  /** For support. */
  @Tekst('Anmodningens id; oplys det, hvis du spørger driften.', '0191e2b4-9d2c-7c44-8f5e-5d1b1b2c3d4e')
  korrelation!: string;

  /** Each invalid field. */
  @ObjektListe('De felter, der ikke er gyldige.', () => FeltfejlSvar, { valgfri: true })
  fejl?: FeltfejlSvar[];

  /** Paragraph behind a refusal. */
  @Tekst('Den regel i loven, afvisningen bygger på.', 'SEL § 50, stk. 7', { valgfri: true, maks: 500 })
  paragraf?: string;
}
