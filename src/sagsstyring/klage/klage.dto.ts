import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  Tekst,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { type Ankeudfald, type Genvurderingsudfald } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000009';
const VALGFRI = { valgfri: true } as const;
const NUL = { nulbar: true } as const;
const GENVURDERINGER: readonly Genvurderingsudfald[] = ['fastholdt', 'aendret-helt', 'aendret-delvist'];
const UDFALD: readonly Ankeudfald[] = ['stadfaestet', 'hjemvist', 'aendret', 'afvist'];
const KLAGE = 'SEL §§ 166-168 / BL §§ 144-146';
const GENVURDERING = 'retssikkerhedsloven § 66';

export class KlageAnmodning {
  /** Who. */
  @UuidFelt('Den, der klager.', ID, { hjemmel: KLAGE })
  klagerId!: string;

  /** When. */
  @DatoFelt(
    'Hvornår klagen kom. Klagefristen er 4 uger fra modtagelsen af afgørelsen, flyttet fra lukkedage.',
    '2019-03-10',
    { hjemmel: 'retssikkerhedsloven § 67' },
  )
  modtaget!: string;

  /** What. */
  @Fritekst('Hvad der klages over.', 'Mor mener, at hun kan passe barnet.', { hjemmel: KLAGE })
  indhold!: string;
}

export class KlagegenvurderingAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-15', { hjemmel: GENVURDERING })
  dato!: string;

  /** Outcome. */
  @KodeAf('Om afgørelsen fastholdes eller ændres helt eller delvist.', 'fastholdt', GENVURDERINGER, {
    hjemmel: GENVURDERING,
  })
  udfald!: Genvurderingsudfald;

  /** New decision. */
  @UuidFelt(
    'Den nye afgørelse, som træder i stedet; kræves, når afgørelsen ændres. Er den truffet på sin egen rute, er det den næste af samme slags.',
    ID,
    {
      ...VALGFRI,
      hjemmel: GENVURDERING,
      kraevesNaar: 'afgørelsen ændres helt eller delvist',
    },
  )
  nyAfgoerelseId?: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Der er ikke kommet nye oplysninger.', { hjemmel: GENVURDERING })
  begrundelse!: string;
}

export class FastholdelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår klageren sagde, at resten fastholdes.', '2019-03-18', { hjemmel: GENVURDERING })
  dato!: string;
}

export class OversendelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår klagen blev sendt.', '2019-03-16', { hjemmel: GENVURDERING })
  sendt!: string;

  /** When it arrived. */
  @DatoFelt('Hvornår Ankestyrelsen fik den. Udelades det, er det samme dag.', '2019-03-16', VALGFRI)
  modtagetAst?: string;

  /** Statement. */
  @Fritekst('Kommunens udtalelse.', 'Afgørelsen fastholdes med den begrundelse, der fremgår.', VALGFRI)
  udtalelse?: string;
}

export class AnkeafgoerelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår Ankestyrelsen afgjorde klagen.', '2019-03-18', { hjemmel: KLAGE })
  dato!: string;

  /** Outcome. */
  @KodeAf('Udfald.', 'stadfaestet', UDFALD, { hjemmel: KLAGE })
  udfald!: Ankeudfald;

  /** Why. */
  @Fritekst('Ankestyrelsens begrundelse.', 'Sagen var tilstrækkeligt oplyst.', { hjemmel: KLAGE })
  begrundelse!: string;
}

export class UdfaldGennemfoertAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-19', { hjemmel: KLAGE })
  dato!: string;

  /** New decision. */
  @UuidFelt(
    'Den nye afgørelse; kræves, når sagen er hjemvist, medmindre udenNyAfgoerelse siger, hvorfor der ikke er en.',
    ID,
    {
      ...VALGFRI,
      hjemmel: KLAGE,
      kraevesNaar: 'sagen er hjemvist, og der er truffet en ny',
    },
  )
  nyAfgoerelseId?: string;

  /** Why not. */
  @Fritekst(
    'Hvorfor en hjemvist sag er slut uden en ny afgørelse: udvalget traf den ikke, den unge er fyldt 18, familien er flyttet.',
    'Udvalget fandt ikke længere grundlag for at anbringe barnet.',
    { ...VALGFRI, hjemmel: KLAGE, kraevesNaar: 'sagen er hjemvist, og der ikke træffes en ny' },
  )
  udenNyAfgoerelse?: string;

  /** What. */
  @Fritekst('Hvad der er gjort.', 'Sagen er behandlet igen med en ny børnesamtale.', { hjemmel: KLAGE })
  beskrivelse!: string;
}

export class KlagetilbagetraekningAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-12', { hjemmel: 'offentlighedsloven § 13' })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor, hvis det vides.', 'Mor er blevet enig.', VALGFRI)
  begrundelse?: string;
}

export class KlageSvar extends KommandoSvar {
  /** Id. */
  @UuidFelt('Klagens id.', ID)
  klageId!: string;
}

export class KlageModtagetSvar extends KlageSvar {
  /** Late. */
  @JaNej('Om klagen kom for sent. Så sendes den til Ankestyrelsen, som kan se bort fra det.', false)
  forSent!: boolean;

  /** Deadline. */
  @DatoFelt('Klagefristen; null, når klageren ikke har fået afgørelsen med klagevejledning.', '2019-03-20', NUL)
  klagefrist!: string | null;
}

export class KlagegenvurderingVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-15') dato!: string;
  /** Outcome. */
  @KodeAf('Udfald.', 'fastholdt', GENVURDERINGER) udfald!: string;
  /** New decision. */
  @UuidFelt('Den nye afgørelse.', ID, NUL) nyAfgoerelseId!: string | null;
  /** Why. */
  @Fritekst('Begrundelse.', 'Ingen nye oplysninger.') begrundelse!: string;
}

export class OversendelseVisning {
  /** Sent. */
  @DatoFelt('Sendt.', '2019-03-16') sendt!: string;
  /** Received. */
  @DatoFelt('Modtaget af Ankestyrelsen.', '2019-03-16') modtagetAst!: string;
  /** Statement. */
  @Fritekst('Kommunens udtalelse.', 'Fastholdes.', NUL) udtalelse!: string | null;
}

export class AnkeVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-18') dato!: string;
  /** Outcome. */
  @KodeAf('Udfald.', 'stadfaestet', UDFALD) udfald!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Tilstrækkeligt oplyst.') begrundelse!: string;
}

export class UdfaldGennemfoertVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-19') dato!: string;
  /** New decision. */
  @UuidFelt('Den nye afgørelse.', ID, NUL) nyAfgoerelseId!: string | null;
  /** Why not. */
  @Fritekst('Hvorfor der ikke er truffet en ny.', 'Den unge er fyldt 18 år.', NUL) udenNyAfgoerelse!: string | null;
  /** What. */
  @Fritekst('Hvad der er gjort.', 'Behandlet igen.') beskrivelse!: string;
}

export class KlageafslutningVisning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-19') dato!: string;
  /** Why. */
  @KodeAf('Hvorfor.', 'stadfaestet', ['medhold', 'trukket', 'stadfaestet', 'afvist', 'gennemfoert']) aarsag!: string;
}

export class KlageVisning {
  /** Id. */
  @UuidFelt('Klagens id.', ID) klageId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Fase. `delvist`: klageren er ikke spurgt om resten.', 'modtaget', [
    'modtaget',
    'fastholdt',
    'delvist',
    'oversendt',
    'hjemvist',
    'aendret',
    'afsluttet',
  ])
  fase!: string;
  /** Decision. */
  @UuidFelt('Afgørelsen.', ID) afgoerelseId!: string;
  /** Kind. */
  @Kode('Dens slags.', 'hjemgivelse') afgoerelseKode!: string;
  /** Name. */
  @Tekst('Dens navn.', 'Hjemgivelse') afgoerelsesnavn!: string;
  /** Basis. */
  @Tekst('Dens hjemmel.', 'SEL § 68') hjemmel!: string;
  /** Who decided. */
  @KodeAf('Hvem der traf den.', 'KB', ['KB', 'BUU']) organ!: string;
  /** Act. */
  @KodeAf('Loven, da klagen kom.', 'SEL', ['SEL', 'BL']) regime!: string;
  /** Who complains. */
  @UuidFelt('Klageren.', ID) klagerId!: string;
  /** Party. */
  @JaNej('Om klageren var part i afgørelsen.', true) klagerErPart!: boolean;
  /** When. */
  @DatoFelt('Modtaget.', '2019-03-10') modtaget!: string;
  /** Deadline. */
  @DatoFelt('Klagefristen.', '2019-03-20', NUL) klagefrist!: string | null;
  /** Late. */
  @JaNej('Om den kom for sent.', false) forSent!: boolean;
  /** Suspensive. */
  @JaNej('Om den har opsættende virkning.', false) opsaettendeVirkning!: boolean;
  /** What. */
  @Fritekst('Hvad der klages over.', 'Mor kan passe barnet.') indhold!: string;
  /** Re-assessment. */
  @ObjektFelt('Genvurderingen.', () => KlagegenvurderingVisning, NUL) genvurdering!: KlagegenvurderingVisning | null;
  /** Sent on. */
  @ObjektFelt('Oversendelsen.', () => OversendelseVisning, NUL) oversendt!: OversendelseVisning | null;
  /** Ankestyrelsen. */
  @ObjektFelt('Ankestyrelsens afgørelse.', () => AnkeVisning, NUL) anke!: AnkeVisning | null;
  /** Followed. */
  @ObjektFelt('Hvordan den er fulgt.', () => UdfaldGennemfoertVisning, NUL)
  gennemfoert!: UdfaldGennemfoertVisning | null;
  /** End. */
  @ObjektFelt('Afslutningen.', () => KlageafslutningVisning, NUL) afsluttet!: KlageafslutningVisning | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 2) version!: number;
}
