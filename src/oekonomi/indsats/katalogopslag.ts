import { Afvist } from '../../faelles/afvist.js';
import { type Kodepost } from '../../faelles/lov/kodelister.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';
import { gaelder } from '../../faelles/periode.js';
import { kraevAfgoerelsesart } from '../../sagsstyring/sagsstyring.public.js';
import { type KatalogIndsats } from './indsats.js';
import { type Maalgruppe } from './tilstand.js';

type Katalogpost = Kodepost<'indsatskatalog'>;

const STOETTENDE = 'stoettende-indsats';

/** A measure that may be proposed, with the kind of decision that it takes. */
export interface Forslagspost {
  readonly indsatskode: string;
  readonly indsatsnavn: string;
  readonly hjemmel: string;
  readonly anbringelse: boolean;
  /** Code in the list of decisions: who is a party, and whose consent it takes. */
  readonly afgoerelseskode: string;
  readonly kraeverSamtykke: boolean;
  /** It can only be granted to somebody younger than this. */
  readonly foerAlder: number;
  /** Null for a placement, which is not reported as a measure. */
  readonly katalog: KatalogIndsats | null;
}

/** The measure as it may be granted on the date of the decision; refused with the reason and what could be chosen. */
export function slaaIndsatsOp(lov: Lovpakke, kode: string, maalgruppe: Maalgruppe, dato: string): KatalogIndsats {
  const poster = posterMedKode(lov, kode);
  const bl = lov.regime(dato) === 'BL';
  if (poster.some((post) => post.art === 'anbringelse')) {
    throw new Afvist(
      'anbringelse-gennem-visitation',
      'Anbringelse bevilges ikke direkte: den afgøres i en visitation med informeret samtykke, også fra den unge på 15 år, eller hviler på børne- og ungeudvalgets afgørelse.',
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

/** The measure as it may be proposed in a visitation; also a placement with consent. */
export function slaaForslagOp(lov: Lovpakke, kode: string, maalgruppe: Maalgruppe, dato: string): Forslagspost {
  const poster = posterMedKode(lov, kode).filter((post) => gaelder(post, dato));
  const anbringelse = poster.find((post) => post.kode === 'anbringelse');
  const regime = lov.regime(dato);
  if (anbringelse !== undefined) {
    return {
      indsatskode: anbringelse.kode,
      indsatsnavn: anbringelse.navn,
      hjemmel: anbringelse.hjemmel[regime] ?? '',
      anbringelse: true,
      afgoerelseskode: 'anbringelse-samtykke',
      kraeverSamtykke: true,
      foerAlder: kraevAfgoerelsesart(lov, 'anbringelse-samtykke', dato).foerAlder,
      katalog: null,
    };
  }
  const katalog = slaaIndsatsOp(lov, kode, maalgruppe, dato);
  const post = poster.find((p) => p.kode === katalog.indsatskode && p.maalgruppe === maalgruppe);
  const afgoeres = post === undefined ? STOETTENDE : afgoerelseskode(post, lov, dato);
  const art = kraevAfgoerelsesart(lov, afgoeres, dato);
  return {
    indsatskode: katalog.indsatskode,
    indsatsnavn: katalog.indsatsnavn,
    hjemmel: katalog.hjemmel,
    anbringelse: false,
    afgoerelseskode: afgoeres,
    kraeverSamtykke: katalog.kraeverSamtykke,
    foerAlder: art.foerAlder,
    // BL § 5, stk. 3, is about every decision, also an early measure; SEL § 48 lists the ones it is about.
    katalog: { ...katalog, kraeverBoernesamtale: katalog.kraeverBoernesamtale || art.kraeverBoernesamtale },
  };
}

/** The kind of decision that a change or an end of a running measure is; its code may have run out since it was granted. */
export function beslutningsart(
  lov: Lovpakke,
  { indsatskode, maalgruppe }: { readonly indsatskode: string; readonly maalgruppe: Maalgruppe },
  dato: string,
): Pick<Forslagspost, 'afgoerelseskode' | 'kraeverSamtykke'> & { readonly kraeverBoernesamtale: boolean } {
  const poster = posterMedKode(lov, indsatskode).filter((p) => p.kode === indsatskode && p.maalgruppe === maalgruppe);
  const post = poster.find((p) => gaelder(p, dato)) ?? poster.at(-1);
  const kode = post === undefined ? STOETTENDE : afgoerelseskode(post, lov, dato);
  return {
    afgoerelseskode: kode,
    kraeverSamtykke: post?.kraeverSamtykke ?? true,
    kraeverBoernesamtale: kraevAfgoerelsesart(lov, kode, dato).kraeverBoernesamtale,
  };
}

function posterMedKode(lov: Lovpakke, kode: string): readonly Katalogpost[] {
  return lov.alleKoder('indsatskatalog').filter((post) => post.kode === kode || post.gruppe === kode);
}

/** What is not in the list of decisions is decided as a supportive measure. */
function afgoerelseskode(post: Katalogpost, lov: Lovpakke, dato: string): string {
  const oensket = AFGOERELSE[post.art] ?? post.kode;
  return lov.kode('afgoerelser', oensket, dato) === undefined ? STOETTENDE : oensket;
}

const AFGOERELSE: Readonly<Partial<Record<Katalogpost['art'], string>>> = {
  tidlig: 'tidlig-indsats',
  stoettende: 'stoettende-indsats',
  'under-anbringelse': 'stoettende-indsats',
  oekonomisk: 'oekonomisk-stoette',
  anbringelse: 'anbringelse-samtykke',
  ungestoette: 'ungestoette',
  behandling: 'stofmisbrugsbehandling',
};
