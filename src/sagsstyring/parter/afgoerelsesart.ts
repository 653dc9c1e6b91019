import { Afvist } from '../../faelles/afvist.js';
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
