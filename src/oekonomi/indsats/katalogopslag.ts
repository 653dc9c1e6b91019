import { Afvist } from '../../faelles/afvist.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { gaelder } from '../../faelles/periode.js';
import { type KatalogIndsats, type Maalgruppe } from './indsats.js';

/** The measure as it may be granted on the date of the decision; refused with the reason and what could be chosen. */
export function slaaIndsatsOp(lov: Lovpakke, kode: string, maalgruppe: Maalgruppe, dato: string): KatalogIndsats {
  const poster = lov.alleKoder('indsatskatalog').filter((post) => post.kode === kode || post.gruppe === kode);
  const bl = lov.regime(dato) === 'BL';
  if (poster.some((post) => post.art === 'anbringelse')) {
    throw new Afvist(
      'anbringelse-understoettes-ikke',
      'Anbringelse uden for hjemmet kan endnu ikke afgøres her: den kræver børne- og ungeudvalgets spor eller et samtykke, der omfatter formålet, også fra den unge over 15 år.',
      { felt: 'indsatskode', paragraf: bl ? 'BL §§ 46-47' : 'SEL § 52, stk. 3, nr. 7, og § 58' },
    );
  }
  const fundet = lov.indsats(kode, maalgruppe, dato);
  // Codes from 100 to 199 are placements in the statistics, whatever the catalogue calls them.
  if (fundet !== undefined && !fundet.pgfKode.startsWith('1')) return fundet;
  const paa = poster.filter((post) => gaelder(post, dato) && post.pgfKode !== null);
  const forklaring =
    poster.length === 0
      ? `Indsatsen '${kode}' findes ikke i kataloget over indsatser.`
      : paa.length === 0
        ? `Indsatsen '${kode}' kan ikke bevilges som støttende indsats ${dato}.`
        : `Indsatsen '${kode}' kan ${dato} bevilges som: ${paa.map((post) => `${post.kode} (${post.maalgruppe})`).join(', ')}.`;
  throw new Afvist('indsats-ikke-i-kataloget', forklaring, { felt: paa.length === 0 ? 'indsatskode' : 'maalgruppe' });
}
