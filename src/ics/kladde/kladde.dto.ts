import { Fritekst, Heltal, JaNej, ObjektListe, Tekst, TidspunktFelt } from '../../platform/http/felt.js';

const LANG = { maks: 100_000 };

export class KladdeAnmodning {
  /** The text so far. */
  @Fritekst('Teksten, som den er nu. Tom, når alt er slettet.', 'Barnet har ressourcer i skolen og …', {
    ...LANG,
    min: 0,
  })
  tekst!: string;
}

export class KladdeSvar {
  /** Field. */
  @Tekst('Feltet.', 'konklusion.barnetsHoldning')
  felt!: string;

  /** Version. */
  @Heltal('Kladdens version; samme tal som i ETag. Send den som If-Match næste gang.', 4)
  version!: number;

  /** When. */
  @TidspunktFelt('Hvornår den blev gemt.', '2026-11-23T11:02:03.000Z')
  gemt!: string;
}

export class KladdesletningSvar {
  /** Field. */
  @Tekst('Feltet, hvis kladde er opgivet.', 'konklusion.barnetsHoldning')
  felt!: string;
}

export class KladdeVisning extends KladdeSvar {
  /** Text. */
  @Fritekst('Teksten.', 'Barnet har ressourcer i skolen og …', { ...LANG, min: 0 })
  tekst!: string;

  /** Who. */
  @Tekst('Hvem der sidst gemte.', 'sb01')
  gemtAf!: string;

  /** Left over. */
  @JaNej(
    'Kladden er tilovers: trinnet er registreret siden, uden at denne tekst kom med, eller dokumentet er slut eller hører til en lukket sag. Brug teksten, eller opgiv kladden; den slettes ikke af sig selv.',
    false,
  )
  tilovers!: boolean;
}

export class Kladder {
  /** All that is not finished. */
  @ObjektListe('Kladder, der endnu ikke er gjort færdige.', () => KladdeVisning)
  kladder!: KladdeVisning[];
}
