import { given } from '../../platform/testing/given-when-then.js';
import { fold } from '../../platform/commands/decider.js';
import { type AfholdOpfoelgning, type PlanKommando, type Regime } from './kommandoer.js';
import { opfoelgningDecider } from './opfoelgning.js';
import { type PlanEvent } from './plan.events.js';
import { planDecider } from './plan.js';
import { gengivPlan } from './gengivelse.js';
import { planskridt } from './vejledning.js';
import {
  PLAN,
  NY,
  BARN,
  MAAL,
  FUND,
  BFU,
  INDSATS,
  BEGGE,
  dag,
  nu,
  opret,
  maal,
  udenTema,
  hoering,
  opfoelgning,
  gaeldende,
  nr,
} from './testing/planforloeb.js';

const OPF_P = { SEL: 'SEL § 70', BL: 'BL § 95, stk. 4' };

function sket(r: Regime, ...kommandoer: readonly PlanKommando[]): readonly PlanEvent[] {
  return kommandoer.reduce<readonly PlanEvent[]>(
    (foer, kommando) => [...foer, ...planDecider.decide(kommando, fold(planDecider, foer), nu(r))],
    [],
  );
}
const plan = (...events: readonly PlanEvent[]) => {
  const state = fold(planDecider, events);
  if (state.fase === 'findes-ikke') throw new Error('no plan');
  return state;
};
const kilde = { bfuId: BFU, fundId: FUND, version: 4, tekst: 'Møder træt.' };
const vis = (events: readonly PlanEvent[], nuTekst?: { version: number; tekst: string }) =>
  gengivPlan(events, plan(...events), () => nuTekst);

test('Under barnets lov er et måls tema valgfrit (BL § 92)', () => {
  expect(given(planDecider, ...sket('BL', opret('BL'))).then(udenTema('BL'), nu('BL'))).toHaveLength(1);
});

describe.each(BEGGE)('Mål og delmål (%s)', (regime) => {
  test('Et delmål arver målets tema og voksenlivsområde og tages ud med målet', () => {
    const events = sket(regime, opret(regime), maal(regime, { voksenliv: 'bolig' }), {
      ...udenTema(regime),
      maalId: NY,
      overmaalId: MAAL,
    });
    expect(plan(...events).maal[NY]).toMatchObject({ tema: 'skoleforhold', voksenliv: 'bolig', overmaalId: MAAL });
    const fjernet = sket(
      regime,
      opret(regime),
      maal(regime),
      { ...udenTema(regime), maalId: NY, overmaalId: MAAL },
      {
        type: 'FjernMaal',
        dato: dag(regime, '04-03'),
        maalId: MAAL,
        begrundelse: 'Dækket.',
      },
    );
    expect(plan(...fjernet).maal).toEqual({});
  });

  test('Kilden følger målet, også når målet skrives om, og viser, om fundet er ændret siden', () => {
    const events = sket(regime, opret(regime), maal(regime, { kilde }), {
      type: 'RetMaal',
      dato: dag(regime, '04-03'),
      maalId: MAAL,
      maal: 'Møder udhvilet.',
    });
    expect(vis(events, { version: 4, tekst: 'Møder træt.' }).maal).toMatchObject([
      { maal: 'Møder udhvilet.', kilde: { version: 4, tekst: 'Møder træt.', kildeAendret: false, tekstNu: null } },
    ]);
    expect(vis(events, { version: 9, tekst: 'Møder nu til tiden.' }).maal).toMatchObject([
      { kilde: { tekst: 'Møder træt.', kildeAendret: true, tekstNu: 'Møder nu til tiden.' } },
    ]);
  });

  test('Et fund ført over i planen beholder sin kilde, også når teksten er tilpasset', () => {
    const events = sket(regime, opret(regime), {
      type: 'OverfoerFund',
      dato: dag(regime, '04-02'),
      bfuId: BFU,
      fund: [
        {
          fundId: FUND,
          kildeversion: 4,
          tema: 'skoleforhold',
          art: 'udfordring',
          tekst: 'Morgenerne er svære.',
          kildetekst: 'Møder træt.',
        },
      ],
    });
    expect(vis(events, { version: 7, tekst: 'Møder udhvilet.' }).grundlag).toEqual([
      {
        tema: 'skoleforhold',
        art: 'udfordring',
        tekst: 'Morgenerne er svære.',
        kilde: { ...kilde, kildeAendret: true, tekstNu: 'Møder udhvilet.' },
      },
    ]);
  });

  test('Opfølgningen vurderer målene og siger, hvad der skal ændres', () => {
    const events = sket(
      regime,
      ...gaeldende(regime),
      opfoelgning(regime, {
        maalstatus: [{ maalId: MAAL, status: 'delvist-naaet', vurdering: 'Mandage er svære.' }],
        planvurdering: 'revideres',
        undersoegelsesbehov: 'bfu',
      }),
    );
    expect(vis(events)).toMatchObject({
      maal: [{ status: 'delvist-naaet' }],
      opfoelgninger: [
        {
          maal: [{ status: 'delvist-naaet', vurdering: 'Mandage er svære.' }],
          planvurdering: 'revideres',
          undersoegelsesbehov: 'bfu',
        },
      ],
    });
    expect(planskridt(plan(...events), dag(regime, '06-02')).map(({ kode }) => kode)).toEqual([
      'plan-revision',
      'ny-undersoegelse',
      'plan-opfoelgning',
      'plan-aendring',
    ]);
  });

  test('En plan i høring må ikke godkendes, før svarfristen er gået', () => {
    const state = plan(...sket(regime, opret(regime), maal(regime), hoering(regime)));
    expect(planskridt(state, dag(regime, '04-15'))).toMatchObject([{ kode: 'plan-hoering-svar', art: 'maa-ikke' }]);
    expect(planskridt(state, dag(regime, '04-16'))).toMatchObject([{ kode: 'plan-godkendelse', art: 'skal' }]);
  });
});

test('En revision fører målene videre i én hændelse, så journalen ikke gentager dem', () => {
  const events = sket(
    'BL',
    opret('BL', {
      planId: NY,
      reviderer: { planId: PLAN, barnId: BARN, gaeldende: true, planversion: 1, godkendt: '2024-03-01' },
    }),
    {
      type: 'ViderefoerMaal',
      dato: '2024-04-01',
      fraPlanId: PLAN,
      maal: [
        { maalId: nr('21'), fraMaalId: MAAL, maal: 'Møder til tiden.', indsatsIder: [INDSATS], kilde },
        { maalId: nr('22'), fraMaalId: NY, overmaalId: nr('21'), maal: 'Op kl. 7.', indsatsIder: [] },
      ],
    },
  );
  expect(events.map(({ type }) => type)).toEqual(['ics.PlanOprettet', 'ics.MaalViderefoert']);
  expect(vis(events)).toMatchObject({
    planversion: 2,
    reviderer: PLAN,
    maal: [
      { fraMaalId: MAAL, indsatsIder: [INDSATS], status: 'ikke-begyndt', kilde: { version: 4 } },
      { fraMaalId: NY, overmaalId: nr('21'), maal: 'Op kl. 7.' },
    ],
  });
});

describe('Opfølgning på en indsats uden plan', () => {
  const uden = (r: Regime, mere: object = {}) => {
    const { maalstatus: _maal, type: _type, ...resten } = opfoelgning(r);
    return {
      type: 'FoelgOpUdenPlan',
      ...resten,
      barnId: BARN,
      sagId: nr('0c'),
      ivaerksatDato: dag(r, '04-01'),
      ...mere,
    } as const;
  };

  test.each(BEGGE)('Der er ingen plan at revidere; den kan laves (%s)', (regime) => {
    const intet = given(opfoelgningDecider);
    expect(intet.refused(uden(regime, { planvurdering: 'revideres' }), nu(regime))).toMatchObject({
      kode: 'planvurdering-passer-ikke',
      mere: { paragraf: OPF_P[regime] },
    });
    expect(intet.then(uden(regime, { planvurdering: 'laves' }), nu(regime))).toHaveLength(1);
  });

  test.each(BEGGE)('Der følges ikke op, før indsatsen er sat i værk (%s)', (regime) => {
    expect(
      given(opfoelgningDecider).refused(uden(regime, { ivaerksatDato: dag(regime, '06-02') }), nu(regime)).kode,
    ).toBe('forkert-raekkefoelge');
  });
});

describe.each(BEGGE)('Næste opfølgning uden indsats (%s)', (regime) => {
  const skridtet = (iDag: string, mere: Partial<AfholdOpfoelgning> = {}) => {
    const holdt = opfoelgning(regime, { indsatsIder: [], naesteDato: dag(regime, '09-01'), ...mere });
    const state = plan(...sket(regime, ...gaeldende(regime), holdt));
    const fundet = planskridt(state, dag(regime, iDag)).find(({ kode }) => kode === 'plan-opfoelgning');
    return [fundet?.art, fundet?.tekst];
  };

  test('Den dag, der er besluttet, huskes, og når den er der, skal der følges op (SEL § 70, BL § 95, stk. 3)', () => {
    const tekst = `Følg op på planen senest ${dag(regime, '09-01')}, som det er besluttet`;
    expect([skridtet('08-31'), skridtet('09-01'), skridtet('10-15')]).toEqual([
      ['kan', tekst],
      ['skal', tekst],
      ['skal', tekst],
    ]);
  });

  test('Hvor en indsats har fristen, er det den, der siger hvornår', () => {
    expect(skridtet('10-15', { indsatsIder: [INDSATS] })).toEqual(['kan', 'Følg op på planen']);
  });
});
