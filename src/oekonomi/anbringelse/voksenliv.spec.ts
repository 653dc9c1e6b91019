import { given } from '../../platform/testing/given-when-then.js';
import { anbringelseDecider } from './anbringelse.js';
import {
  AFG,
  beslut,
  BFU,
  BUU,
  dag,
  efter,
  igang,
  LOVE,
  nu,
  PLAN,
  svar,
  udvalg,
  type Regime,
} from './testing/forloeb.js';
import { type AfgoerUngestoette, type BeslutPermanent } from './voksenliv.js';

const uden = <T extends object>(kommando: T, ...felter: readonly (keyof T)[]): T =>
  Object.fromEntries(Object.entries(kommando).filter(([felt]) => !felter.includes(felt as keyof T))) as unknown as T;
const hjemmel = { SEL: 'SEL § 68 a', BL: 'BL § 67' } as const;
// The placement has run for a year and nine months when the committee meets; three years are not over yet.
const permanent = (regime: Regime, mere: Partial<BeslutPermanent> = {}): BeslutPermanent => ({
  type: 'BeslutPermanent',
  ...{
    regime,
    hjemmel: hjemmel[regime],
    dato: dag(regime, '12-01', 1),
    udvalg: udvalg(regime, dag(regime, '12-01', 1)),
  },
  ...{ tidligst: dag(regime, '12-01', 1), bfu: { bfuId: BFU, afsluttet: dag(regime, '10-01', 1) } },
  ...{ plan: { planId: PLAN, godkendt: dag(regime, '10-10', 1) }, psykologiskVurderingDato: dag(regime, '11-01', 1) },
  ...{ alder: 9, samtykkeFraAar: 15, tilknytning: 'Kalder dem mor og far.', barnetsHoldning: 'Vil blive.' },
  ...mere,
});
const ungestoette = (regime: Regime, mere: Partial<AfgoerUngestoette> = {}): AfgoerUngestoette => ({
  type: 'AfgoerUngestoette',
  ...{ regime, afgoerelseId: AFG, afgoerelseDato: dag(regime, '11-20'), udfald: 'doegnophold' },
  ...{
    graense: dag(regime, '05-23', 6),
    fylder16: dag(regime, '05-23', -1),
    planrevision: { hjemmel: regime === 'SEL' ? 'SEL § 68, stk. 11' : 'BL § 111, stk. 2-3' },
  },
  ...{
    plan: { planId: PLAN, godkendt: dag(regime, '11-01') },
    boernesamtale: { art: 'holdt', dato: dag(regime, '11-05') },
  },
  ...{ begrundelse: 'Uddannelse.', ungesHoldning: 'Vil gerne.' },
  ...mere,
});

describe.each(LOVE)('Permanent anbringelse (%s)', (regime) => {
  const anbragt = () => given(anbringelseDecider, ...igang(regime));

  it.each<[string, BeslutPermanent, object]>([
    ['efter tre år', permanent(regime), { udvalgsafgoerelseId: BUU, bfuId: BFU, planId: PLAN }],
    [
      'en på 15 har samtykket',
      permanent(regime, { alder: 15, samtykkeDato: dag(regime, '11-20', 1) }),
      { samtykkeDato: dag(regime, '11-20', 1) },
    ],
    ['en på 14 skal ikke samtykke', permanent(regime, { alder: 14 }), {}],
  ])('lovligt: %s', (_navn, kommando, data) => {
    expect(anbragt().then(kommando, nu(regime))).toMatchObject([
      { type: 'oekonomi.PermanentAnbringelseBesluttet', data },
    ]);
  });

  it.each<[string, BeslutPermanent, string]>([
    ['dagen før de tre år', permanent(regime, { tidligst: dag(regime, '12-02', 1) }), 'tre-aar'],
    ['undersøgelsen er ikke afsluttet', permanent(regime, { bfu: { bfuId: BFU, afsluttet: null } }), 'revideret-bfu'],
    [
      'undersøgelsen er den, barnet blev anbragt efter',
      permanent(regime, { bfu: { bfuId: BFU, afsluttet: dag(regime, '03-10') } }),
      'revideret-bfu',
    ],
    ['planen gælder ikke', permanent(regime, { plan: { planId: PLAN, godkendt: null } }), 'revideret-plan'],
    [
      'planen er den, barnet blev anbragt med',
      permanent(regime, { plan: { planId: PLAN, godkendt: dag(regime, '03-10') } }),
      'revideret-plan',
    ],
    [
      'planen er revideret dagen efter',
      permanent(regime, { plan: { planId: PLAN, godkendt: dag(regime, '12-02', 1) } }),
      'revideret-plan',
    ],
    [
      'den psykologiske vurdering er senere',
      permanent(regime, { psykologiskVurderingDato: dag(regime, '12-02', 1) }),
      'psykologisk-vurdering',
    ],
    ['en på 15 har ikke samtykket', permanent(regime, { alder: 15 }), 'unges-samtykke'],
    [
      'en på 15 samtykkede først bagefter',
      permanent(regime, { alder: 15, samtykkeDato: dag(regime, '12-02', 1) }),
      'unges-samtykke',
    ],
  ])('ulovligt: %s', (_navn, kommando, mangel) => {
    expect(svar(anbragt().refused(kommando, nu(regime)))).toEqual({
      ...{ status: 422, kode: 'permanent-kan-ikke-besluttes', mangler: [mangel], paragraf: hjemmel[regime] },
    });
  });

  it('alt, der mangler, siges på én gang', () => {
    const kommando = permanent(regime, {
      ...{ tidligst: dag(regime, '03-10', 3), alder: 16, bfu: { bfuId: BFU, afsluttet: null } },
      plan: { planId: PLAN, godkendt: null },
    });
    expect(svar(anbragt().refused(kommando, nu(regime))).mangler).toEqual([
      ...['tre-aar', 'revideret-bfu', 'revideret-plan', 'unges-samtykke'],
    ]);
  });

  it('én gang, og ikke for en, der er fyldt 18', () => {
    const er = given(anbringelseDecider, ...igang(regime), ...anbragt().then(permanent(regime), nu(regime)));
    expect(er.state).toMatchObject({ permanent: dag(regime, '12-01', 1) });
    expect(svar(er.refused(permanent(regime), nu(regime)))).toMatchObject({ status: 409, kode: 'allerede-permanent' });
    const ung = igang(regime, { grundlag: 'ungestoette', alder: 18 }, { myndigDato: dag(regime, '03-10') });
    expect(svar(given(anbringelseDecider, ...ung).refused(permanent(regime), nu(regime)))).toMatchObject({
      ...{ status: 409, kode: 'er-ungestoette' },
    });
  });
});

describe('Permanent anbringelse før de tre år', () => {
  const saerregel = { grund: 'bl-68-stk-2', begrundelse: 'Tidligere permanent anbragt.' } as const;
  const tidligt = (regime: Regime) => permanent(regime, { tidligst: dag(regime, '03-10', 3), saerregel });

  it('kan ske efter en særregel i barnets lov, med grund og begrundelse (BL § 50, stk. 7; § 68, stk. 2)', () => {
    expect(given(anbringelseDecider, ...igang('BL')).then(tidligt('BL'), nu('BL'))).toMatchObject([
      { data: { saerregelgrund: 'bl-68-stk-2', saerregel: 'Tidligere permanent anbragt.' } },
    ]);
  });

  it('kan ikke ske efter serviceloven, som ingen særregel har (SEL § 68 a)', () => {
    expect(svar(given(anbringelseDecider, ...igang('SEL')).refused(tidligt('SEL'), nu('SEL')))).toEqual({
      ...{ status: 422, kode: 'permanent-kan-ikke-besluttes', mangler: ['saerregel'], paragraf: 'SEL § 68 a' },
    });
  });
});

describe.each(LOVE)('Afgørelse om ungestøtte (%s)', (regime) => {
  const anbragt = () =>
    given(anbringelseDecider, ...igang(regime, { alder: 16 }, { myndigDato: dag(regime, '05-23', 1) }));
  const revision = { SEL: 'SEL § 68, stk. 11', BL: 'BL § 111, stk. 2-3' }[regime];

  it.each(['doegnophold', 'anden-stoette', 'ingen'] as const)('lovligt: %s', (udfald) => {
    const [event] = anbragt().then(ungestoette(regime, { udfald }), nu(regime));
    expect(event).toMatchObject({ type: 'oekonomi.UngestoetteAfgjort', data: { udfald, planId: PLAN } });
  });

  it('en senere afgørelse afløser den tidligere', () => {
    const foerst = anbragt().then(ungestoette(regime, { udfald: 'ingen' }), nu(regime));
    const igen = anbragt().then(ungestoette(regime, { afgoerelseDato: dag(regime, '02-01', 1) }), nu(regime));
    expect(given(anbringelseDecider, ...igang(regime), ...foerst, ...igen).state).toMatchObject({
      ungestoette: { dato: dag(regime, '02-01', 1), udfald: 'doegnophold' },
    });
  });

  it.each<[string, AfgoerUngestoette, object]>([
    [
      'planen er ikke revideret med den unge',
      uden(ungestoette(regime), 'plan'),
      { mangler: ['ungestoette-planrevision'], paragraf: revision },
    ],
    [
      'planen er revideret efter afgørelsen',
      ungestoette(regime, { plan: { planId: PLAN, godkendt: dag(regime, '11-21') } }),
      { mangler: ['ungestoette-planrevision'], paragraf: revision },
    ],
    [
      'planen er den, den unge blev anbragt med',
      ungestoette(regime, { plan: { planId: PLAN, godkendt: dag(regime, '03-10') } }),
      { mangler: ['ungestoette-planrevision'], paragraf: revision },
    ],
    [
      'den unge er først hørt bagefter',
      ungestoette(regime, { boernesamtale: { art: 'holdt', dato: dag(regime, '11-21') } }),
      { mangler: ['boernesamtale'], paragraf: regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4' },
    ],
    [
      'den unge er ikke hørt',
      uden(ungestoette(regime), 'boernesamtale'),
      {
        kode: 'ungestoette-kan-ikke-afgoeres',
        mangler: ['boernesamtale'],
        paragraf: regime === 'SEL' ? 'SEL § 48' : 'BL § 5, stk. 3-4',
      },
    ],
    [
      'på 23-årsdagen',
      ungestoette(regime, { graense: dag(regime, '11-20') }),
      { kode: 'fyldt-23', paragraf: regime === 'SEL' ? 'SEL § 76' : 'BL §§ 113-118 og 120' },
    ],
    ['uden kendt fødselsdag', ungestoette(regime, { graense: null }), { kode: 'fyldt-23' }],
    [
      'dagen før 16-årsdagen, hvor der endnu ikke er en plan for voksenlivet',
      ungestoette(regime, { fylder16: dag(regime, '11-21') }),
      {
        kode: 'ungestoette-foer-16',
        paragraf: regime === 'SEL' ? 'SEL § 68, stk. 11; § 140' : 'BL §§ 108 og 111',
      },
    ],
    [
      'før den unge var anbragt',
      ungestoette(regime, { afgoerelseDato: dag(regime, '03-09') }),
      { kode: 'forkert-raekkefoelge' },
    ],
  ])('ulovligt: %s', (_navn, kommando, nej) => {
    expect(svar(anbragt().refused(kommando, nu(regime)))).toMatchObject({ status: 422, ...nej });
  });

  it('ikke før anbringelsen er sat i værk', () => {
    const nej = given(anbringelseDecider, ...efter(regime, beslut(regime))).refused(ungestoette(regime), nu(regime));
    expect(svar(nej)).toMatchObject({ status: 409, kode: 'anbringelse-ikke-ivaerksat' });
  });
});
