import { DatoFelt, Fritekst, KodeAf, ObjektListe, UuidFelt, UuidListe } from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { type Maalstatus } from './kommandoer.js';
import { type Opfoelgning, type Opfoelgningsudfald } from './opfoelgning.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';
const OPFOELGNING = 'SEL § 70 / BL § 95';
export const MAALSTATUS: readonly Maalstatus[] = [
  'ikke-begyndt',
  'i-gang',
  'delvist-naaet',
  'naaet',
  'ikke-naaet',
  'opgivet',
];
export const UDFALD: readonly Opfoelgningsudfald[] = ['uaendret', 'justeres', 'ophoerer'];
export const PLANVURDERINGER: readonly NonNullable<Opfoelgning['planvurdering']>[] = ['uaendret', 'revideres', 'laves'];
export const UNDERSOEGELSESBEHOV: readonly NonNullable<Opfoelgning['undersoegelsesbehov']>[] = [
  'intet',
  'afdaekning',
  'bfu',
];

export class OpfoelgningSvar extends KommandoSvar {
  /** The follow-up. */
  @UuidFelt('Opfølgningens id.', ID)
  opfoelgningId!: string;

  /** The measures followed up. */
  @UuidListe('Indsatserne, der er fulgt op på.', [ID])
  indsatsIder!: string[];
}

export class Maalvurdering {
  /** Goal. */
  @UuidFelt('Målet.', ID, { hjemmel: 'SEL § 70 / BL § 95, stk. 4' })
  maalId!: string;

  /** How far it is. */
  @KodeAf(
    'Hvor langt målet er: nået, delvist nået, ikke nået, eller at der stadig arbejdes på det.',
    'i-gang',
    MAALSTATUS,
    { hjemmel: 'SEL § 70 / BL § 95, stk. 4' },
  )
  status!: Maalstatus;

  /** Why. */
  @Fritekst(
    'Vurderingen af målet. Kræves, når det kun er nået delvist, ikke er nået eller opgives.',
    'Fraværet er halveret, men mandagene er stadig svære.',
    {
      valgfri: true,
      hjemmel: 'SEL § 70 / BL § 95, stk. 4',
      kraevesNaar: 'målet er nået delvist, ikke er nået eller opgives',
    },
  )
  vurdering?: string;
}

/** What a follow-up says whether or not there is a plan. */
export class IndsatsopfoelgningAnmodning {
  /** When held. */
  @DatoFelt('Hvornår opfølgningen blev holdt.', '2019-03-18', { hjemmel: OPFOELGNING })
  dato!: string;

  /** Outcome. */
  @KodeAf('Om indsatsen fortsætter uændret, justeres eller ophører.', 'uaendret', UDFALD, {
    hjemmel: 'SEL § 70 / BL § 95, stk. 4',
  })
  udfald!: Opfoelgningsudfald;

  /** Next one. */
  @DatoFelt('Næste opfølgning. Kræves under barnets lov; højst 6 måneder senere under serviceloven.', '2019-09-18', {
    valgfri: true,
    hjemmel: 'BL § 95, stk. 3',
    kraevesNaar: 'loven er barnets lov, og indsatsen fortsætter',
  })
  naesteDato?: string;

  /** Why that rhythm. */
  @Fritekst('Hvorfor den rytme. Kræves under barnets lov.', 'Indsatsen er ny, og barnet er i skoleskift.', {
    valgfri: true,
    hjemmel: 'BL § 95, stk. 3',
    kraevesNaar: 'loven er barnets lov, og indsatsen fortsætter',
  })
  rytmebegrundelse?: string;

  /** Whether the plan must change. */
  @KodeAf('Om planen skal revideres, eller laves, hvor der ingen er.', 'uaendret', PLANVURDERINGER, { valgfri: true })
  planvurdering?: NonNullable<Opfoelgning['planvurdering']>;

  /** Whether to look into it anew. */
  @KodeAf(
    'Om der er behov for en ny afdækning eller en ny eller revideret undersøgelse.',
    'intet',
    UNDERSOEGELSESBEHOV,
    {
      valgfri: true,
    },
  )
  undersoegelsesbehov?: NonNullable<Opfoelgning['undersoegelsesbehov']>;

  /** Outside the plan. */
  @Fritekst('Forhold uden for planen, som opfølgningen har vist.', 'Storebror er flyttet hjemmefra.', { valgfri: true })
  udenForPlanen?: string;

  /** Assessment. */
  @Fritekst(
    'Vurderingen: skal indsatsen justeres, skal der undersøges på ny, skal planen revideres.',
    'Indsatsen virker; fraværet er halveret.',
    { hjemmel: 'SEL § 70 / BL § 95, stk. 4-5' },
  )
  vurdering!: string;

  /** The child's view. */
  @Fritekst('Barnets holdning.', 'Er glad for kontaktpersonen.', { hjemmel: 'SEL § 48 / BL § 5, stk. 3' })
  barnetsHoldning!: string;
}

export class OpfoelgningAnmodning extends IndsatsopfoelgningAnmodning {
  /** Measures; all that run in the case when left out. */
  @UuidListe('Indsatserne, der følges op på. Udelades de, er det alle, der er i gang i sagen.', [ID], { valgfri: true })
  indsatsIder?: string[];

  /** How far each goal is. */
  @ObjektListe('Målenes status: hvert mål, der ikke er nået eller opgivet, vurderes én gang.', () => Maalvurdering, {
    maks: 500,
    valgfri: true,
    hjemmel: 'SEL § 70 / BL § 95, stk. 4',
    kraevesNaar: 'planen har mål, der ikke er nået eller opgivet',
  })
  maalstatus?: Maalvurdering[];
}
