import { DatoFelt, Fritekst, Heltal, KodeAf, ObjektListe } from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { type Graenseforum } from './bevillingsgraense.js';

const FORA: readonly Graenseforum[] = ['leder', 'visitationsudvalg'];
const BEVILLING = 'kommunestyrelsesloven § 40, stk. 2';

export class BevillingsgraenseAnmodning {
  /** Who. */
  @KodeAf('Hvem grænsen gælder for.', 'leder', FORA, { hjemmel: BEVILLING })
  forum!: Graenseforum;

  /** How much. */
  @Heltal('Højeste samlede omkostning, der må godkendes, i øre. Udelades: ingen grænse.', 50_000_000, {
    min: 0,
    maks: 100_000_000_000,
    valgfri: true,
  })
  graenseOere?: number;

  /** From when. */
  @DatoFelt('Fra hvilken dato.', '2024-01-01', { hjemmel: BEVILLING })
  gaelderFra!: string;

  /** Why. */
  @Fritekst('Hvorfor, for eksempel hvilken beslutning den følger af.', 'Byrådets kompetenceplan 2024.', {
    maks: 2000,
    hjemmel: BEVILLING,
  })
  begrundelse!: string;
}

export class BevillingsgraenseSvar extends KommandoSvar {
  /** Who. */
  @KodeAf('Hvem grænsen gælder for.', 'leder', FORA)
  forum!: string;
}

export class BevillingsgraenseVisning {
  /** Who. */
  @KodeAf('Hvem grænsen gælder for.', 'leder', FORA) forum!: string;
  /** How much. */
  @Heltal('Øre; null: ingen grænse.', 50_000_000, { nulbar: true }) graenseOere!: number | null;
  /** From when. */
  @DatoFelt('Gælder fra.', '2024-01-01') gaelderFra!: string;
}

export class BevillingsgraenserVisning {
  /** All. */
  @ObjektListe('Alle grænser, i den orden de er fastsat. Den seneste om en dag gælder.', () => BevillingsgraenseVisning)
  graenser!: BevillingsgraenseVisning[];
}
