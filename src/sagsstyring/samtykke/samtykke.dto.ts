import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektListe,
  Tekst,
  UuidFelt,
} from '../../platform/http/felt.js';
import { type Samtykkeform, type Samtykkerolle, type Samtykkesvar } from './samtykke.js';
import { type Samtykkestatus } from './samtykkekrav.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000001';
const SVAR: readonly Samtykkesvar[] = ['givet', 'afslaaet', 'betinget'];
const FORMER: readonly Samtykkeform[] = ['skriftlig', 'mundtlig', 'digital'];
const ROLLER: readonly Samtykkerolle[] = ['foraeldremyndighedsindehaver', 'barnet'];
const STATUSSER: readonly Samtykkestatus[] = [
  'givet',
  'undtaget',
  'mangler',
  'afslaaet',
  'betinget',
  'trukket-tilbage',
  'uden-formaal',
  'uinformeret',
  'tidligere-forslag',
  'efter-afgoerelsen',
];
const SAMTYKKE = 'SEL § 52 / BL § 32, stk. 2; § 46, stk. 1-2';
const UNDTAGELSE = 'SEL §§ 56-57 b / BL §§ 37-39';

export class SamtykkeAnmodning {
  /** Who. */
  @UuidFelt('Hvem der har svaret: en med forældremyndighed, eller den unge selv.', ID, { hjemmel: SAMTYKKE })
  personId!: string;

  /** Answer. */
  @KodeAf('Svaret. Et betinget samtykke er ikke et samtykke.', 'givet', SVAR, { hjemmel: SAMTYKKE })
  svar!: Samtykkesvar;

  /** When. */
  @DatoFelt('Hvornår der blev svaret.', '2024-03-04', { hjemmel: SAMTYKKE })
  dato!: string;

  /** How. */
  @KodeAf('Hvordan.', 'skriftlig', FORMER, { hjemmel: 'offentlighedsloven § 13' })
  form!: Samtykkeform;

  /** Informed. */
  @JaNej('Om personen er gjort bekendt med, hvad der afgøres, hvorfor, og hvad det betyder.', true, {
    hjemmel: SAMTYKKE,
  })
  informeret!: boolean;

  /** Purpose. */
  @JaNej('Om personen er enig i formålet. Uenighed om formålet er ikke et samtykke til anbringelse.', true, {
    hjemmel: SAMTYKKE,
  })
  omfatterFormaal!: boolean;

  /** What was said. */
  @Fritekst('Hvad der blev sagt; ved et betinget samtykke betingelserne.', 'Vil gerne, hvis han kan blive i klassen.', {
    valgfri: true,
  })
  bemaerkning?: string;
}

export class SamtykketilbagekaldelseAnmodning {
  /** Who. */
  @UuidFelt('Hvem der trækker sit samtykke tilbage.', ID, { hjemmel: SAMTYKKE })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår.', '2024-06-01', { hjemmel: SAMTYKKE })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor.', 'Mor mener, at han skal hjem nu.', { valgfri: true })
  begrundelse?: string;
}

export class SamtykkeundtagelseAnmodning {
  /** Whose consent is left out. */
  @UuidFelt('Hvis samtykke der undlades. Udelades, når ingen med forældremyndighed er kendt.', ID, {
    valgfri: true,
    hjemmel: UNDTAGELSE,
    kraevesNaar: 'nogen med forældremyndighed er kendt',
  })
  personId?: string;

  /** Ground. */
  @Kode('Grunden, fra listen over undtagelser på den dag.', 'foraelder-ukendt', { hjemmel: UNDTAGELSE })
  grund!: string;

  /** Paragraph. */
  @Tekst('Paragraffen. Udelades, når listen har den.', 'BL §§ 37-39', {
    valgfri: true,
    hjemmel: UNDTAGELSE,
    kraevesNaar: 'listen over undtagelser ikke har den',
  })
  paragraf?: string;

  /** When. */
  @DatoFelt('Hvornår det blev besluttet.', '2024-03-04', { hjemmel: UNDTAGELSE })
  dato!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Faren er ikke fundet trods opslag og henvendelse til ambassaden.', { hjemmel: UNDTAGELSE })
  begrundelse!: string;
}

export class SamtykkekravVisning {
  /** Who. */
  @UuidFelt('Hvis samtykke der kræves.', ID)
  personId!: string;

  /** In what capacity. */
  @KodeAf('I hvilken egenskab samtykket gives.', 'foraeldremyndighedsindehaver', ROLLER)
  som!: string;

  /** Where it stands. */
  @KodeAf('Hvor samtykket står. Kun `givet` og `undtaget` kan bære afgørelsen.', 'givet', STATUSSER)
  status!: string;

  /** Paragraph. */
  @Tekst('Hvad der kræver samtykket.', 'BL § 46, stk. 1-2')
  hjemmel!: string;
}

export class SamtykkehaendelseVisning {
  /** Which kind of fact. */
  @KodeAf('Hvad der skete.', 'svar', ['svar', 'tilbagekaldelse', 'undtagelse'])
  art!: string;

  /** Who. */
  @UuidFelt('Hvem; null, når undtagelsen gælder alle.', ID, { nulbar: true })
  personId!: string | null;

  /** When. */
  @DatoFelt('Hvornår.', '2024-03-04')
  dato!: string;

  /** Answer. */
  @KodeAf('Svaret.', 'givet', SVAR, { nulbar: true })
  svar!: string | null;

  /** Informed. */
  @JaNej('Om personen var informeret.', true, { nulbar: true })
  informeret!: boolean | null;

  /** Purpose. */
  @JaNej('Om personen var enig i formålet.', true, { nulbar: true })
  omfatterFormaal!: boolean | null;

  /** Which proposal. */
  @Heltal('Nummeret på det forslag, der blev svaret på.', 2, { nulbar: true })
  grundlag!: number | null;

  /** Paragraph of an exception. */
  @Tekst('Undtagelsens paragraf.', 'BL §§ 37-39', { nulbar: true })
  paragraf!: string | null;

  /** What was said. */
  @Fritekst('Hvad der blev sagt eller begrundet.', 'Vil gerne.', { nulbar: true })
  tekst!: string | null;
}

export class SamtykkerVisning {
  /** What is needed on the day. */
  @ObjektListe('Hvis samtykke der kræves på dagen, og hvor det står.', () => SamtykkekravVisning)
  kraevet!: SamtykkekravVisning[];

  /** What has been said. */
  @ObjektListe('Alt, hvad der er svaret, trukket tilbage og undtaget, ældste først.', () => SamtykkehaendelseVisning)
  historik!: SamtykkehaendelseVisning[];
}
