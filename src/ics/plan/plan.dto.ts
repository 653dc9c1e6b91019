import { DatoFelt, Fritekst, KodeAf, UuidFelt } from '../../platform/http/felt.js';
import { KommandoSvar } from '../../platform/http/kommando-svar.js';
import { type Plantype } from './kommandoer.js';

const ID = '0191e2b4-7c3a-7d1e-8f00-000000000004';
const PLAN = 'SEL § 140 / BL §§ 91 og 108';
const NOTATPLIGT = 'offentlighedsloven § 13';
const HOERING = 'forvaltningsloven § 19';
export const PLANTYPER: readonly Plantype[] = ['handleplan', 'barnets-plan', 'ungeplan'];
export const PLANFASER = ['kladde', 'i-hoering', 'gaeldende', 'revideret', 'afsluttet'] as const;

export class PlanSvar extends KommandoSvar {
  /** The plan. */
  @UuidFelt('Planens id.', ID)
  planId!: string;
}

export class PlanAnmodning {
  /** Kind of plan. */
  @KodeAf(
    'Handleplan til og med 2023; barnets plan eller ungeplan (fra det 16. år) derefter.',
    'handleplan',
    PLANTYPER,
    {
      hjemmel: PLAN,
    },
  )
  plantype!: Plantype;

  /** When begun. */
  @DatoFelt('Hvornår planen blev påbegyndt. Datoen afgør loven.', '2019-01-20', { hjemmel: PLAN })
  oprettet!: string;

  /** Purpose. */
  @Fritekst('Det overordnede formål.', 'Barnet skal have en stabil hverdag og komme i skole.', {
    hjemmel: 'SEL § 140 / BL § 92',
  })
  formaal!: string;

  /** The investigation it builds on. */
  @UuidFelt('Undersøgelsen, planen bygger på.', ID, { valgfri: true })
  bfuId?: string;
}

export class PlanrevisionAnmodning {
  /** When begun. */
  @DatoFelt('Hvornår revisionen blev påbegyndt. Datoen afgør loven.', '2019-06-20', { hjemmel: PLAN })
  dato!: string;

  /** Kind of plan. */
  @KodeAf(
    'Planens type, når den skal være en anden. Ellers den samme; fra 2024 bliver den til barnets plan, eller en ungeplan fra 16 år.',
    'ungeplan',
    PLANTYPER,
    { valgfri: true },
  )
  plantype?: Plantype;

  /** Purpose. */
  @Fritekst('Formålet, når det skal være et andet end den tidligere plans.', 'Barnet skal gennemføre 9. klasse.', {
    valgfri: true,
  })
  formaal?: string;
}

export class PlanhoeringAnmodning {
  /** When sent. */
  @DatoFelt('Hvornår planen blev sendt i høring.', '2019-01-21', { hjemmel: HOERING })
  dato!: string;

  /** Until when. */
  @DatoFelt('Sidste dag at svare.', '2019-01-24', { hjemmel: HOERING })
  svarfrist!: string;
}

export class PlanhoeringssvarAnmodning {
  /** When answered. */
  @DatoFelt('Hvornår svaret kom.', '2019-01-23', { hjemmel: NOTATPLIGT })
  dato!: string;

  /** The answer. */
  @Fritekst('Parternes svar.', 'Barnet vil gerne have et mål om fodbold.', { hjemmel: HOERING })
  svar!: string;
}

export class PlanhoeringstilbagetraekningAnmodning {
  /** When. */
  @DatoFelt('Hvornår planen blev trukket tilbage.', '2019-01-23', { hjemmel: NOTATPLIGT })
  dato!: string;

  /** Why. */
  @Fritekst('Hvorfor planen trækkes tilbage.', 'Målene skal skrives om efter barnets svar.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;
}

export class PlangodkendelseAnmodning {
  /** When approved. */
  @DatoFelt('Hvornår planen blev godkendt. Den gælder fra da af.', '2019-01-25', { hjemmel: PLAN })
  dato!: string;

  /** How child and parents took part. */
  @Fritekst(
    'Hvordan barn og forældre er inddraget.',
    'Målene er lavet sammen med barnet og forældrene på mødet 22. januar.',
    { hjemmel: 'SEL §§ 46 og 140 / BL §§ 5 og 91' },
  )
  inddragelse!: string;
}

export class PlanafslutningAnmodning {
  /** When. */
  @DatoFelt('Hvornår planen blev afsluttet.', '2019-03-18', { hjemmel: PLAN })
  dato!: string;

  /** Reasons. */
  @Fritekst('Begrundelse.', 'Målene er nået.', { hjemmel: NOTATPLIGT })
  begrundelse!: string;
}
