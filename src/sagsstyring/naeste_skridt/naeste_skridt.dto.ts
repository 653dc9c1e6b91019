import { JaNej, Kode, KodeAf, ObjektListe, Tekst, TidspunktFelt, UuidFelt } from '../../platform/http/felt.js';
import { KendtPr } from '../../platform/http/kendt-pr.js';
import { FristVisning, visFrist } from '../frister/frister.visning.js';
import { type SkridtMedFrist } from './inden.js';
import { type Sagsbillede } from './sagsbillede.query.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000003';

/** The instant that guidance is asked for, and what was known. */
export class Vejledningstid extends KendtPr {
  /** Instant to give guidance for; now when left out. */
  @TidspunktFelt(
    'Vejledningen, som den var på dette tidspunkt. Udelades det, gælder nu. Udelades `kendtPr`, regnes med det, der var kendt på samme tidspunkt.',
    '2026-11-23T12:00:00+01:00',
    { valgfri: true },
  )
  pr?: string;
}

export class SkridtVisning {
  /** Stable code. */
  @Tekst('Skridtets kode.', 'bfu-boernesamtale')
  kode!: string;

  /** Must, may or must not. */
  @KodeAf('Om det skal, kan eller ikke må gøres nu.', 'skal', ['skal', 'kan', 'maa-ikke'])
  art!: string;

  /** What to do. */
  @Tekst('Hvad der kan gøres.', 'Hold en børnesamtale, eller begrund hvorfor den undlades')
  tekst!: string;

  /** Why. */
  @Tekst('Hvorfor.', 'Kræves, før undersøgelsen kan godkendes')
  hvorfor!: string;

  /** Paragraph. */
  @Tekst('Lovhjemlen.', 'SEL § 48', { valgfri: true })
  hjemmel?: string;

  /** What it is about. */
  @UuidFelt('Underretningen, undersøgelsen, planen, indsatsen eller sagen, som skridtet gælder.', ID)
  enkeltsagId!: string;

  /** By when. */
  @Tekst(
    'Inden hvornår: sidste rettidige dato, eller tidspunkt for frister på klokkeslæt. Null, når ingen åben frist gælder skridtet.',
    '2019-03-01',
    { nulbar: true },
  )
  inden!: string | null;

  /** The rule that says by when. */
  @Kode('Reglen, som `inden` følger af.', 'bfu-afslutning', { nulbar: true })
  indenRegel!: string | null;

  /** Where that deadline stands. */
  @KodeAf('Fristens status på det spurgte tidspunkt.', 'forfalder', ['kommende', 'forfalder', 'overskredet'], {
    nulbar: true,
  })
  friststatus!: string | null;

  /** Danger to the child. */
  @JaNej('Om det handler om, at barnet kan være i fare nu. Det står altid først.', false)
  fare!: boolean;
}

export class HvileVisning {
  /** What it is about. */
  @UuidFelt('Underretningen, undersøgelsen, planen, indsatsen, sagen eller barnet.', ID)
  enkeltsagId!: string;

  /** What it is. */
  @Kode('Hvad det er.', 'undersoegelse')
  art!: string;

  /** Why nothing is to be done. */
  @Tekst('Hvorfor intet skal gøres.', 'Undersøgelsen er afsluttet og godkendt; nye forhold kræver en ny undersøgelse')
  hvorfor!: string;
}

class Vejledningssvar {
  /** The instant that the answer is for. */
  @TidspunktFelt('Tidspunktet, som svaret gælder.', '2026-11-23T12:00:00.000+01:00')
  pr!: string;

  /** What must, may and must not be done. */
  @ObjektListe(
    'Hvad der skal, kan og ikke må gøres nu. Fare for barnet står først, derefter det, der skal gøres, det mest presserende først.',
    () => SkridtVisning,
  )
  skridt!: SkridtVisning[];

  /** Where nothing is to be done. */
  @ObjektListe('Det, hvor intet skal gøres, og hvorfor.', () => HvileVisning)
  intetAtGoere!: HvileVisning[];

  /** Open deadlines, the most urgent first. */
  @ObjektListe('De åbne frister, de mest presserende først.', () => FristVisning)
  frister!: FristVisning[];
}

export class NaesteSkridt extends Vejledningssvar {
  /** The case. */
  @UuidFelt('Sagen.', '0191e2b4-7c3a-7d1e-8f00-000000000002')
  sagId!: string;
}

export class UnderretningensNaesteSkridt extends Vejledningssvar {
  /** The notification. */
  @UuidFelt('Underretningen.', ID)
  underretningId!: string;

  /** The case it is in. */
  @UuidFelt('Sagen, som underretningen er i; den har flere skridt.', '0191e2b4-7c3a-7d1e-8f00-000000000002', {
    nulbar: true,
  })
  sagId!: string | null;
}

export class BarnetsNaesteSkridt extends Vejledningssvar {
  /** The child. */
  @UuidFelt('Barnet.', '0191e2b4-7c3a-7d1e-8f00-000000000001')
  barnId!: string;
}

/** What all three answers have in common. */
export function visVejledning(pr: string, billeder: readonly Sagsbillede[]): Vejledningssvar {
  return {
    pr,
    skridt: billeder.flatMap((b) => b.skridt.map(visSkridt)),
    intetAtGoere: billeder.flatMap((b) =>
      b.hvile.map(({ enkeltsagId, art, hvorfor }) => ({ enkeltsagId, art, hvorfor })),
    ),
    frister: billeder.flatMap((b) => b.frister.map(visFrist)),
  };
}

function visSkridt({
  frist,
  frister: _frister,
  kunTilBarnet: _kunTilBarnet,
  fare,
  ...skridt
}: SkridtMedFrist): SkridtVisning {
  return {
    ...skridt,
    inden: frist?.forfald ?? null,
    indenRegel: frist?.regel ?? null,
    friststatus: frist?.status ?? null,
    fare: fare === true,
  };
}
