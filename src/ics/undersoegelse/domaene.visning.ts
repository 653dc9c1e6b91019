import { Fritekst, JaNej, Kode, ObjektListe, Tekst } from '../../platform/http/felt.js';
import { FundVisning } from './dele.visning.js';

export class DomaenetemaVisning {
  /** Code. */
  @Kode('Temaets eller dimensionens kode.', 'skoleforhold')
  tema!: string;

  /** Name on the day. */
  @Tekst('Navn.', 'Skole og dagtilbud')
  navn!: string;

  /** Part of the investigation or not. */
  @JaNej('Om det er relevant.', true)
  relevant!: boolean;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Fraværet er steget.')
  begrundelse!: string;

  /** Resources. */
  @ObjektListe('Ressourcer.', () => FundVisning)
  ressourcer!: FundVisning[];

  /** Challenges. */
  @ObjektListe('Udfordringer.', () => FundVisning)
  udfordringer!: FundVisning[];
}

export class DomaeneoversigtVisning {
  /** Domain. */
  @Kode('Domænet; null for det, der går på tværs.', 'barnet', { nulbar: true })
  domaene!: string | null;

  /** Name. */
  @Tekst('Domænets navn.', 'Barnet eller den unge')
  navn!: string;

  /** Themes. */
  @ObjektListe('Temaer eller dimensioner, der er taget stilling til.', () => DomaenetemaVisning)
  temaer!: DomaenetemaVisning[];
}
