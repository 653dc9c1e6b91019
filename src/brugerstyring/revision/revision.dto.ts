import {
  Heltal,
  JaNej,
  KodeAf,
  KodeListe,
  ObjektListe,
  Tekst,
  TekstListe,
  TidspunktFelt,
  UuidFelt,
} from '../../platform/http/felt.js';
import { Sidevalg } from '../../platform/http/paging.js';

export class Historikvalg {
  /** Only events after this position. */
  @Heltal('Kun hændelser efter denne plads i loggen.', 0, { min: 0, valgfri: true })
  efter?: number;

  /** Most events. */
  @Heltal('Højst så mange hændelser. Udelades den, kommer hele loggen.', 1000, { min: 1, valgfri: true })
  graense?: number;

  /** Event types. */
  @KodeListe('Kun hændelser af disse typer.', ['sagsstyring.SagOprettet'], undefined, { valgfri: true })
  type?: string[];

  /** Only what was registered after this instant. */
  @TidspunktFelt('Kun hændelser, der er registreret efter dette tidspunkt.', '2019-02-01T00:00:00+01:00', {
    valgfri: true,
  })
  fraTid?: string;

  /** What was known at this instant. */
  @TidspunktFelt(
    'Kun hændelser, der var registreret på dette tidspunkt: hvad kommunen vidste dengang.',
    '2019-03-19T23:59:59+01:00',
    { valgfri: true },
  )
  kendtPr?: string;
}

export class Verifikationsvalg {
  /** Check from the commit after this position. */
  @Heltal('Efterprøv fra det, der blev skrevet efter denne plads.', 0, { min: 0, valgfri: true })
  fra?: number;

  /** Check up to this position. */
  @Heltal('Efterprøv til og med denne plads.', 4711, { min: 1, valgfri: true })
  til?: number;
}

export class Verifikationsproblem {
  /** Where it is. */
  @Heltal('Pladsen i loggen, hvor det er.', 4711)
  position!: number;

  /** What kind. */
  @KodeAf('Hvad der er galt.', 'hash', [
    'gap',
    'missing-event',
    'extra-event',
    'hash',
    'seal-mismatch',
    'truncated',
    'bad-signature',
  ])
  problem!: string;

  /** Explanation in words. */
  @Tekst('Hvad det betyder.', 'Hændelsens indhold er ikke det, der blev skrevet.')
  forklaring!: string;

  /** What the check found, technically. */
  @Tekst('Hvad efterprøvningen fandt.', 'the hash does not fit', { maks: 1000 })
  detalje!: string;
}

export class Verifikation {
  /** The municipality. */
  @Heltal('Kommunens kode.', 840)
  kommune!: number;

  /** From. */
  @Heltal('Efterprøvet efter denne plads.', 0)
  fra!: number;

  /** To. */
  @Heltal('Efterprøvet til og med denne plads.', 4711)
  til!: number;

  /** Nothing was found. */
  @JaNej('Om kæden, og seglene når der er nogen, er hele.', true)
  hel!: boolean;

  /** Whether seals were checked too. */
  @JaNej('Om kæden også er holdt op mod seglene. Falsk, når systemet ikke forsegler.', true)
  segl!: boolean;

  /** What was found. */
  @ObjektListe('Hvad der blev fundet. Tom, når alt er, som det blev skrevet.', () => Verifikationsproblem)
  problemer!: Verifikationsproblem[];
}

export class Adgangslogvalg extends Sidevalg {
  /** Child. */
  @UuidFelt('Kun opslag på dette barn.', '0191e2b4-7c3a-7d1e-8f00-000000000001', { valgfri: true })
  barnId?: string;

  /** Case. */
  @UuidFelt('Kun opslag på denne sag.', '0191e2b4-7c3a-7d1e-8f00-000000000002', { valgfri: true })
  sagId?: string;

  /** User id. */
  @Tekst('Kun denne brugers opslag.', 'sb01', { valgfri: true })
  bruger?: string;
}

export class Adgangslogpost {
  /** Serial number. */
  @Heltal('Postens løbenummer.', 12)
  id!: number;

  /** When. */
  @TidspunktFelt('Hvornår der blev set.', '2019-02-01T09:13:45.120Z')
  tid!: string;

  /** Who. */
  @Tekst('Hvem der så.', 'sb01')
  bruger!: string;

  /** Roles of the user. */
  @TekstListe('Brugerens roller.', ['sagsbehandler'])
  roller!: string[];

  /** What was called. */
  @Tekst('Hvad der blev kaldt.', 'GET /v1/sager/:id/journal')
  rute!: string;

  /** Child. */
  @UuidFelt('Barnet, hvis oplysninger blev set.', '0191e2b4-7c3a-7d1e-8f00-000000000001', { nulbar: true })
  barnId!: string | null;

  /** Case. */
  @UuidFelt('Sagen, når der er en.', '0191e2b4-7c3a-7d1e-8f00-000000000002', { nulbar: true })
  sagId!: string | null;

  /** Correlation. */
  @Tekst('Anmodningens id.', '4f6c3e9e-54b5-4a0f-bd6b-4d3c0f4d8b11')
  korrelation!: string;
}
