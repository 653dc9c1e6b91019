import { type Afvist } from '../../../faelles/afvist.js';
import { fold, type DecisionContext } from '../../../platform/commands/decider.js';
import { context } from '../../../platform/testing/given-when-then.js';
import { anbringelseDecider, type AnbringelseKommando } from '../anbringelse.js';
import { type BeslutAnbringelse } from '../beslutning.js';
import { type AnbringelseEvent } from '../haendelser.js';

export type Regime = 'SEL' | 'BL';
export const LOVE: readonly Regime[] = ['SEL', 'BL'];

export const A = '00000000-0000-7000-8000-0000000000a0';
export const BARN = '00000000-0000-7000-8000-0000000000a1';
export const SAG = '00000000-0000-7000-8000-0000000000a2';
export const MOR = '00000000-0000-7000-8000-0000000000a3';
export const PLAN = '00000000-0000-7000-8000-0000000000a4';
export const BFU = '00000000-0000-7000-8000-0000000000a5';
export const AFG = '00000000-0000-7000-8000-0000000000a6';
export const BUU = '00000000-0000-7000-8000-0000000000a7';
export const TILSYN = '00000000-0000-7000-8000-0000000000a8';
export const LILLESOESTER = '00000000-0000-7000-8000-0000000000a9';

// The first year of the placement: 2021 under serviceloven, so that the next two are under it too; 2024 under barnets lov.
const AAR: Readonly<Record<Regime, number>> = { SEL: 2021, BL: 2024 };

/** A day of the placement's first year, or of a later one. */
export const dag = (regime: Regime, maanedDag: string, senere = 0): string =>
  `${String(AAR[regime] + senere)}-${maanedDag}`;

/** The end of the second year: later than all that is recorded, and under the same act. */
export const nu = (regime: Regime): DecisionContext => context(`${dag(regime, '12-20', 1)}T10:00:00+01:00`);

export const plejefamilie = { kode: 'plejefamilie-almen', navn: 'Almen plejefamilie', afgoerelseskode: null };
export const sikret = { kode: 'doegninstitution-sikret', navn: 'Sikret døgninstitution', afgoerelseskode: 'sikret' };
export const udvalg = (regime: Regime, dato = dag(regime, '03-05'), afgoerelseKode = 'anbringelse-uden-samtykke') => ({
  ...{ afgoerelseId: BUU, dato, afgoerelseKode },
});

/** A decision on a placement with consent, with everything in order. */
export const beslut = (regime: Regime, mere: Partial<BeslutAnbringelse> = {}): BeslutAnbringelse => ({
  type: 'BeslutAnbringelse',
  ...{ anbringelseId: A, barnId: BARN, sagId: SAG, regime, grundlag: 'samtykke' },
  hjemmel: regime === 'SEL' ? 'SEL § 52, stk. 3, nr. 7' : 'BL § 46',
  afgoerelseDato: dag(regime, '03-05'),
  ...{ stedtype: plejefamilie, stedGodkendt: dag(regime, '01-10'), sted: 'Plejefamilien Prøvesen' },
  ...{ forventetStart: dag(regime, '03-10'), varighedMaaneder: 24, prisOere: 250_000, prisEnhed: 'doegn' },
  bfu: { bfuId: BFU, afsluttet: true },
  plan: { planId: PLAN, gaeldende: true },
  ...{ alder: 9, fylder16: null, omsorgssvigt: false, soeskende: [] },
  boernesamtale: { art: 'holdt', dato: dag(regime, '03-01') },
  ...{ formaal: 'Tryghed.', begrundelse: 'Behov.', barnetsHoldning: 'Vil gerne.' },
  ...mere,
});

export const ivaerksaet = (regime: Regime, mere: object = {}): AnbringelseKommando => ({
  type: 'IvaerksaetAnbringelse',
  ...{ dato: dag(regime, '03-10'), regime, naesteTilsynSenest: dag(regime, '09-10') },
  ...{ myndigDato: dag(regime, '05-23', 9), grundlagSlut: null },
  ...mere,
});

/** The events that commands in this order lead to, each lawful when it comes. */
export function efter(regime: Regime, ...kommandoer: readonly AnbringelseKommando[]): readonly AnbringelseEvent[] {
  return kommandoer.reduce<readonly AnbringelseEvent[]>(
    (sket, kommando) => [...sket, ...anbringelseDecider.decide(kommando, fold(anbringelseDecider, sket), nu(regime))],
    [],
  );
}

/** A placement that runs. */
export const igang = (regime: Regime, mere: Partial<BeslutAnbringelse> = {}, start: object = {}) =>
  efter(regime, beslut(regime, mere), ivaerksaet(regime, start));

/** What a command without consent rests on. */
export const medTvang = (regime: Regime): Partial<BeslutAnbringelse> => ({
  grundlag: 'tvang',
  hjemmel: regime === 'SEL' ? 'SEL § 58' : 'BL §§ 47 og 49',
  udvalg: udvalg(regime),
});

/** A refusal as the user is told of it. */
export function svar({ kode, mere }: Afvist): {
  readonly status: number;
  readonly kode: string;
  readonly paragraf: string | undefined;
  readonly mangler: readonly string[];
} {
  return { status: mere.status ?? 422, kode, paragraf: mere.paragraf, mangler: mere.mangler ?? [] };
}
