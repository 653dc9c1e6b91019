import { DatoFelt, Fritekst, Kode, KodeAf, ObjektListe, Tekst, UuidFelt, UuidListe } from '../../platform/http/felt.js';
import { type Voksenliv } from './kommandoer.js';
import { PlanSvar } from './plan.dto.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';
const MAAL = 'SEL § 140 / BL § 92';
export const VOKSENLIV: readonly Voksenliv[] = [
  'uddannelse',
  'beskaeftigelse',
  'bolig',
  'oekonomi',
  'netvaerk',
  'andet',
];

export class MaalSvar extends PlanSvar {
  /** The goal. */
  @UuidFelt('Målets id; bruges ved opfølgning.', ID)
  maalId!: string;
}

export class MaalrettelseAnmodning {
  /** Local date. */
  @DatoFelt('Hvornår det blev skrevet. Udelades den, er det i dag.', '2019-01-20', { valgfri: true })
  dato?: string;

  /** The goal. */
  @Fritekst('Målet.', 'Barnet møder til tiden fire dage om ugen.', { hjemmel: MAAL })
  maal!: string;

  /** Theme; taken from the finding, or the goal that this is a part of, when left out. */
  @Kode('Tema. Kræves under serviceloven; følger af fundet eller af målet, delmålet hører til.', 'skoleforhold', {
    valgfri: true,
    hjemmel: 'SEL § 140',
    kraevesNaar: 'loven er serviceloven, og temaet ikke følger af fundet eller målet',
  })
  tema?: string;

  /** Adult life. */
  @KodeAf(
    'Hvad målet handler om i overgangen til voksenlivet. En ungeplan, og en handleplan fra 16 år, har mindst ét sådant mål.',
    'uddannelse',
    VOKSENLIV,
    { valgfri: true },
  )
  voksenliv?: Voksenliv;

  /** Who is responsible. */
  @Tekst('Hvem der har ansvaret.', 'Kontaktpersonen', { valgfri: true })
  ansvarlig?: string;

  /** How to see that it is reached. */
  @Fritekst('Hvordan det ses, at målet er nået.', 'Fraværet er under 5 %.', { valgfri: true })
  succesindikator?: string;
}

export class MaalAnmodning extends MaalrettelseAnmodning {
  /** The goal that this is a part of. */
  @UuidFelt('Målet, som dette er et delmål af.', ID, { valgfri: true })
  overmaalId?: string;

  /** The measures that are to reach it. */
  @UuidListe('Indsatser, der skal nå målet. Kan også knyttes til senere.', [ID], { valgfri: true, maks: 20 })
  indsatsIder?: string[];

  /** The investigation that the finding is in. */
  @UuidFelt('Undersøgelsen, fundet står i. Planens egen, når den udelades.', ID, { valgfri: true })
  bfuId?: string;

  /** The finding. */
  @UuidFelt('Fundet, målet er hentet fra. Dets ordlyd følger med som kilde.', ID, { valgfri: true })
  fundId?: string;
}

export class MaalfjernelseAnmodning {
  /** Local date. */
  @DatoFelt('Hvornår målet blev taget ud. Udelades den, er det i dag.', '2019-01-21', { valgfri: true })
  dato?: string;

  /** Why. */
  @Fritekst('Hvorfor målet tages ud.', 'Målet er dækket af et andet.', { hjemmel: 'offentlighedsloven § 13' })
  begrundelse!: string;
}

export class MaalindsatsAnmodning {
  /** Local date. */
  @DatoFelt('Hvornår målet blev knyttet til indsatserne. Udelades den, er det i dag.', '2019-01-28', { valgfri: true })
  dato?: string;

  /** Measures. */
  @UuidListe('Indsatser i sagen, der skal nå målet.', [ID], { min: 1, maks: 20, hjemmel: MAAL })
  indsatsIder!: string[];
}

export class OverfoertFundAnmodning {
  /** The finding. */
  @UuidFelt('Fundet i undersøgelsen.', ID, { hjemmel: 'SEL § 140 / BL § 92' })
  fundId!: string;

  /** Adapted words. */
  @Fritekst('Teksten i planen, når den skal være en anden end fundets egen.', 'Barnet møder træt om morgenen.', {
    valgfri: true,
  })
  tekst?: string;
}

export class FundoverfoerselAnmodning {
  /** Local date. */
  @DatoFelt('Hvornår teksten blev ført over. Udelades den, er det i dag.', '2019-01-20', { valgfri: true })
  dato?: string;

  /** The investigation. */
  @UuidFelt('Undersøgelsen, fundene står i. Planens egen, når den udelades.', ID, { valgfri: true })
  bfuId?: string;

  /** The findings. */
  @ObjektListe('De fund, der føres over.', () => OverfoertFundAnmodning, { min: 1, maks: 100, hjemmel: MAAL })
  fund!: OverfoertFundAnmodning[];
}
