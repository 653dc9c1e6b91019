import { type BegyndtUndersoegelse } from './tilstand.js';
import { TRIN, type TrinKode } from './trin.js';
import { type TrinVisning } from './sidespor.visning.js';

/** What the last two steps know from elsewhere: the plan built on the investigation, and the first measure after it. */
export interface EfterUndersoegelsen {
  readonly plan: string | null;
  readonly ivaerksat: string | null;
}

/** An afdækning has no analysis of everything, no hearing and no plan of its own. */
const I_AFDAEKNING: readonly TrinKode[] = [
  'afgoerelse',
  'aktoerer',
  'udtalelser',
  'boernesamtale',
  'foraeldresamtale',
  'opfoelgning',
  'konklusion',
];

/** The practical steps with how far each is, when it was reached and when it is planned. */
export function trinoversigt(
  u: BegyndtUndersoegelse,
  navne: ReadonlyMap<string, string>,
  efter: EfterUndersoegelsen,
  iDag: string,
): TrinVisning[] {
  const trin = u.form === 'afdaekning' ? I_AFDAEKNING : TRIN;
  return trin.map((kode) => {
    const dato = naaet(u, kode, efter);
    const planlagt = u.milepaele[kode] ?? null;
    const status =
      dato !== null ? 'udfoert' : ikkeRelevant(u, kode) ? 'ikke-relevant' : begyndt(u, kode) ? 'i-gang' : 'mangler';
    const venter = status === 'mangler' || status === 'i-gang';
    return {
      nr: TRIN.indexOf(kode) + 1,
      kode,
      navn: navne.get(kode) ?? kode,
      status,
      dato,
      planlagt,
      overskredet: venter && planlagt !== null && planlagt < iDag,
    };
  });
}

function naaet(u: BegyndtUndersoegelse, kode: TrinKode, efter: EfterUndersoegelsen): string | null {
  if (kode === 'plan') return efter.plan;
  if (kode === 'ivaerksaettelse') return efter.ivaerksat;
  return u.naaet[kode] ?? null;
}

function ikkeRelevant(u: BegyndtUndersoegelse, kode: TrinKode): boolean {
  if (u.fase === 'afbrudt') return true;
  if (kode === 'boernesamtale') return u.kommendeForaeldre;
  return (kode === 'plan' || kode === 'ivaerksaettelse') && u.stoetteNoedvendig === false;
}

function begyndt(u: BegyndtUndersoegelse, kode: TrinKode): boolean {
  switch (kode) {
    case 'aktoerer':
      return Object.keys(u.temaer).length > 0;
    case 'opfoelgning':
      return Object.keys(u.udtalelser).length > 0;
    case 'gennemgang':
      return u.gennemgaaet !== null || u.partshoering !== null;
    case 'afgoerelse':
    case 'udtalelser':
    case 'boernesamtale':
    case 'foraeldresamtale':
    case 'analyse':
    case 'konklusion':
    case 'plan':
    case 'ivaerksaettelse':
      return false;
  }
}
