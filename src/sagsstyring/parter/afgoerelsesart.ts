import { Afvist } from '../../faelles/afvist.js';
import { alder } from '../../faelles/alder.js';
import { type Kodepost } from '../../faelles/lov/kodelister.js';
import { type Lovpakke } from '../../faelles/lov/lovpakke.js';

/** What the act in force on a day says about one kind of decision. */
export type Afgoerelsesart = Kodepost<'afgoerelser'>;

/** The kind of decision as the act on the day has it; refused when that act does not know it. */
export function kraevAfgoerelsesart(
  lov: Lovpakke,
  kode: string,
  dato: string,
  felt = 'afgoerelseKode',
): Afgoerelsesart {
  const art = lov.kode('afgoerelser', kode, dato);
  if (art !== undefined) return art;
  const anden = lov.alleKoder('afgoerelser').find((a) => a.kode === kode);
  throw new Afvist(
    'afgoerelse-findes-ikke',
    anden === undefined
      ? `Afgørelsen '${kode}' findes ikke. Se kodelisten afgoerelser.`
      : `${anden.navn} findes ikke i den lov, der gælder ${dato}; den er efter ${anden.hjemmel}.`,
    anden === undefined ? { felt } : { felt, paragraf: anden.hjemmel },
  );
}

/** A decision about a child is not made about a grown-up: from 18 there is only ungestøtte, until 23. An unknown age refuses nothing. */
export function kraevEtBarn(
  lov: Lovpakke,
  art: Pick<Afgoerelsesart, 'navn' | 'hjemmel' | 'foerAlder'>,
  foedselsdato: string | undefined,
  dato: string,
  felt: string,
): void {
  if (foedselsdato === undefined) return;
  // A destroyed date reads as a mark of deletion, and then nothing is known.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(foedselsdato) || alder(foedselsdato, dato) < art.foerAlder) return;
  throw new Afvist(
    art.foerAlder === 18 ? 'fyldt-18' : 'fyldt-23',
    `Den unge er fyldt ${String(art.foerAlder)} år ${dato}: '${art.navn}' træffes kun om en, der er yngre.${art.foerAlder === 18 ? ' Efter 18 er der ungestøtte.' : ''}`,
    { felt, paragraf: `${art.hjemmel}; ${lov.hjemmel('ungestoette-afgoerelse', dato)}` },
  );
}
