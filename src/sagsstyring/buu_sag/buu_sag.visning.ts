import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  KodeListe,
  ObjektFelt,
  ObjektListe,
  Tekst,
  TidspunktFelt,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { GENBEHANDLINGER, UDFALD, UNDTAGELSESKRAV } from './buu_sag.dto.js';
import { type RejstBuuSag } from './tilstand.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000007';
const LOV = ['SEL', 'BL'] as const;
const NUL = { nulbar: true } as const;

export class BuuVejledtVisning {
  /** Who. */
  @UuidFelt('Parten.', ID) personId!: string;
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-02') dato!: string;
  /** How. */
  @Tekst('Hvordan.', 'brev') maade!: string;
}

export class IndstillingVisning {
  /** When. */
  @DatoFelt('Afgivet.', '2019-02-20') dato!: string;
  /** Act. */
  @KodeAf('Loven på dagen.', 'SEL', LOV) regime!: string;
  /** Basis. */
  @Tekst('Hjemmel.', 'SEL § 58') hjemmel!: string;
  /** Investigation. */
  @UuidFelt('Undersøgelsen.', ID, NUL) bfuId!: string | null;
  /** Plan. */
  @UuidFelt('Planen.', ID, NUL) planId!: string | null;
  /** Child heard. */
  @DatoFelt('Børnesamtalen.', '2019-02-15', NUL) boernesamtaleDato!: string | null;
  /** Not heard. */
  @Fritekst('Hvorfor den er undladt.', 'Barnet er to år.', NUL) boernesamtaleUndladt!: string | null;
  /** Psychological assessment. */
  @DatoFelt('Psykologisk helhedsvurdering.', '2019-02-10', NUL) psykologiskVurderingDato!: string | null;
  /** Placed since. */
  @DatoFelt('Anbragt siden.', '2016-01-01', NUL) anbragtFra!: string | null;
  /** Exceptions. */
  @KodeListe('Krav, der er fraveget.', [], UNDTAGELSESKRAV) undtagelser!: string[];
  /** Why. */
  @Fritekst('Hvorfor.', 'Barnet er nyfødt.', NUL) undtagelsesbegrundelse!: string | null;
  /** Recommendation. */
  @Fritekst('Indstillingen.', 'Barnet indstilles anbragt.') indstilling!: string;
  /** Purpose. */
  @Fritekst('Formålet.', 'Ro og omsorg.') formaal!: string;
  /** Duration. */
  @Heltal('Forventet varighed i måneder.', 24, NUL) varighedMaaneder!: number | null;
  /** Child's view. */
  @Fritekst('Barnets holdning.', 'Vil helst bo hos mormor.') barnetsHoldning!: string;
  /** Parents' view. */
  @Fritekst('Forældrenes holdning.', 'Mor er imod.') foraeldrenesHoldning!: string;
}

export class UdtalelseVisning {
  /** Who. */
  @UuidFelt('Personen.', ID) personId!: string;
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-05') dato!: string;
  /** Outcome. */
  @KodeAf('Udfald.', 'udtalt', UDFALD) udfald!: string;
  /** What. */
  @Fritekst('Udtalelsen eller grunden.', 'Vil gerne hjem.') udtalelse!: string;
}

export class BuuSamtykkeVisning {
  /** Who. */
  @UuidFelt('Den unge.', ID) personId!: string;
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-01') dato!: string;
}

export class BuuAfgjortVisning {
  /** Decision. */
  @UuidFelt('Afgørelsen, når den blev vedtaget.', ID, NUL) afgoerelseId!: string | null;
  /** Basis. */
  @Tekst('Hjemmel på dagen.', 'SEL § 58') hjemmel!: string;
  /** Act. */
  @KodeAf('Loven på dagen.', 'SEL', LOV) regime!: string;
  /** When. */
  @DatoFelt('Mødets dag.', '2019-03-05') dato!: string;
  /** Adopted. */
  @JaNej('Vedtaget.', true) vedtaget!: boolean;
  /** Followed. */
  @JaNej('Om indstillingen blev fulgt.', true) foelgerIndstilling!: boolean;
  /** For. */
  @Heltal('Stemmer for.', 5) stemmerFor!: number;
  /** Against. */
  @Heltal('Stemmer imod.', 0) stemmerImod!: number;
  /** Purpose. */
  @Fritekst('Formålet.', 'Ro og omsorg.', NUL) formaal!: string | null;
  /** Why. */
  @Fritekst('Begrundelse.', 'Åbenbar risiko.') begrundelse!: string;
}

export class GenbehandlingVisning {
  /** From. */
  @DatoFelt('Fristen løber fra.', '2019-03-05') dato!: string;
  /** Which. */
  @KodeAf('Hvilken frist.', '1aar', GENBEHANDLINGER) genbehandling!: string;
  /** Date. */
  @DatoFelt('Den fastsatte dato.', '2019-09-05', NUL) genbehandlesSenest!: string | null;
  /** Who. */
  @KodeAf('Hvis afgørelse den løber fra.', 'udvalg', ['udvalg', 'ankestyrelsen', 'dom']) grundlag!: string;
}

export class BuuSagVisning {
  /** Id. */
  @UuidFelt('BUU-sagens id.', ID) buuSagId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Fase.', 'indstillet', ['forberedes', 'indstillet', 'berammet', 'afgjort', 'trukket']) fase!: string;
  /** Kind. */
  @Kode('Afgørelsens slags.', 'anbringelse-uden-samtykke') afgoerelseKode!: string;
  /** Name. */
  @Tekst('Afgørelsens navn.', 'Anbringelse uden samtykke') afgoerelsesnavn!: string;
  /** Basis. */
  @Tekst('Hjemmel, da sagen blev rejst.', 'SEL § 58') hjemmel!: string;
  /** Act. */
  @KodeAf('Loven, da sagen blev rejst.', 'SEL', LOV) regime!: string;
  /** When. */
  @DatoFelt('Rejst.', '2019-02-01') dato!: string;
  /** Why. */
  @Fritekst('Hvorfor.', 'Forældrene samtykker ikke.') begrundelse!: string;
  /** Provisional decision. */
  @UuidFelt('Den foreløbige afgørelse.', ID, NUL) formandsafgoerelseId!: string | null;
  /** Treated anew. */
  @UuidFelt('Sagen, der genbehandles.', ID, NUL) genbehandlerId!: string | null;
  /** Basis from elsewhere. */
  @DatoFelt('Sidste dag for et grundlag, der blev afgjort før sagen kom hertil.', '2027-04-03', NUL)
  overtagetGrundlagTil!: string | null;
  /** Foster parents. */
  @UuidListe('Plejeforældre.', []) plejeforaeldreIder!: string[];
  /** Parents without custody. */
  @UuidListe('Forældre uden forældremyndighed, hvis kontakt det angår.', []) angaarIder!: string[];
  /** Advised. */
  @ObjektListe('Hvem der er vejledt om advokat og aktindsigt.', () => BuuVejledtVisning) vejledte!: BuuVejledtVisning[];
  /** Recommendation. */
  @ObjektFelt('Indstillingen.', () => IndstillingVisning, NUL) indstilling!: IndstillingVisning | null;
  /** Meeting. */
  @TidspunktFelt('Mødet.', '2019-03-05T09:00:00+01:00', NUL) moede!: string | null;
  /** Heard. */
  @ObjektListe('Udtalelser.', () => UdtalelseVisning) udtalelser!: UdtalelseVisning[];
  /** Consents. */
  @ObjektListe('Samtykker.', () => BuuSamtykkeVisning) samtykker!: BuuSamtykkeVisning[];
  /** Decision. */
  @ObjektFelt('Afgørelsen.', () => BuuAfgjortVisning, NUL) afgjort!: BuuAfgjortVisning | null;
  /** Renewal. */
  @ObjektFelt('Genbehandlingen.', () => GenbehandlingVisning, NUL) genbehandling!: GenbehandlingVisning | null;
  /** Assessment done. */
  @DatoFelt('Undersøgelsen uden samtykke gennemført.', '2019-04-20', NUL) undersoegelseGennemfoert!: string | null;
  /** Basis ended. */
  @DatoFelt('Anbringelsesgrundlaget ophørt.', '2019-12-01', NUL) grundlagOphoert!: string | null;
  /** Withdrawn. */
  @DatoFelt('Trukket.', '2019-02-25', NUL) trukket!: string | null;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 5) version!: number;
}

export function visBuuSag(sag: RejstBuuSag, version: number): BuuSagVisning {
  return {
    ...sag,
    plejeforaeldreIder: [...sag.plejeforaeldreIder],
    angaarIder: [...sag.angaarIder],
    vejledte: [...sag.vejledte],
    indstilling:
      sag.indstilling === null ? null : { ...sag.indstilling, undtagelser: [...sag.indstilling.undtagelser] },
    udtalelser: [...sag.udtalelser],
    samtykker: [...sag.samtykker],
    version,
  };
}
