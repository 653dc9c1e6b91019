import { Afvist } from '../../faelles/afvist.js';
import { type DecisionContext } from '../../platform/commands/decider.js';
import { event } from '../../platform/eventstore/event-declaration.js';
import { ikkeFoer, ikkeIFremtiden } from '../datoer.js';
import { type Maalkommando, type OpstilMaal, type RetMaal } from './kommandoer.js';
import { kraevKladde, maalparagraf, planparagraf, tilhoer } from './krav.js';
import * as M from './maal.events.js';
import { type PlanEvent } from './plan.events.js';
import { type BegyndtPlan, indhold, type Maal } from './tilstand.js';

/** Goals and sub-goals, what they are drawn from and which measures are to reach them. */
export function maalbeslutning(
  command: Maalkommando,
  plan: BegyndtPlan,
  context: DecisionContext,
): readonly PlanEvent[] {
  const dato = command.dato ?? context.iDag;
  if (command.type === 'KnytIndsatser') {
    kraevAaben(plan);
  } else {
    kraevKladde(plan);
  }
  ikkeIFremtiden(dato, context, 'dato');
  ikkeFoer(dato, plan.oprettet, 'dato', 'Det kan ikke være skrevet, før planen blev påbegyndt');
  switch (command.type) {
    case 'OpstilMaal':
      return opstil(command, plan, dato);
    case 'RetMaal':
      return ret(command, plan);
    case 'FjernMaal':
      kraevMaal(plan, command.maalId);
      return [
        event(M.MaalFjernet, { ...tilhoer(plan), dato, maalId: command.maalId, begrundelse: command.begrundelse }),
      ];
    case 'KnytIndsatser':
      kraevMaal(plan, command.maalId);
      return [
        event(M.MaalKnyttetTilIndsatser, {
          ...tilhoer(plan),
          ...{ dato, maalId: command.maalId },
          indsatsIder: [...command.indsatsIder],
        }),
      ];
    case 'ViderefoerMaal':
      if (command.maal.length === 0) return [];
      return [
        event(M.MaalViderefoert, {
          ...tilhoer(plan),
          ...{ dato, fraPlanId: command.fraPlanId },
          maal: command.maal.map(({ maalId, fraMaalId, overmaalId, indsatsIder, tema, voksenliv, kilde }) => ({
            ...{ maalId, fraMaalId },
            indsatsIder: [...indsatsIder],
            ...(overmaalId === undefined ? {} : { overmaalId }),
            ...(tema === undefined ? {} : { tema }),
            ...(voksenliv === undefined ? {} : { voksenliv }),
            ...(kilde === undefined ? {} : { bfuId: kilde.bfuId, fundId: kilde.fundId, kildeversion: kilde.version }),
          })),
          tekster: command.maal.map(({ maalId, maal, kilde, ansvarlig, succesindikator }) => ({
            ...{ maalId, maal },
            ...(kilde === undefined ? {} : { kildetekst: kilde.tekst }),
            ...(ansvarlig === undefined ? {} : { ansvarlig }),
            ...(succesindikator === undefined ? {} : { succesindikator }),
          })),
        }),
      ];
    case 'OverfoerFund':
      return [
        event(M.FundOverfoert, {
          ...tilhoer(plan),
          ...{ dato, bfuId: command.bfuId },
          ...(command.fraPlanId === undefined ? {} : { fraPlanId: command.fraPlanId }),
          fund: command.fund.map(({ fundId, kildeversion, tema, art }) => ({ fundId, kildeversion, tema, art })),
          tekster: command.fund.map(({ fundId, tekst, kildetekst }) => ({ fundId, tekst, kildetekst })),
        }),
      ];
  }
}

function kraevAaben(plan: BegyndtPlan): void {
  if (plan.fase === 'revideret' || plan.fase === 'afsluttet') {
    throw new Afvist('plan-ikke-aaben', `Planen er ${plan.fase} og kan ikke ændres.`, {
      status: 409,
      paragraf: planparagraf(plan),
    });
  }
}

function kraevMaal(plan: BegyndtPlan, maalId: string, felt = 'maalId'): Maal {
  const maal = plan.maal[maalId];
  if (maal === undefined) {
    throw new Afvist('maal-findes-ikke', 'Målet hører ikke til planen.', { felt, paragraf: maalparagraf(plan) });
  }
  return maal;
}

// SEL § 140: goals are set for the problems that the investigation found, theme by theme. BL § 92 ties them to the purpose.
function kraevTema(plan: BegyndtPlan, tema: string | undefined): void {
  if (plan.regime === 'SEL' && tema === undefined) {
    throw new Afvist(
      'maal-uden-tema',
      'Under serviceloven skal et mål knyttes til et tema fra den børnefaglige undersøgelse.',
      { felt: 'tema', paragraf: 'SEL § 140' },
    );
  }
}

function opstil(command: OpstilMaal, plan: BegyndtPlan, dato: string): readonly PlanEvent[] {
  const { maalId, overmaalId, kilde, indsatsIder } = command;
  const over = overmaalId === undefined ? undefined : kraevMaal(plan, overmaalId, 'overmaalId');
  if (over?.overmaalId !== undefined) {
    throw new Afvist('delmaal-i-delmaal', 'Et delmål hører til et mål og ikke til et andet delmål.', {
      felt: 'overmaalId',
      paragraf: maalparagraf(plan),
    });
  }
  const tema = command.tema ?? over?.tema;
  kraevTema(plan, tema);
  const voksenliv = command.voksenliv ?? over?.voksenliv;
  return [
    event(M.MaalOpstillet, {
      ...tilhoer(plan),
      ...{ dato, maalId },
      ...indhold(command),
      ...(tema === undefined ? {} : { tema }),
      ...(voksenliv === undefined ? {} : { voksenliv }),
      ...(overmaalId === undefined ? {} : { overmaalId }),
      ...(indsatsIder === undefined || indsatsIder.length === 0 ? {} : { indsatsIder: [...indsatsIder] }),
      ...(kilde === undefined
        ? {}
        : { bfuId: kilde.bfuId, fundId: kilde.fundId, kildeversion: kilde.version, kildetekst: kilde.tekst }),
    }),
  ];
}

function ret(command: RetMaal, plan: BegyndtPlan): readonly PlanEvent[] {
  const foer = kraevMaal(plan, command.maalId);
  const tema = command.tema ?? foer.tema;
  kraevTema(plan, tema);
  const { dato, maalId } = command;
  return [
    event(M.MaalRettet, {
      ...tilhoer(plan),
      ...{ dato, maalId },
      ...indhold(command),
      ...(tema === undefined ? {} : { tema }),
    }),
  ];
}
