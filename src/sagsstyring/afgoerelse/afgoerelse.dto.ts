import {
  DatoFelt,
  Fritekst,
  Heltal,
  JaNej,
  Kode,
  KodeAf,
  ObjektFelt,
  ObjektListe,
  Tekst,
  UuidFelt,
  UuidListe,
} from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { UNDTAGELSER, UNDTAGELSESTEKST } from '../partshoering/partshoering.dto.js';
import { type Hoeringsundtagelse } from '../partshoering/tilstand.js';
import { type Meddelelsesmaade } from './afgoerelse.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000006';
const MAADER: readonly Meddelelsesmaade[] = ['digital-post', 'brev', 'overrakt'];
const PARTSROLLER = ['barn', 'foraelder', 'myndighedsindehaver'] as const;
const BEGRUNDELSE = 'forvaltningsloven §§ 22-24';
const UNDTAGELSE = 'forvaltningsloven § 19, stk. 2';
const MEDDELELSE = 'forvaltningsloven §§ 22-25';
const KLAGEFRIST = 'retssikkerhedsloven § 67';

export class HoeringsundtagelseAnmodning {
  /** Which exception. */
  @KodeAf(`Hvilken undtagelse. ${UNDTAGELSESTEKST}`, 'ubetaenkelig', UNDTAGELSER, { hjemmel: UNDTAGELSE })
  grund!: Hoeringsundtagelse;

  /** Why. */
  @Fritekst('Begrundelse.', 'Parterne har selv bedt om afgørelsen.', { hjemmel: UNDTAGELSE })
  begrundelse!: string;
}

export class BoernesamtaleVedAfgoerelse {
  /** When the talk was held. */
  @DatoFelt('Hvornår samtalen med barnet blev holdt; inden afgørelsen.', '2019-02-18', {
    valgfri: true,
    hjemmel: 'SEL § 48 / BL § 5, stk. 3-4',
    kraevesNaar: 'samtalen er holdt',
  })
  dato?: string;

  /** Why it was left out. */
  @Fritekst('Hvorfor samtalen undtagelsesvis er undladt, og hvordan holdningen er skaffet.', 'Barnet er to år.', {
    valgfri: true,
    hjemmel: 'SEL § 48 / BL § 5, stk. 3-4',
    kraevesNaar: 'samtalen er undladt',
  })
  undladt?: string;
}

export class AfgoerelseAnmodning {
  /** Kind of decision. */
  @Kode('Afgørelsens slags, fra kodelisten `afgoerelser`. Udvalgets afgørelser træffes i en BUU-sag.', 'samvaer', {
    hjemmel: BEGRUNDELSE,
  })
  afgoerelseKode!: string;

  /** When. */
  @DatoFelt('Hvornår. Dagen afgør loven, hjemlen og hvem der er part.', '2019-02-20', { hjemmel: BEGRUNDELSE })
  dato!: string;

  /** Against a party. */
  @JaNej('Om afgørelsen går en part imod. Nogle slags gør det altid, og et afslag gør.', false, { valgfri: true })
  tilUgunst?: boolean;

  /** A refusal. */
  @JaNej(
    'Om afgørelsen er et afslag: det, der er søgt om eller overvejet, gives ikke. En slags med sin egen rute (`egenRute`) kan kun afslås her.',
    false,
    { valgfri: true },
  )
  afslag?: boolean;

  /** Hearings. */
  @UuidListe('Partshøringerne, som afgørelsen bygger på.', [ID], {
    maks: 20,
    valgfri: true,
    hjemmel: 'forvaltningsloven § 19',
    kraevesNaar: 'afgørelsen går en part imod, og loven ikke gør en undtagelse',
  })
  partshoeringIder?: string[];

  /** Exception. */
  @ObjektFelt('Hvorfor parter ikke er hørt.', () => HoeringsundtagelseAnmodning, {
    valgfri: true,
    hjemmel: UNDTAGELSE,
    kraevesNaar: 'afgørelsen går en part imod, og ikke alle parter er hørt',
  })
  undtagelse?: HoeringsundtagelseAnmodning;

  /** Parents whose own contact it is about. */
  @UuidListe('Forældre uden forældremyndighed, hvis egen kontakt med barnet afgørelsen angår.', [ID], {
    maks: 10,
    valgfri: true,
  })
  angaarIder?: string[];

  /** What it is about. */
  @UuidFelt('Undersøgelsen, indsatsen eller planen, som afgørelsen angår.', ID, { valgfri: true })
  vedroererId?: string;

  /** What it replaces. */
  @UuidFelt('En tidligere afgørelse i sagen, som denne træder i stedet for.', ID, { valgfri: true })
  erstatterId?: string;

  /** The child's talk. */
  @ObjektFelt(
    'Samtalen med barnet: enten `dato` eller `undladt`. Kræves, når loven siger det om slagsen.',
    () => BoernesamtaleVedAfgoerelse,
    { valgfri: true, hjemmel: 'SEL § 48 / BL § 5, stk. 3-4', kraevesNaar: 'loven siger det om afgørelsens slags' },
  )
  boernesamtale?: BoernesamtaleVedAfgoerelse;

  /** Why. */
  @Fritekst('Begrundelse.', 'Forældrene kan nu give barnet den omsorg, det har brug for.', { hjemmel: BEGRUNDELSE })
  begrundelse!: string;
}

export class MeddelelseAnmodning {
  /** To whom. */
  @UuidFelt('Parten.', ID, { hjemmel: MEDDELELSE })
  personId!: string;

  /** When. */
  @DatoFelt('Hvornår afgørelsen blev sendt eller overrakt.', '2019-02-20', { hjemmel: KLAGEFRIST })
  sendt!: string;

  /** How. */
  @KodeAf(
    'Hvordan. Digital post anses for modtaget samme dag, et brev efter 6 hverdage; klagefristen løber derfra.',
    'digital-post',
    MAADER,
    { hjemmel: KLAGEFRIST },
  )
  maade!: Meddelelsesmaade;

  /** Guidance on appeal. */
  @JaNej('At klagevejledningen fulgte med. Uden den må afgørelsen ikke meddeles.', true, {
    hjemmel: 'forvaltningsloven § 25',
  })
  klagevejledning!: boolean;

  /** Protected addresses hidden. */
  @JaNej('At andres beskyttede navne og adresser er skjult. Kræves, når nogen omkring barnet har det.', true, {
    valgfri: true,
    hjemmel: 'CPR-loven § 28',
    kraevesNaar: 'en anden omkring barnet har beskyttet navn og adresse',
  })
  maskeret?: boolean;
}

export class AfgoerelseSvar extends KommandoSvar {
  /** The decision's id. */
  @UuidFelt('Afgørelsens id.', ID)
  afgoerelseId!: string;
}

export class MeddelelseSvar extends AfgoerelseSvar {
  /** The message's id. */
  @UuidFelt('Meddelelsens id; klagefristen ses under det.', ID)
  meddelelseId!: string;

  /** When it counts as received. */
  @DatoFelt('Hvornår parten anses for at have modtaget afgørelsen.', '2019-02-20')
  modtaget!: string;
}

export class PartVisning {
  /** Who. */
  @UuidFelt('Parten.', ID) personId!: string;
  /** Capacity. */
  @KodeAf('Rolle.', 'foraelder', PARTSROLLER) rolle!: string;
}

export class MeddelelseVisning {
  /** Id. */
  @UuidFelt('Meddelelsens id.', ID) meddelelseId!: string;
  /** To whom. */
  @UuidFelt('Parten.', ID) personId!: string;
  /** Sent. */
  @DatoFelt('Sendt.', '2019-02-20') sendt!: string;
  /** Received. */
  @DatoFelt('Anses for modtaget.', '2019-02-20') modtaget!: string;
  /** How. */
  @KodeAf('Hvordan.', 'digital-post', MAADER) maade!: string;
  /** Hidden addresses. */
  @JaNej('Om beskyttede adresser er skjult.', false) maskeret!: boolean;
}

export class AfgoerelseVisning {
  /** Id. */
  @UuidFelt('Afgørelsens id.', ID) afgoerelseId!: string;
  /** Case. */
  @UuidFelt('Sagen.', ID) sagId!: string;
  /** Child. */
  @UuidFelt('Barnet.', ID) barnId!: string;
  /** Phase. */
  @KodeAf('Om alle parter har fået den.', 'truffet', ['truffet', 'meddelt']) fase!: string;
  /** Kind. */
  @Kode('Slags.', 'hjemgivelse') afgoerelseKode!: string;
  /** Name. */
  @Tekst('Navn.', 'Hjemgivelse') afgoerelsesnavn!: string;
  /** Basis. */
  @Tekst('Hjemmel.', 'SEL § 68') hjemmel!: string;
  /** Act. */
  @KodeAf('Loven på dagen.', 'SEL', ['SEL', 'BL']) regime!: string;
  /** Who decided. */
  @KodeAf('Hvem der traf den: forvaltningen (KB) eller udvalget (BUU).', 'KB', ['KB', 'BUU']) organ!: string;
  /** When. */
  @DatoFelt('Hvornår.', '2019-02-20') dato!: string;
  /** Against a party. */
  @JaNej('Om den går en part imod.', true) tilUgunst!: boolean;
  /** A refusal. */
  @JaNej('Om den er et afslag.', false) afslag!: boolean;
  /** Suspensive effect. */
  @JaNej('Om en klage har opsættende virkning.', false) opsaettendeVirkning!: boolean;
  /** Parties. */
  @ObjektListe('Parterne, fundet efter loven den dag.', () => PartVisning) parter!: PartVisning[];
  /** Hearings. */
  @UuidListe('Partshøringerne.', []) partshoeringIder!: string[];
  /** Exception. */
  @KodeAf(`Undtagelse fra partshøring. ${UNDTAGELSESTEKST}`, 'ubetaenkelig', UNDTAGELSER, { nulbar: true })
  hoeringUndladt!: string | null;
  /** Why. */
  @Fritekst('Hvorfor parter ikke er hørt.', 'Parterne har selv bedt om afgørelsen.', { nulbar: true })
  hoeringUndladtBegrundelse!: string | null;
  /** What it is about. */
  @UuidFelt('Hvad den angår.', ID, { nulbar: true }) vedroererId!: string | null;
  /** What it replaces. */
  @UuidFelt('Afgørelsen, den træder i stedet for.', ID, { nulbar: true }) erstatterId!: string | null;
  /** Reasons. */
  @Fritekst('Begrundelse.', 'Forældrene kan nu give barnet den omsorg, det har brug for.') begrundelse!: string;
  /** Talk. */
  @DatoFelt('Hvornår der blev talt med barnet.', '2019-02-18', { nulbar: true }) boernesamtaleDato!: string | null;
  /** No talk. */
  @Fritekst('Hvorfor der ikke blev talt med barnet.', 'Barnet er to år.', { nulbar: true })
  boernesamtaleUndladt!: string | null;
  /** Messages. */
  @ObjektListe('Hvornår parterne har fået den.', () => MeddelelseVisning) meddelelser!: MeddelelseVisning[];
  /** Version, for If-Match. */
  @Heltal('Version til If-Match.', 2) version!: number;
}
