import { alder } from '../alder.js';
import { gaelder, type Gyldighed } from '../periode.js';

/** What the act of its period says about one kind of decision: a row of the code list `afgoerelser`. */
export interface Partsregel extends Gyldighed {
  readonly kode: string;
  readonly navn: string;
  readonly hjemmel: string;
  /** The child is a party from this age; null: not before it is of age. */
  readonly barnPartFraAar: number | null;
  /** Who must agree before the decision is made with consent. */
  readonly samtykke: { readonly foraeldremyndighed: boolean; readonly barnFraAar: number | null };
  /** A parent without custody is a party as far as the decision is about that parent too (contact, letters). */
  readonly foraelderUdenMyndighed: boolean;
  /** Foster parents may speak to the committee, without being parties. */
  readonly plejeforaeldre: boolean;
}

/** A decision about one child, under the rule that is in force on its day. */
export interface Sagsafgoerelse {
  readonly regel: Partsregel;
  readonly barn: {
    /** Null only for a child that is not born: it has no age, and is no party. */
    readonly foedselsdato: string | null;
    /** From its wedding a young person is not under custody. */
    readonly giftFra?: string;
  };
}

/** Who the question is about; custody is dated. */
export type Partsperson =
  | { readonly rolle: 'barn' }
  | {
      readonly rolle: 'foraelder';
      readonly foraeldremyndighed: readonly Gyldighed[];
      /** The decision is about this parent's own contact with the child. */
      readonly angaarSelv: boolean;
    }
  /** Custody without being a parent, e.g. after a death. */
  | { readonly rolle: 'myndighedsindehaver'; readonly foraeldremyndighed: readonly Gyldighed[] }
  | { readonly rolle: 'plejeforaelder' }
  | { readonly rolle: 'anden' };

/** Why somebody is a party, or not. */
export interface Partsstatus {
  readonly part: boolean;
  /** Danish, for the caseworker. */
  readonly hvorfor: string;
}

const MYNDIG = 18;

/** A rule of another day's act would give another act's age limit, without anybody noticing. */
function kraevGaeldende(regel: Partsregel, dato: string): void {
  if (!gaelder(regel, dato))
    throw new RangeError(`The rule ${regel.kode} (${regel.hjemmel}) is not in force on ${dato}`);
}

function harFyldt(foedselsdato: string | null, aar: number, dato: string): boolean {
  return foedselsdato !== null && alder(foedselsdato, dato) >= aar;
}

/** Under 18 and not married: forældreansvarsloven § 1. */
function underMyndighed({ barn }: Sagsafgoerelse, dato: string): boolean {
  const gift = barn.giftFra !== undefined && barn.giftFra <= dato;
  return !gift && !harFyldt(barn.foedselsdato, MYNDIG, dato);
}

function harMyndighed(person: Partsperson, afgoerelse: Sagsafgoerelse, dato: string): boolean {
  return (
    'foraeldremyndighed' in person &&
    underMyndighed(afgoerelse, dato) &&
    person.foraeldremyndighed.some((periode) => gaelder(periode, dato))
  );
}

/** Whether the person is a party to the decision on its day, and why: BL § 3, SEL § 167, forældreansvarsloven §§ 1 and 3. */
export function partsstatus(person: Partsperson, afgoerelse: Sagsafgoerelse, dato: string): Partsstatus {
  const { regel } = afgoerelse;
  kraevGaeldende(regel, dato);
  switch (person.rolle) {
    case 'barn':
      return barnetsStatus(afgoerelse, dato);
    case 'foraelder':
    case 'myndighedsindehaver':
      if (harMyndighed(person, afgoerelse, dato)) return { part: true, hvorfor: 'Har del i forældremyndigheden' };
      if (!underMyndighed(afgoerelse, dato))
        return { part: false, hvorfor: 'Den unge er selv myndig og ikke under forældremyndighed' };
      return person.rolle === 'foraelder' && person.angaarSelv && regel.foraelderUdenMyndighed
        ? {
            part: true,
            hvorfor: `Har ikke forældremyndighed, men afgørelsen angår også forælderen selv (${regel.hjemmel})`,
          }
        : { part: false, hvorfor: 'Har ikke del i forældremyndigheden' };
    case 'plejeforaelder':
    case 'anden':
      return { part: false, hvorfor: 'Har ingen selvstændig retlig interesse i afgørelsen' };
  }
}

function barnetsStatus(afgoerelse: Sagsafgoerelse, dato: string): Partsstatus {
  const { regel, barn } = afgoerelse;
  if (barn.foedselsdato === null) return { part: false, hvorfor: 'Barnet er ikke født' };
  if (!underMyndighed(afgoerelse, dato)) return { part: true, hvorfor: 'Den unge er selv myndig' };
  if (regel.barnPartFraAar === null)
    return { part: false, hvorfor: `Barnet har ikke partsbeføjelser i denne afgørelse (${regel.hjemmel})` };
  const aar = String(regel.barnPartFraAar);
  return harFyldt(barn.foedselsdato, regel.barnPartFraAar, dato)
    ? { part: true, hvorfor: `Barnet er fyldt ${aar} år (${regel.hjemmel})` }
    : { part: false, hvorfor: `Barnet er ikke fyldt ${aar} år (${regel.hjemmel})` };
}

/** Whether the person is a party to the decision on its day. A rule, never a field: age, custody and act change. */
export function erPart(person: Partsperson, afgoerelse: Sagsafgoerelse, dato: string): boolean {
  return partsstatus(person, afgoerelse, dato).part;
}

/**
 * Whether the decision needs the person's consent on its day: everybody with custody (forældreansvarsloven § 3), and the
 * young person from the age that the rule says. One who is of age consents alone.
 */
export function skalSamtykke(person: Partsperson, afgoerelse: Sagsafgoerelse, dato: string): boolean {
  const { regel, barn } = afgoerelse;
  kraevGaeldende(regel, dato);
  const { foraeldremyndighed, barnFraAar } = regel.samtykke;
  if (person.rolle !== 'barn') return foraeldremyndighed && harMyndighed(person, afgoerelse, dato);
  if (barnFraAar !== null && harFyldt(barn.foedselsdato, barnFraAar, dato)) return true;
  return foraeldremyndighed && barn.foedselsdato !== null && !underMyndighed(afgoerelse, dato);
}

/** Whether the committee must give the person the opportunity to speak before it decides: SEL § 74, stk. 2-3, BL § 142, stk. 2-3. */
export function maaUdtaleSig(person: Partsperson, afgoerelse: Sagsafgoerelse, dato: string): boolean {
  if (person.rolle === 'plejeforaelder') {
    kraevGaeldende(afgoerelse.regel, dato);
    return afgoerelse.regel.plejeforaeldre;
  }
  return erPart(person, afgoerelse, dato);
}
