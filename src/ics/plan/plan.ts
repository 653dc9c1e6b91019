import { Afvist } from '../../faelles/afvist.js';
import { type Decider, type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import {
  type AfholdOpfoelgning,
  type OpretPlan,
  type PlanKommando,
  type Plantype,
  type Regime,
  type Revideretplan,
} from './kommandoer.js';
import { FASENAVN, kraevKladde, maalparagraf, manglerFoerGodkendelse, planparagraf, tilhoer } from './krav.js';
import { maalbeslutning } from './maalbeslutning.js';
import { kraevMaalvurderinger, kraevOpfoelgning } from './opfoelgning.js';
import { OpfoelgningAfholdt } from './opfoelgning.events.js';
import * as E from './plan.events.js';
import { type BegyndtPlan, evolve, type Plan } from './tilstand.js';

const FORVALTNINGSLOVEN = 'forvaltningsloven § 19';
type Kommando<T extends PlanKommando['type']> = Extract<PlanKommando, { type: T }>;

function decide(command: PlanKommando, state: Plan, context: DecisionContext): readonly E.PlanEvent[] {
  if (command.type === 'OpretPlan') return opret(command, state, context);
  if (state.fase === 'findes-ikke') {
    throw new Afvist('plan-findes-ikke', 'Planen findes ikke.');
  }
  switch (command.type) {
    case 'OpstilMaal':
    case 'RetMaal':
    case 'FjernMaal':
    case 'KnytIndsatser':
    case 'ViderefoerMaal':
    case 'OverfoerFund':
      return maalbeslutning(command, state, context);
    case 'SendIHoering':
    case 'BesvarHoering':
    case 'TraekHoeringTilbage':
      return hoering(command, state, context);
    case 'GodkendPlan':
      return godkend(command, state, context);
    case 'ErstatPlan':
      if (state.fase !== 'gaeldende') {
        throw new Afvist('plan-ikke-gaeldende', 'Kun en gældende plan kan erstattes.', {
          status: 409,
          paragraf: planparagraf(state),
        });
      }
      ikkeFoer(
        command.dato,
        state.godkendt ?? state.oprettet,
        'dato',
        'Den plan, der erstattes, gjaldt først fra en senere dato',
        planparagraf(state),
      );
      return [event(E.PlanErstattet, { ...tilhoer(state), erstattetAf: command.erstattetAf, dato: command.dato })];
    case 'AfholdOpfoelgning':
      return foelgOp(command, state, context);
    case 'AfslutPlan':
      ikkeIFremtiden(command.dato, context, 'dato');
      ikkeFoer(command.dato, state.oprettet, 'dato', 'Planen kan ikke være afsluttet, før den blev oprettet');
      if (state.fase === 'revideret' || state.fase === 'afsluttet') {
        throw new Afvist('plan-ikke-aaben', `Planen er allerede ${FASENAVN[state.fase]}.`, {
          status: 409,
          paragraf: planparagraf(state),
        });
      }
      return [event(E.PlanAfsluttet, { ...tilhoer(state), dato: command.dato, begrundelse: command.begrundelse })];
  }
}

function opret(command: OpretPlan, state: Plan, context: DecisionContext): readonly E.PlanEvent[] {
  if (state.fase !== 'findes-ikke') {
    throw new Afvist('plan-findes', 'Planen findes allerede.', { status: 409 });
  }
  ikkeIFremtiden(command.oprettet, context, 'oprettet');
  const fejl = typefejl(command.plantype, command);
  if (fejl !== undefined) throw new Afvist(fejl.kode, fejl.tekst, { felt: 'plantype', paragraf: fejl.paragraf });
  kraevReviderbar(command);
  const { type: _type, alder: _alder, reviderer, ...data } = command;
  return [
    event(E.PlanOprettet, {
      ...data,
      ...(reviderer === undefined ? {} : { reviderer: reviderer.planId, planversion: reviderer.planversion + 1 }),
    }),
  ];
}

interface Typefejl {
  readonly kode: string;
  readonly tekst: string;
  readonly paragraf: string;
}

/** What is wrong with the plan's type on a day, by the law and the child's age then; it is asked when a plan is begun and when it is approved. */
function typefejl(
  plantype: Plantype,
  dagen: { readonly regime: Regime; readonly alder?: number },
): Typefejl | undefined {
  const { regime, alder } = dagen;
  if (regime === 'SEL') {
    if (plantype === 'handleplan') return undefined;
    const tekst = 'Før 1. januar 2024 er planen en handleplan efter serviceloven.';
    return { kode: 'plantype-findes-ikke', tekst, paragraf: 'SEL § 140' };
  }
  if (plantype === 'handleplan') {
    const tekst =
      'Fra 1. januar 2024 laves barnets plan eller en ungeplan. En ældre handleplan vises, til den bliver revideret.';
    return { kode: 'plantype-ophoert', tekst, paragraf: 'BL §§ 91 og 108' };
  }
  if (alder === undefined || (plantype === 'ungeplan') === alder >= 16) return undefined;
  return plantype === 'ungeplan'
    ? {
        kode: 'ungeplan-foer-16',
        tekst: `Ungeplanen laves fra det fyldte 16. år; barnet er ${alder}. Lav barnets plan.`,
        paragraf: 'BL § 108',
      }
    : {
        kode: 'ungeplan-fra-16',
        tekst: `Den unge er ${alder} år. Fra det fyldte 16. år laves en ungeplan i stedet for barnets plan.`,
        paragraf: 'BL § 108',
      };
}

function kraevReviderbar(command: OpretPlan): void {
  const { reviderer, barnId, oprettet } = command;
  if (reviderer === undefined) return;
  const paragraf = planparagraf(command);
  if (reviderer.barnId !== barnId) {
    throw new Afvist('andet-barn', 'Planen, der skal revideres, gælder et andet barn.', {
      felt: 'reviderer',
      paragraf,
    });
  }
  if (!reviderer.gaeldende) {
    throw new Afvist('plan-ikke-gaeldende', 'Kun barnets gældende plan revideres; en kladde skrives der videre i.', {
      status: 409,
      paragraf,
    });
  }
  ikkeFoer(oprettet, reviderer.godkendt, 'dato', 'Planen kan ikke revideres, før den gjaldt', paragraf);
}

function hoering(
  command: Kommando<'SendIHoering' | 'BesvarHoering' | 'TraekHoeringTilbage'>,
  plan: BegyndtPlan,
  context: DecisionContext,
): readonly E.PlanEvent[] {
  const { dato } = command;
  ikkeIFremtiden(dato, context, 'dato');
  if (command.type === 'SendIHoering') {
    kraevKladde(plan);
    ikkeFoer(dato, plan.oprettet, 'dato', 'Planen kan ikke være sendt i høring, før den blev påbegyndt');
    if (Object.keys(plan.maal).length === 0) {
      throw new Afvist('plan-uden-maal', 'En plan uden mål kan ikke høres.', {
        paragraf: maalparagraf(plan),
        mangler: ['plan-maal'],
      });
    }
    if (command.svarfrist <= dato) {
      throw new Afvist(
        'hoering-uden-tid',
        'Parterne skal have tid til at svare: svarfristen skal ligge efter afsendelsen.',
        {
          felt: 'svarfrist',
          paragraf: FORVALTNINGSLOVEN,
        },
      );
    }
    return [event(E.PlanSendtIHoering, { ...tilhoer(plan), dato, svarfrist: command.svarfrist })];
  }
  if (plan.fase !== 'i-hoering' || plan.hoering === null) {
    throw new Afvist('plan-ikke-i-hoering', `Planen er ikke i høring; den er ${FASENAVN[plan.fase]}.`, {
      status: 409,
      paragraf: FORVALTNINGSLOVEN,
    });
  }
  ikkeFoer(dato, plan.hoering.dato, 'dato', 'Det kan ikke være sket, før planen blev sendt i høring');
  return command.type === 'BesvarHoering'
    ? [event(E.PlanhoeringBesvaret, { ...tilhoer(plan), dato, svar: command.svar })]
    : [event(E.PlanhoeringTrukketTilbage, { ...tilhoer(plan), dato, begrundelse: command.begrundelse })];
}

function godkend(
  command: Kommando<'GodkendPlan'>,
  plan: BegyndtPlan,
  context: DecisionContext,
): readonly E.PlanEvent[] {
  ikkeIFremtiden(command.dato, context, 'dato');
  ikkeFoer(command.dato, plan.oprettet, 'dato', 'Planen kan ikke være godkendt, før den blev oprettet');
  if (plan.fase !== 'kladde' && plan.fase !== 'i-hoering') {
    throw new Afvist('plan-ikke-kladde', `Planen er ${FASENAVN[plan.fase]} og kan ikke godkendes igen.`, {
      status: 409,
      paragraf: planparagraf(plan),
    });
  }
  const fejl = typefejl(plan.plantype, command);
  if (fejl !== undefined) {
    const vej = 'Opgiv denne kladde (afslut den), og påbegynd en plan af den type, der gælder nu.';
    throw new Afvist(fejl.kode, `${fejl.tekst} ${vej}`, { paragraf: fejl.paragraf });
  }
  kraevStadigDenNaeste(command.revideret, plan);
  const mangler = manglerFoerGodkendelse(plan, command.dato, command.alder);
  if (mangler.length > 0) {
    throw new Afvist(
      mangler[0]?.kode === 'plan-maal' ? 'plan-uden-maal' : 'plan-kan-ikke-godkendes',
      `Planen kan ikke godkendes endnu. ${mangler.map((m) => `${m.tekst} (${m.hjemmel})`).join('. ')}.`,
      { paragraf: mangler.map((m) => m.hjemmel).join('; '), mangler: mangler.map((m) => m.kode) },
    );
  }
  const { type: _type, dato, alder: _alder, regime: _regime, revideret: _revideret, ...data } = command;
  return [event(E.PlanGodkendt, { ...tilhoer(plan), plantype: plan.plantype, godkendtDato: dato, ...data })];
}

// What was written in the version that came between has not been seen by the one who wrote this draft.
function kraevStadigDenNaeste(revideret: Revideretplan | undefined, plan: BegyndtPlan): void {
  if (revideret === undefined || revideret.gaeldende) return;
  const sket =
    revideret.erstattetAf === null
      ? 'er afsluttet'
      : `er siden erstattet af planen ${revideret.erstattetAf}, så dens mål ville gå tabt`;
  const vej =
    revideret.erstattetAf === null
      ? 'Opgiv kladden (afslut den), og påbegynd en ny plan.'
      : 'Revidér den gældende plan, skriv det over, der skal med, og opgiv denne kladde (afslut den).';
  throw new Afvist(
    'plan-ikke-den-naeste',
    `Kladden reviderer planversion ${String(revideret.planversion)}, som ${sket}. ${vej}`,
    { status: 409, paragraf: planparagraf(plan) },
  );
}

function foelgOp(command: AfholdOpfoelgning, plan: BegyndtPlan, context: DecisionContext): readonly E.PlanEvent[] {
  ikkeIFremtiden(command.dato, context, 'dato');
  if (plan.fase !== 'gaeldende') {
    throw new Afvist('plan-ikke-gaeldende', `Der følges op på en gældende plan; denne er ${FASENAVN[plan.fase]}.`, {
      status: 409,
      paragraf: command.regime === 'SEL' ? 'SEL § 70' : 'BL § 95',
    });
  }
  ikkeFoer(
    command.dato,
    plan.godkendt ?? plan.oprettet,
    'dato',
    'Der kan ikke følges op på planen, før den blev godkendt',
  );
  kraevOpfoelgning(command, { harPlan: true });
  kraevMaalvurderinger(command, plan);
  const { type: _type, graense: _graense, indsatsIder, ophoerteIder, maalstatus, ...data } = command;
  const vurderinger = maalstatus.flatMap(({ maalId, vurdering }) =>
    vurdering === undefined ? [] : [{ maalId, vurdering }],
  );
  return [
    event(OpfoelgningAfholdt, {
      ...tilhoer(plan),
      ...data,
      indsatsIder: [...indsatsIder],
      ...(ophoerteIder === undefined ? {} : { ophoerteIder: [...ophoerteIder] }),
      maalstatus: maalstatus.map(({ maalId, status }) => ({ maalId, status })),
      ...(vurderinger.length === 0 ? {} : { maalvurderinger: vurderinger }),
    }),
  ];
}

export const planDecider: Decider<PlanKommando, E.PlanEvent, Plan> = {
  kind: 'ics.plan',
  initial: { fase: 'findes-ikke' },
  decide,
  evolve,
};
