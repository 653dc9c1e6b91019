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
import { type Opfoelgningsudfald } from './opfoelgning.js';
import { type Maalstatus, type Plantype } from './plan.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';
export const PLANTYPER: readonly Plantype[] = ['handleplan', 'barnets-plan', 'ungeplan'];
const MAALSTATUS: readonly Maalstatus[] = ['ikke-begyndt', 'i-gang', 'delvist-naaet', 'naaet', 'opgivet'];
const UDFALD: readonly Opfoelgningsudfald[] = ['uaendret', 'justeres', 'ophoerer'];

export class PlanSvar extends KommandoSvar {
  /** The plan. */
  @UuidFelt('Planens id.', ID)
  planId!: string;
}

export class MaalSvar extends PlanSvar {
  /** The goal. */
  @UuidFelt('Målets id; bruges ved opfølgning.', ID)
  maalId!: string;
}

export class OpfoelgningSvar extends KommandoSvar {
  /** The follow-up. */
  @UuidFelt('Opfølgningens id.', ID)
  opfoelgningId!: string;

  /** The measures followed up. */
  @UuidListe('Indsatserne, der er fulgt op på.', [ID])
  indsatsIder!: string[];
}

export class PlanAnmodning {
  /** Kind of plan. */
  @KodeAf('Handleplan til og med 2023; barnets plan eller ungeplan (fra det 16. år) derefter.', 'handleplan', PLANTYPER)
  plantype!: Plantype;

  /** When begun. */
  @DatoFelt('Hvornår planen blev påbegyndt.', '2019-01-20')
  oprettet!: string;

  /** Purpose. */
  @Fritekst('Det overordnede formål.', 'Barnet skal have en stabil hverdag og komme i skole.')
  formaal!: string;

  /** The investigation it builds on. */
  @UuidFelt('Undersøgelsen, planen bygger på.', ID, { valgfri: true })
  bfuId?: string;
}

export class MaalAnmodning {
  /** Local date on which the goal was set. */
  @DatoFelt('Hvornår målet blev opstillet. Udelades den, er det i dag.', '2019-01-20', { valgfri: true })
  dato?: string;

  /** The goal. */
  @Fritekst('Målet.', 'Barnet møder til tiden fire dage om ugen.')
  maal!: string;

  /** Theme; taken from the finding when left out. */
  @Kode('Tema. Kræves under serviceloven; følger af fundet, når der er et.', 'skoleforhold', { valgfri: true })
  tema?: string;

  /** The investigation that the finding is in. */
  @UuidFelt('Undersøgelsen, fundet står i. Planens egen, når den udelades.', ID, { valgfri: true })
  bfuId?: string;

  /** The finding. */
  @UuidFelt('Fundet, målet er hentet fra. Dets ordlyd følger med som kilde.', ID, { valgfri: true })
  fundId?: string;

  /** Who is responsible. */
  @Tekst('Hvem der har ansvaret.', 'Kontaktpersonen', { valgfri: true })
  ansvarlig?: string;

  /** How to see that it is reached. */
  @Fritekst('Hvordan det ses, at målet er nået.', 'Fraværet er under 5 %.', { valgfri: true })
  succesindikator?: string;
}

export class PlangodkendelseAnmodning {
  /** When approved. */
  @DatoFelt('Hvornår planen blev godkendt. Den gælder fra da af.', '2019-01-25')
  dato!: string;

  /** How child and parents took part. */
  @Fritekst(
    'Hvordan barn og forældre er inddraget.',
    'Målene er lavet sammen med barnet og forældrene på mødet 22. januar.',
  )
  inddragelse!: string;
}

export class Maalvurdering {
  /** Goal. */
  @UuidFelt('Målet.', ID)
  maalId!: string;

  /** How far it is. */
  @KodeAf('Hvor langt målet er.', 'i-gang', MAALSTATUS)
  status!: Maalstatus;
}

/** What a follow-up says whether or not there is a plan. */
export class IndsatsopfoelgningAnmodning {
  /** When held. */
  @DatoFelt('Hvornår opfølgningen blev holdt.', '2019-03-18')
  dato!: string;

  /** Outcome. */
  @KodeAf('Om indsatsen fortsætter uændret, justeres eller ophører.', 'uaendret', UDFALD)
  udfald!: Opfoelgningsudfald;

  /** Next one. */
  @DatoFelt('Næste opfølgning. Kræves under barnets lov; højst 6 måneder senere under serviceloven.', '2019-09-18', {
    valgfri: true,
  })
  naesteDato?: string;

  /** Why that rhythm. */
  @Fritekst('Hvorfor den rytme. Kræves under barnets lov.', 'Indsatsen er ny, og barnet er i skoleskift.', {
    valgfri: true,
  })
  rytmebegrundelse?: string;

  /** Assessment. */
  @Fritekst(
    'Vurderingen: skal indsatsen justeres, skal der undersøges på ny, skal planen revideres.',
    'Indsatsen virker; fraværet er halveret.',
  )
  vurdering!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Er glad for kontaktpersonen.')
  barnetsHoldning!: string;
}

export class OpfoelgningAnmodning extends IndsatsopfoelgningAnmodning {
  /** Measures; all that run in the case when left out. */
  @UuidListe('Indsatserne, der følges op på. Udelades de, er det alle, der er i gang i sagen.', [ID], { valgfri: true })
  indsatsIder?: string[];

  /** How far each goal is. */
  @ObjektListe('Målenes status.', () => Maalvurdering, { maks: 100, valgfri: true })
  maalstatus?: Maalvurdering[];
}

export class PlanafslutningAnmodning {
  /** When. */
  @DatoFelt('Hvornår planen blev afsluttet.', '2019-03-18')
  dato!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Målene er nået.')
  begrundelse!: string;
}

export class KildeVisning {
  /** Investigation. */
  @UuidFelt('Undersøgelsen.', ID)
  bfuId!: string;

  /** Finding. */
  @UuidFelt('Fundet.', ID)
  fundId!: string;

  /** Version when it was taken over. */
  @Heltal('Undersøgelsens version, da ordlyden blev hentet.', 9)
  version!: number;

  /** Wording then. */
  @Fritekst('Fundets ordlyd dengang.', 'Barnet møder ofte uforberedt og træt.')
  tekst!: string;

  /** Worded anew since. */
  @JaNej('Om fundet er skrevet om siden.', false)
  kildeAendret!: boolean;
}

export class MaalVisning {
  /** Id. */
  @UuidFelt('Målets id.', ID)
  maalId!: string;

  /** Goal. */
  @Fritekst('Målet.', 'Barnet møder til tiden fire dage om ugen.')
  maal!: string;

  /** Theme. */
  @Kode('Tema.', 'skoleforhold', { nulbar: true })
  tema!: string | null;

  /** Responsible. */
  @Tekst('Hvem der har ansvaret.', 'Kontaktpersonen', { nulbar: true })
  ansvarlig!: string | null;

  /** Sign. */
  @Fritekst('Hvordan det ses, at målet er nået.', 'Fraværet er under 5 %.', { nulbar: true })
  succesindikator!: string | null;

  /** Status. */
  @KodeAf('Status efter seneste opfølgning.', 'i-gang', MAALSTATUS)
  status!: string;

  /** Source. */
  @ObjektFelt('Fundet, målet er hentet fra.', () => KildeVisning, { nulbar: true })
  kilde!: KildeVisning | null;
}

export class OpfoelgningVisning {
  /** Id. */
  @UuidFelt('Opfølgningens id.', ID)
  opfoelgningId!: string;

  /** When. */
  @DatoFelt('Dato.', '2019-03-18')
  dato!: string;

  /** Law on the day. */
  @KodeAf('Loven på dagen.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Measures. */
  @UuidListe('Indsatserne.', [ID])
  indsatsIder!: string[];

  /** Outcome. */
  @KodeAf('Udfald.', 'uaendret', UDFALD)
  udfald!: string;

  /** Next. */
  @DatoFelt('Næste opfølgning.', '2019-09-18', { nulbar: true })
  naesteDato!: string | null;

  /** Why that rhythm. */
  @Fritekst('Begrundelse for rytmen.', 'Indsatsen er ny.', { nulbar: true })
  rytmebegrundelse!: string | null;

  /** Assessment. */
  @Fritekst('Vurdering.', 'Indsatsen virker.')
  vurdering!: string;

  /** Child. */
  @Fritekst('Barnets holdning.', 'Er glad for kontaktpersonen.')
  barnetsHoldning!: string;
}

export class PlanVisning {
  /** Id. */
  @UuidFelt('Planens id.', ID)
  planId!: string;

  /** Child. */
  @UuidFelt('Barnet.', ID)
  barnId!: string;

  /** Case. */
  @UuidFelt('Sagen.', ID)
  sagId!: string;

  /** Kind. */
  @KodeAf('Planens type.', 'handleplan', PLANTYPER)
  plantype!: string;

  /** Law on the day it was begun. */
  @KodeAf('Loven, planen er lavet efter.', 'SEL', ['SEL', 'BL'])
  regime!: string;

  /** Phase. */
  @KodeAf('Fase.', 'gaeldende', ['kladde', 'gaeldende', 'erstattet', 'afsluttet'])
  fase!: string;

  /** Begun. */
  @DatoFelt('Hvornår planen blev påbegyndt.', '2019-01-20')
  oprettet!: string;

  /** Purpose. */
  @Fritekst('Formål.', 'En stabil hverdag.')
  formaal!: string;

  /** Investigation. */
  @UuidFelt('Undersøgelsen, planen bygger på.', ID, { nulbar: true })
  bfuId!: string | null;

  /** Goals. */
  @ObjektListe('Mål, med kilden de er hentet fra.', () => MaalVisning)
  maal!: MaalVisning[];

  /** Approved. */
  @DatoFelt('Hvornår planen blev godkendt.', '2019-01-25', { nulbar: true })
  godkendt!: string | null;

  /** Participation. */
  @Fritekst('Hvordan barn og forældre er inddraget.', 'På mødet 22. januar.', { nulbar: true })
  inddragelse!: string | null;

  /** Earlier plan. */
  @UuidFelt('Planen, denne erstattede.', ID, { nulbar: true })
  erstatter!: string | null;

  /** Later plan. */
  @UuidFelt('Planen, der har erstattet denne.', ID, { nulbar: true })
  erstattetAf!: string | null;

  /** Follow-ups. */
  @ObjektListe('Opfølgninger.', () => OpfoelgningVisning)
  opfoelgninger!: OpfoelgningVisning[];

  /** When it stopped. */
  @DatoFelt('Hvornår planen blev erstattet eller afsluttet.', '2019-03-18', { nulbar: true })
  slut!: string | null;

  /** Version, also as ETag. */
  @Heltal('Version; samme tal som i ETag.', 4)
  version!: number;
}
