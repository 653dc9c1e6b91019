import { context, given } from '../../../platform/testing/given-when-then.js';
import { type Sagsperson } from '../../parter/parter_i_sagen.js';
import { buuSagDecider } from '../buu_sag.js';
import { type AfgivIndstilling, type AfgoerBuuSag, type BuuSagKommando, type Udvalgslov } from '../kommandoer.js';
import { type Regime } from '../tilstand.js';

const id = (n: number): string => `00000000-0000-7000-8000-0000000000d${String(n)}`;
export const [BUU, SAG, BARN, MOR, PLEJE, FREMMED, BFU, PLAN] = [0, 1, 2, 3, 4, 5, 6, 7].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
export const AAR = { SEL: '2023', BL: '2026' } as const;
export const d = (regime: Regime, dag: string): string => `${AAR[regime]}-${dag}`;
export const nu = (regime: Regime) => context(`${AAR[regime]}-12-30T12:00:00+01:00`);
const SEL_P = {
  indstilling: 'SEL § 59',
  plan: 'SEL §§ 59 og 140',
  boernesamtale: 'SEL § 48',
  udtaleret: 'SEL § 74, stk. 2',
  advokat: 'SEL § 72',
  formaal: 'SEL § 52, stk. 4 ff.',
  moede: 'SEL § 74, stk. 1',
  flertal: 'SEL § 74, stk. 4',
  permanent: 'SEL § 68 a',
  genbehandling: 'SEL § 62, stk. 1 og 3',
};
const BL_P = {
  indstilling: 'BL § 51, stk. 1',
  plan: 'BL § 91, stk. 2; § 51, stk. 1, nr. 3',
  boernesamtale: 'BL § 5, stk. 3-4',
  udtaleret: 'BL § 142, stk. 2',
  advokat: 'BL §§ 140-141',
  formaal: 'BL § 47, stk. 2',
  moede: 'BL § 142, stk. 1',
  flertal: 'BL § 142, stk. 4',
  permanent: 'BL §§ 67-68',
  genbehandling: 'BL § 50',
};
export const lov = (regime: Regime, mere: Partial<Udvalgslov> = {}): Udvalgslov => ({
  afgoerelseKode: 'anbringelse-uden-samtykke',
  afgoerelsesnavn: 'Anbringelse uden samtykke',
  hjemmel: regime === 'SEL' ? 'SEL § 58' : 'BL §§ 47 og 49',
  regime,
  kraeverBfu: true,
  kraeverPlan: true,
  kvalificeretFlertal: true,
  kraeverFormaal: regime === 'BL',
  paragraf: regime === 'SEL' ? SEL_P : BL_P,
  ...mere,
});
export const person = (personId: string, mere: Partial<Sagsperson> = {}): Sagsperson => ({
  personId,
  rolle: 'foraelder',
  part: true,
  hvorfor: '',
  skalSamtykke: false,
  maaUdtaleSig: true,
  beskyttet: false,
  ...mere,
});
export const mor = person(MOR);
export const barn = person(BARN, { rolle: 'barn' });
export const lilleBarn = person(BARN, { rolle: 'barn', part: false, maaUdtaleSig: false });
export const pleje = person(PLEJE, { rolle: 'plejeforaelder', part: false });

export const rejs = (regime: Regime, mere: object = {}): BuuSagKommando => ({
  type: 'RejsBuuSag',
  ...{ buuSagId: BUU, sagId: SAG, barnId: BARN, lov: lov(regime), dato: d(regime, '11-01') },
  ...{ plejeforaeldreIder: [], angaarIder: [], begrundelse: 'Alvorlig skade.' },
  ...mere,
});
export const faerdig = (regime: Regime) => ({
  bfu: { afsluttet: d(regime, '10-20'), konkluderet: d(regime, '10-10') },
  plan: { gaeldendeFra: d(regime, '10-25') },
});
export const indstil = (regime: Regime, mere: Partial<AfgivIndstilling> = {}): AfgivIndstilling => ({
  type: 'AfgivIndstilling',
  lov: lov(regime),
  grundlag: faerdig(regime),
  ufoedt: false,
  dato: d(regime, '11-05'),
  ...{ bfuId: BFU, planId: PLAN, boernesamtaleDato: d(regime, '10-30'), undtagelser: [] },
  ...{ indstilling: 'Anbringes.', formaal: 'Ro.', varighedMaaneder: 24 },
  ...{ barnetsHoldning: 'Imod.', foraeldrenesHoldning: 'Imod.' },
  ...mere,
});
export const vejled = (regime: Regime, part: Sagsperson | undefined, mere: object = {}): BuuSagKommando => ({
  type: 'VejledPart',
  personId: part?.personId ?? FREMMED,
  ...{ dato: d(regime, '11-02'), maade: 'brev', part, risikovurderingMangler: false },
  paragraf: lov(regime).paragraf.advokat,
  ...mere,
});
export const udtal = (regime: Regime, hvem: Sagsperson | undefined, mere: object = {}): BuuSagKommando => ({
  type: 'RegistrerUdtalelse',
  personId: hvem?.personId ?? FREMMED,
  ...{ dato: d(regime, '11-20'), udfald: 'udtalt', udtalelse: 'Nej.', person: hvem },
  paragraf: lov(regime).paragraf.udtaleret,
  ...mere,
});
export const moede = (regime: Regime, dag = '11-20'): BuuSagKommando => ({
  type: 'BeramMoede',
  moede: `${d(regime, dag)}T09:00:00+01:00`,
});
export const afgoer = (regime: Regime, mere: Partial<AfgoerBuuSag> = {}): AfgoerBuuSag => ({
  type: 'AfgoerBuuSag',
  lov: lov(regime),
  grundlag: faerdig(regime),
  personer: [mor, barn],
  afgoerelseId: FREMMED,
  dato: d(regime, '11-20'),
  ...{ vedtaget: true, foelgerIndstilling: true, stemmerFor: 4, stemmerImod: 1 },
  ...{ formaal: 'Ro.', begrundelse: 'Åbenbar risiko.' },
  genbehandling: {
    ...{ genbehandling: '1aar', anbragtInden1Aar: false, under1Aar: false, bekraeftet: true },
    senestMuligt: `${String(Number(AAR[regime]) + 1)}-11-20`,
  },
  ...mere,
});

export function efter(regime: Regime, ...kommandoer: readonly BuuSagKommando[]) {
  type Haendelse = Parameters<typeof buuSagDecider.evolve>[1];
  const sket: Haendelse[] = [];
  for (const kommando of kommandoer) sket.push(...given(buuSagDecider, ...sket).then(kommando, nu(regime)));
  return given(buuSagDecider, ...sket);
}
export const klar = (regime: Regime, ...mere: readonly BuuSagKommando[]) =>
  efter(
    regime,
    rejs(regime),
    vejled(regime, mor),
    vejled(regime, barn),
    indstil(regime),
    moede(regime),
    udtal(regime, mor),
    udtal(regime, barn),
    ...mere,
  );
export const uden = <T extends object, K extends keyof T & string>(fra: T, felt: K): Omit<T, K> =>
  Object.fromEntries(Object.entries(fra).filter(([navn]) => navn !== felt)) as Omit<T, K>;
