import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektListe,
  Tekst,
  TidspunktFelt,
  UuidFelt,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000008';
const TID = '2019-03-01T22:15:00+01:00';
const NUL = { nulbar: true } as const;
const FORMAND = 'SEL § 75 / BL § 143';
const GODKENDELSE = 'SEL § 75, stk. 3 / BL § 143, stk. 4';

export class FormandsafgoerelseAnmodning {
  /** Kind. */
  @Kode('Afgørelsen, fra kodelisten `afgoerelser`, som må træffes foreløbigt.', 'anbringelse-uden-samtykke', {
    hjemmel: FORMAND,
  })
  afgoerelseKode!: string;

  /** When. */
  @TidspunktFelt('Hvornår formanden traf den.', TID, { hjemmel: FORMAND })
  truffet!: string;

  /** Notification. */
  @UuidFelt('Underretningen, der førte til den.', ID, { valgfri: true })
  underretningId?: string;

  /** Purpose. */
  @Fritekst('Formålet.', 'Barnet skal i sikkerhed i nat.', { hjemmel: FORMAND })
  formaal!: string;

  /** Why. */
  @Fritekst(
    'Hvorfor hensynet til barnets øjeblikkelige behov ikke kan vente på udvalget.',
    'Begge forældre er anholdt.',
    { hjemmel: FORMAND },
  )
  begrundelse!: string;
}

export class ForeloebigIvaerksaettelseAnmodning {
  /** When. */
  @TidspunktFelt('Hvornår afgørelsen blev sat i værk. De 24 timer, 7 dage og 1 måned løber herfra.', TID, {
    hjemmel: GODKENDELSE,
  })
  ivaerksat!: string;
}

export class ForeloebigMeddelelseAnmodning {
  /** Who. */
  @UuidFelt('Parten.', ID, { hjemmel: FORMAND })
  personId!: string;

  /** When. */
  @TidspunktFelt('Hvornår parten fik den skriftlige meddelelse.', '2019-03-02T10:00:00+01:00', { hjemmel: FORMAND })
  meddelt!: string;

  /** How. */
  @Tekst('Hvordan.', 'overrakt', { maks: 80, hjemmel: FORMAND })
  maade!: string;

  /** Guidance. */
  @JaNej('At meddelelsen vejledte om retten til sagens akter, til advokat og til at udtale sig.', true, {
    hjemmel: FORMAND,
  })
  vejledning!: boolean;
}

export class OphaevelseAnmodning {
  /** When. */
  @DatoFelt('Hvornår.', '2019-03-04', { hjemmel: FORMAND })
  dato!: string;

  /** Why. */
  @Fritekst('Begrundelse.', 'Forældrene har samtykket.', { hjemmel: FORMAND })
  begrundelse!: string;
}

export class BortfaldAnmodning {
  /** When. */
  @DatoFelt('Hvornår det noteres; efter at fristen er løbet ud.', '2019-03-08', { hjemmel: GODKENDELSE })
  dato!: string;

  /** What of the child. */
  @Fritekst('Hvad der sker med barnet: uden en afgørelse skal det hjem.', 'Barnet kom hjem samme dag.', {
    hjemmel: FORMAND,
  })
  opfoelgning!: string;
}

export class FormandsafgoerelseSvar extends KommandoSvar {
  /** Id. */
  @UuidFelt('Den foreløbige afgørelses id.', ID)
  formandsafgoerelseId!: string;
}

export class ForeloebigPartVisning {
  /** Who. */
  @UuidFelt('Parten.', ID) personId!: string;
  /** Capacity. */
  @KodeAf('Rolle.', 'foraelder', ['barn', 'foraelder', 'myndighedsindehaver']) rolle!: string;
  /** When told. */
  @TidspunktFelt('Hvornår parten fik skriftlig meddelelse.', TID, NUL) meddelt!: string | null;
}

export class FormandsafgoerelseVisning {
  /** Id. */
  @UuidFelt('Id.', ID) formandsafgoerelseId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Fase.', 'ivaerksat', ['truffet', 'ivaerksat', 'godkendt', 'erstattet', 'ophaevet', 'bortfaldet'])
  fase!: string;
  /** Kind. */
  @Kode('Slags.', 'anbringelse-uden-samtykke') afgoerelseKode!: string;
  /** Name. */
  @Tekst('Navn.', 'Anbringelse uden samtykke') afgoerelsesnavn!: string;
  /** Basis. */
  @Tekst('Hjemmel.', 'SEL § 58') hjemmel!: string;
  /** Act. */
  @KodeAf('Loven på dagen.', 'SEL', ['SEL', 'BL']) regime!: string;
  /** When. */
  @TidspunktFelt('Truffet.', TID) truffet!: string;
  /** Who. */
  @Tekst('Af hvem.', 'fm01') truffetAf!: string;
  /** Notification. */
  @UuidFelt('Underretningen.', ID, NUL) underretningId!: string | null;
  /** Purpose. */
  @Fritekst('Formålet.', 'Barnet skal i sikkerhed i nat.') formaal!: string;
  /** Why. */
  @Fritekst('Begrundelse.', 'Begge forældre er anholdt.') begrundelse!: string;
  /** Carried out. */
  @TidspunktFelt('Sat i værk.', TID, NUL) ivaerksat!: string | null;
  /** Approval. */
  @DatoFelt('Skal være godkendt senest; iværksættelsesdagen er dag 1.', '2019-03-07', NUL) godkendesSenest!:
    string | null;
  /** Until. */
  @DatoFelt('Gælder højst til.', '2019-04-01', NUL) gyldigTil!: string | null;
  /** Parties. */
  @ObjektListe('Parterne.', () => ForeloebigPartVisning) parter!: ForeloebigPartVisning[];
  /** Approved. */
  @DatoFelt('Godkendt af udvalget.', '2019-03-05', NUL) godkendt!: string | null;
  /** Ended. */
  @DatoFelt('Afløst, ophævet eller bortfaldet.', '2019-03-20', NUL) slut!: string | null;
  /** Lapsed. */
  @JaNej('Om den i dag er bortfaldet af sig selv, også før det er noteret.', false) bortfaldet!: boolean;
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 2) version!: number;
}
