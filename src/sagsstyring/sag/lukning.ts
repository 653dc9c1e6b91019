import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { type Mangel } from '../../faelles/skridt.js';
import { type BegyndtSag, type EnkeltsagArt } from './tilstand.js';

// A complaint or a request for access may come to a closed case, and keeps none open; what Ankestyrelsen decides must be done.
const SPAERRER_LUKNING: readonly (readonly [EnkeltsagArt, string, (dato: string) => string])[] = [
  ['partshoering', 'En partshøring er ikke afsluttet', () => 'forvaltningsloven § 19'],
  ['buu', 'En sag i børne- og ungeudvalget er ikke afgjort eller trukket', (dato) => hjemmelPaa(dato, '§ 74', '§ 142')],
  ['formandsafgoerelse', 'En foreløbig afgørelse gælder stadig', (dato) => hjemmelPaa(dato, '§ 75', '§ 143')],
  ['anbringelsesanmodning', 'Barnets anmodning om anbringelse er ikke afgjort', () => 'BL § 48'],
  ['ansoegning', 'En ansøgning er ikke besvaret', () => 'RSL § 3, stk. 2'],
];

/** What there is about the child outside the case. */
export interface Lukningsforhold {
  /** Notifications that are not yet assessed; they live in streams of their own. */
  readonly aabneUnderretninger: readonly string[];
  /** A brother or sister is placed, and the investigation of this child that it demands has not begun (BL § 21, stk. 2). */
  readonly kraeverUndersoegelse: boolean;
  /** Ankestyrelsen has sent a decision back or changed it, and what follows from that is not done. */
  readonly ankeVenter: boolean;
}

/** What must be finished before a case may be closed on the day; also shown as guidance. */
export function manglerFoerLukning(
  sag: BegyndtSag,
  { aabneUnderretninger, kraeverUndersoegelse, ankeVenter }: Lukningsforhold,
  dato: string,
): readonly Mangel[] {
  const mangler: Mangel[] = [];
  const arter = new Set(Object.values(sag.enkeltsager).map((e) => e.art));
  if (aabneUnderretninger.length > 0 || arter.has('afklaring')) {
    mangler.push({
      kode: 'aaben-underretning',
      tekst: 'En underretning om barnet er ikke vurderet færdig',
      hjemmel: hjemmelPaa(dato, '§ 155, stk. 1', '§ 136'),
    });
  }
  if (kraeverUndersoegelse && !arter.has('bfu')) {
    mangler.push({
      kode: 'kraevet-bfu',
      tekst:
        'En søskende er anbragt på grund af omsorgssvigt eller overgreb, og undersøgelsen af barnet er ikke begyndt; begynd den, svar i søskendes sag, hvorfor den undlades, eller underret den kommune, familien er flyttet til',
      hjemmel: 'BL § 21, stk. 2-3',
    });
  }
  if (arter.has('bfu')) {
    mangler.push({
      kode: 'igangvaerende-bfu',
      tekst: 'En børnefaglig undersøgelse er i gang; afslut eller afbryd den først',
      hjemmel: hjemmelPaa(dato, '§ 50', '§ 22, stk. 6'),
    });
  }
  if (arter.has('afdaekning')) {
    mangler.push({
      kode: 'igangvaerende-afdaekning',
      tekst: 'En afdækning er i gang; afslut den, eller lad den fortsætte som børnefaglig undersøgelse først',
      hjemmel: 'BL § 19',
    });
  }
  if (Object.values(sag.indsatser).some((i) => i.til === null)) {
    mangler.push({
      kode: 'igangvaerende-indsats',
      tekst: 'En indsats er i gang; kommunen skal følge op, til den er ophørt',
      hjemmel: hjemmelPaa(dato, '§ 70', '§ 95'),
    });
  } else if (arter.has('visitation') || arter.has('indsats-opfoelgning')) {
    mangler.push({
      kode: 'aaben-enkeltsag',
      tekst: 'En enkeltsag om visitation eller indsats er ikke afsluttet',
      hjemmel: hjemmelPaa(dato, '§ 70', '§ 95'),
    });
  }
  for (const [art, tekst, hjemmel] of SPAERRER_LUKNING) {
    if (arter.has(art)) mangler.push({ kode: `aaben-${art}`, tekst, hjemmel: hjemmel(dato) });
  }
  if (ankeVenter) {
    mangler.push({
      kode: 'aaben-anke',
      tekst: 'Ankestyrelsen har hjemvist eller ændret en afgørelse, og det, der følger, er ikke gjort',
      hjemmel: hjemmelPaa(dato, '§§ 166-168', '§§ 144-146'),
    });
  }
  if (sag.overdragelse !== null) {
    mangler.push({
      kode: 'aaben-overdragelse',
      tekst: 'En overdragelse venter på svar',
      hjemmel: 'offentlighedsloven § 13',
    });
  }
  return mangler;
}
