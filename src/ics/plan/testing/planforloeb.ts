import { indlaesLovpakke } from '../../../faelles/lov/lovpakke.js';
import { context } from '../../../platform/testing/given-when-then.js';
import {
  type AfholdOpfoelgning,
  type OpretPlan,
  type OpstilMaal,
  type PlanKommando,
  type Regime,
} from '../kommandoer.js';
import { opfoelgningsgraense } from '../opfoelgning.js';

export const lovpakke = indlaesLovpakke();
export const nr = (n: string): string => `00000000-0000-7000-8000-0000000000${n}`;
export const PLAN = nr('0a');
export const NY = nr('1a');
export const BARN = nr('0b');
export const MAAL = nr('0d');
export const FUND = nr('0e');
export const BFU = nr('0f');
export const INDSATS = nr('11');
export const BEGGE: readonly Regime[] = ['SEL', 'BL'];
export const dag = (r: Regime, maaneddag: string): string => `${r === 'SEL' ? '2019' : '2024'}-${maaneddag}`;
export const nu = (r: Regime) => context(`${dag(r, '12-01')}T12:00:00+01:00`);
export type Kommando<T extends PlanKommando['type']> = Extract<PlanKommando, { type: T }>;

export const opret = (r: Regime, mere: Partial<OpretPlan> = {}): OpretPlan => ({
  type: 'OpretPlan',
  planId: PLAN,
  barnId: BARN,
  sagId: nr('0c'),
  plantype: r === 'SEL' ? 'handleplan' : 'barnets-plan',
  regime: r,
  oprettet: dag(r, '04-01'),
  formaal: 'En stabil hverdag.',
  ...mere,
});
export const maal = (r: Regime, mere: Partial<OpstilMaal> = {}): OpstilMaal => ({
  type: 'OpstilMaal',
  dato: dag(r, '04-02'),
  maalId: MAAL,
  maal: 'Møder til tiden.',
  tema: 'skoleforhold',
  ...mere,
});
export const udenTema = (r: Regime): OpstilMaal => {
  const { tema: _tema, ...uden } = maal(r);
  return uden;
};
export const hoering = (r: Regime): Kommando<'SendIHoering'> => ({
  type: 'SendIHoering',
  dato: dag(r, '04-05'),
  svarfrist: dag(r, '04-15'),
});
export const svar = (r: Regime): PlanKommando => ({ type: 'BesvarHoering', dato: dag(r, '04-10'), svar: 'Enige.' });
export const godkend = (r: Regime, mere: Partial<Kommando<'GodkendPlan'>> = {}): Kommando<'GodkendPlan'> => ({
  type: 'GodkendPlan',
  dato: dag(r, '04-15'),
  regime: r,
  inddragelse: 'På mødet.',
  ...mere,
});
export const opfoelgning = (r: Regime, mere: Partial<AfholdOpfoelgning> = {}): AfholdOpfoelgning => ({
  type: 'AfholdOpfoelgning',
  opfoelgningId: nr('12'),
  dato: dag(r, '06-01'),
  regime: r,
  indsatsIder: [INDSATS],
  udfald: 'uaendret',
  naesteDato: dag(r, '12-01'),
  rytmebegrundelse: 'Indsatsen er ny.',
  vurdering: 'Virker.',
  barnetsHoldning: 'Glad.',
  maalstatus: [{ maalId: MAAL, status: 'naaet' }],
  graense: opfoelgningsgraense(lovpakke, mere.dato ?? dag(r, '06-01')),
  ...mere,
});
export const gaeldende = (r: Regime): readonly PlanKommando[] => [opret(r), maal(r), godkend(r)];
