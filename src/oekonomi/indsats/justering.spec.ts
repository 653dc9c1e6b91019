import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import * as E from './indsats.events.js';
import { indsatsDecider, type OphoerIndsats } from './indsats.js';
import { kraevIkkeTilbage, type BeslutIndsatsophoer, type JusterIndsats } from './justering.js';
import { type Regime } from './tilstand.js';
import { indsatsskridt } from './vejledning.js';

const I = '00000000-0000-7000-8000-00000000000a';
const BARN = '00000000-0000-7000-8000-00000000000b';
const SAG = '00000000-0000-7000-8000-00000000000c';
const AFG = '00000000-0000-7000-8000-00000000000d';
const id = { indsatsId: I, barnId: BARN, sagId: SAG };
const LOVE: readonly Regime[] = ['SEL', 'BL'];
const AAR: Readonly<Record<Regime, string>> = { SEL: '2023', BL: '2024' };
const dag = (regime: Regime, d: string): string => `${AAR[regime]}-${d}`;
const nu = (regime: Regime) => context(`${AAR[regime]}-12-20T10:00:00+01:00`);

const bevilget = (regime: Regime) =>
  event(E.IndsatsBevilget, {
    ...{ ...id, regime, indsatskode: 'kontaktperson', indsatsnavn: 'Fast kontaktperson', maalgruppe: 'barn' },
    ...{ pgfKode: '230', hjemmel: 'x', afgoerelseDato: dag(regime, '03-01'), forventetStart: dag(regime, '03-10') },
    ...{
      forventetVarighedMaaneder: 12,
      prisOere: 42_500,
      prisEnhed: 'time',
      antalHundrededele: 1000,
      antalPr: 'maaned',
    },
    ...{ planUndtaget: false, planBesluttet: false, formaal: 'Ro.', begrundelse: 'Behov.', barnetsHoldning: 'Ja.' },
  });
const ivaerksat = (regime: Regime) =>
  event(E.IndsatsIvaerksat, { ...id, regime, pgfKode: '230', ivaerksatDato: dag(regime, '03-10') });
const igang = (regime: Regime) => given(indsatsDecider, bevilget(regime), ivaerksat(regime));
const juster = (regime: Regime, mere: Partial<JusterIndsats> = {}): JusterIndsats => ({
  type: 'JusterIndsats',
  ...{ regime, gaelderFra: dag(regime, '07-01'), mangler: [], begrundelse: 'Behovet er et andet.' },
  ...mere,
});

describe.each(LOVE)('Justering af en indsats (%s)', (regime) => {
  const opfoelgning = { SEL: 'SEL § 70', BL: 'BL § 95' }[regime];
  const samtykke = { SEL: 'SEL § 52, stk. 2', BL: 'BL § 32, stk. 2' }[regime];
  const samtale = { SEL: 'SEL § 48', BL: 'BL § 5, stk. 3-4' }[regime];

  it('hjælpen kan gøres mindre fra den dag, det afgøres, og ikke før (SEL § 70 / BL § 95)', () => {
    const fra = (art: 'mindre' | 'mere', gaelderFra: string) => (): void =>
      kraevIkkeTilbage(art, dag(regime, gaelderFra), dag(regime, '07-20'), regime);
    expect(fra('mindre', '07-19')).toThrow(
      expect.objectContaining({ kode: 'justering-tilbage-i-tid', mere: { felt: 'gaelderFra', paragraf: opfoelgning } }),
    );
    expect(fra('mindre', '07-20')).not.toThrow();
    expect(fra('mere', '07-19')).not.toThrow();
  });

  it('kun prisen: hverken samtykke eller samtale efterspørges', () => {
    const mangler = [{ kode: 'boernesamtale', tekst: 'Samtale', hjemmel: samtale }];
    expect(igang(regime).then(juster(regime, { prisOere: 45_000, mangler }), nu(regime))).toHaveLength(1);
  });

  it.each<[string, Partial<JusterIndsats>, string]>([
    ['ny pris', { prisOere: 45_000 }, 'pris'],
    // 10 hours a month are 2.3 a week: 2 a week is less, 2.5 is more.
    [
      'færre timer, sagt på en anden måde',
      { omfang: { antalHundrededele: 200, antalPr: 'uge' }, afgoerelseId: AFG },
      'mindre',
    ],
    [
      'flere timer',
      { omfang: { antalHundrededele: 250, antalPr: 'uge' }, afgoerelseId: AFG, samtykkeDato: dag(regime, '06-20') },
      'mere',
    ],
    ['kortere', { forventetVarighedMaaneder: 6, afgoerelseId: AFG }, 'mindre'],
    ['længere', { forventetVarighedMaaneder: 18, afgoerelseId: AFG, samtykkeDato: dag(regime, '06-20') }, 'mere'],
    [
      'længere, men færre timer, går familien imod',
      { forventetVarighedMaaneder: 18, omfang: { antalHundrededele: 100, antalPr: 'uge' }, afgoerelseId: AFG },
      'mindre',
    ],
  ])('%s', (_navn, mere, art) => {
    expect(igang(regime).then(juster(regime, mere), nu(regime))).toMatchObject([
      { type: 'oekonomi.IndsatsJusteret', data: { art, gaelderFra: dag(regime, '07-01'), regime } },
    ]);
  });

  it('det, der ikke ændres, gælder fortsat; det gamle står i loggen', () => {
    const events = igang(regime).then(juster(regime, { prisOere: 45_000 }), nu(regime));
    expect(given(indsatsDecider, bevilget(regime), ivaerksat(regime), ...events).state).toMatchObject({
      aftale: { prisOere: 45_000, prisEnhed: 'time', omfang: { antalHundrededele: 1000, antalPr: 'maaned' } },
      justeret: dag(regime, '07-01'),
    });
  });

  it.each<[string, Partial<JusterIndsats>, string, string | undefined]>([
    ['intet ændret', {}, 'intet-at-justere', undefined],
    ['det samme', { prisOere: 42_500 }, 'intet-at-justere', undefined],
    [
      'udvidelse uden samtykke fra dem, der skal give det',
      {
        ...{ forventetVarighedMaaneder: 18, afgoerelseId: AFG },
        mangler: [{ kode: 'samtykke-mangler', tekst: 'Far', hjemmel: samtykke }],
      },
      'indsats-kan-ikke-justeres',
      samtykke,
    ],
    [
      'mindre hjælp uden samtale med barnet',
      {
        ...{ forventetVarighedMaaneder: 6, afgoerelseId: AFG },
        mangler: [{ kode: 'boernesamtale', tekst: 'Samtale', hjemmel: samtale }],
      },
      'indsats-kan-ikke-justeres',
      samtale,
    ],
    ['mindre hjælp uden afgørelse', { forventetVarighedMaaneder: 6 }, 'afgoerelse-mangler', opfoelgning],
    ['fra før starten', { prisOere: 1, gaelderFra: dag(regime, '03-09') }, 'forkert-raekkefoelge', undefined],
  ])('afvises: %s', (_navn, mere, kode, paragraf) => {
    const afvist = igang(regime).refused(juster(regime, mere), nu(regime));
    expect([afvist.kode, afvist.mere.paragraf]).toEqual([kode, paragraf]);
  });

  it('kun en indsats, som er i gang, kan justeres', () => {
    expect(given(indsatsDecider, bevilget(regime)).refused(juster(regime, { prisOere: 1 }), nu(regime))).toMatchObject({
      kode: 'indsats-ikke-i-gang',
      mere: { status: 409, paragraf: opfoelgning },
    });
  });

  const beslut: BeslutIndsatsophoer = {
    type: 'BeslutIndsatsophoer',
    ...{ regime, afgoerelseId: AFG, afgoerelseDato: dag(regime, '08-01'), virkningFra: dag(regime, '09-01') },
    ...{ begrundelse: 'Behovet er ophørt.', barnetsHoldning: 'Vil gerne fortsætte.' },
  };
  const ophoer: OphoerIndsats = {
    type: 'OphoerIndsats',
    dato: dag(regime, '09-01'),
    aarsag: 'kommunens-afgoerelse',
    begrundelse: 'Afgjort.',
  };

  it('kommunen kan kun stoppe indsatsen efter en afgørelse, og ikke før dens virkning (forvaltningsloven § 19)', () => {
    expect(igang(regime).refused(ophoer, nu(regime))).toMatchObject({
      kode: 'ophoer-ikke-afgjort',
      mere: { paragraf: 'forvaltningsloven § 19', mangler: ['ophoersafgoerelse'] },
    });
    const besluttet = igang(regime).then(beslut, nu(regime));
    const efter = given(indsatsDecider, bevilget(regime), ivaerksat(regime), ...besluttet);
    expect(efter.refused({ ...ophoer, dato: dag(regime, '08-31') }, nu(regime))).toMatchObject({
      kode: 'ophoer-foer-virkning',
    });
    expect(efter.then(ophoer, nu(regime))).toMatchObject([{ type: 'oekonomi.IndsatsOphoert' }]);
    expect(efter.refused(beslut, nu(regime)).mere.status).toBe(409);
  });

  it.each<[string, Partial<BeslutIndsatsophoer>, string]>([
    ['virkning før afgørelsen', { virkningFra: dag(regime, '07-31') }, 'forkert-raekkefoelge'],
    ['før bevillingen', { afgoerelseDato: dag(regime, '02-01') }, 'forkert-raekkefoelge'],
    ['i fremtiden', { afgoerelseDato: dag(regime, '12-21') }, 'dato-i-fremtiden'],
  ])('ophørsafgørelsen afvises: %s', (_navn, mere, kode) => {
    expect(igang(regime).refused({ ...beslut, ...mere }, nu(regime)).kode).toBe(kode);
  });

  it('et samtykke, der trækkes tilbage, skal afklares, til det er genoprettet eller indsatsen er ophørt', () => {
    const bortfald = { type: 'BortfaldIndsatssamtykke', regime, personId: BARN, dato: dag(regime, '07-01') } as const;
    const uden = igang(regime).then(bortfald, nu(regime));
    const efter = given(indsatsDecider, bevilget(regime), ivaerksat(regime), ...uden);
    expect(indsatsskridt(efter.state, dag(regime, '07-02')).map(({ kode }) => kode)).toContain('indsats-uden-samtykke');
    const genopret = { type: 'GenopretIndsatssamtykke', regime, dato: dag(regime, '07-05') } as const;
    const igen = efter.then(genopret, nu(regime));
    const bagefter = given(indsatsDecider, bevilget(regime), ivaerksat(regime), ...uden, ...igen);
    expect(indsatsskridt(bagefter.state, dag(regime, '07-06')).map(({ kode }) => kode)).toEqual([
      'indsats-opfoelgning',
      'indsats-justering',
      'indsats-ophoer',
      'indsats-opstartsmoede',
    ]);
    expect(igang(regime).then(genopret, nu(regime))).toEqual([]);
  });

  it('en indsats, der er ophørt, mister ikke et samtykke, og ophøret afgøres ikke igen', () => {
    const ophoert = event(E.IndsatsOphoert, {
      ...{ ...id, ophoertDato: dag(regime, '06-30'), ivaerksat: true, aarsag: 'formaal-opnaaet', begrundelse: 'Nået.' },
    });
    const slut = given(indsatsDecider, bevilget(regime), ivaerksat(regime), ophoert);
    const bortfald = { type: 'BortfaldIndsatssamtykke', regime, personId: BARN, dato: dag(regime, '07-01') } as const;
    for (const kommando of [bortfald, beslut]) {
      expect(slut.refused(kommando, nu(regime))).toMatchObject({ kode: 'indsats-ophoert', mere: { status: 409 } });
      expect(igang(regime).then(kommando, nu(regime))).toHaveLength(1);
    }
  });

  it('vejledningen siger, hvornår et afgjort ophør må ske', () => {
    const besluttet = igang(regime).then(beslut, nu(regime));
    const { state } = given(indsatsDecider, bevilget(regime), ivaerksat(regime), ...besluttet);
    const ophoersskridt = (d: string) =>
      indsatsskridt(state, dag(regime, d)).find(({ kode }) => kode === 'indsats-ophoer');
    expect([ophoersskridt('08-31')?.art, ophoersskridt('09-01')?.art]).toEqual(['maa-ikke', 'skal']);
  });
});
