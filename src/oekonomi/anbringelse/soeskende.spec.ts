import { indlaesLovpakke } from '../../faelles/lov/lovpakke.js';
import { type KendtSoeskende, type Soeskendesvar, type VurderSoeskende } from './soeskende.js';
import { SoeskendeVurderet } from './soeskende.events.js';
import { A, BARN, dag, igang, LILLESOESTER, LOVE, MOR, nu, SAG, svar, type Regime } from './testing/forloeb.js';
import { ophoer, sket } from './testing/kommandoer.js';
import { anbringelsesskridt } from './vejledning.js';

const STOREBROR = '00000000-0000-7000-8000-0000000000aa';
const lov = indlaesLovpakke();

const kendt = (personId: string, under15: boolean | null, paaAfgoerelsesdagen = true): KendtSoeskende => ({
  ...{ personId, under15, paaAfgoerelsesdagen, kanUndersoeges: true },
});
const BEGGE: readonly KendtSoeskende[] = [kendt(LILLESOESTER, true), kendt(STOREBROR, false)];

const vurder = (
  regime: Regime,
  svarene: readonly Soeskendesvar[],
  kendte: readonly KendtSoeskende[] = BEGGE,
): VurderSoeskende => ({
  type: 'VurderSoeskende',
  ...{ dato: dag(regime, '04-01'), svar: svarene, vurdering: 'Børnene bor sammen.', kendte },
});
const undersoeges = { personId: LILLESOESTER, udfald: 'undersoeges' } as const;

/** Placed because of neglect, with a little sister under 15 and a big brother who is not. */
const anbragt = (regime: Regime, omsorgssvigt = true) =>
  igang(regime, {
    ...{ omsorgssvigt, soeskende: [LILLESOESTER, STOREBROR], soeskendeIkkeOmfattet: [STOREBROR] },
  });
const naeste = (regime: Regime, events: ReturnType<typeof anbragt>, soeskende?: readonly string[]) =>
  anbringelsesskridt(sket(...events).state, dag(regime, '05-01'), lov, { soeskende }).filter(
    ({ kode }) => kode === 'soeskende-vurdering',
  );

describe('Søskende, når barnet er anbragt på grund af omsorgssvigt efter barnets lov (BL § 21, stk. 2-3)', () => {
  const nej = (svarene: readonly Soeskendesvar[], kendte = BEGGE) =>
    svar(sket(...anbragt('BL')).refused(vurder('BL', svarene, kendte), nu('BL')));

  test.each<[string, Soeskendesvar]>([
    ['en undersøgelse sættes i gang (stk. 2)', undersoeges],
    [
      'undersøgelsen undlades, for der er åbenbart ikke behov (stk. 3)',
      { personId: LILLESOESTER, udfald: 'undladt', begrundelse: 'Bor på efterskole og trives.' },
    ],
    ['søskende hører ikke til husstanden (stk. 2)', { personId: LILLESOESTER, udfald: 'ikke-i-husstanden' }],
  ])('lovligt: %s', (_navn, et) => {
    const { personId, udfald, begrundelse } = et;
    const [vurderet] = sket(...anbragt('BL')).then(vurder('BL', [et]), nu('BL'));
    expect(vurderet?.data).toEqual({
      ...{ anbringelseId: A, barnId: BARN, sagId: SAG, dato: dag('BL', '04-01'), vurdering: 'Børnene bor sammen.' },
      ...{ soeskende: [personId], udfald: [{ personId, udfald }] },
      ...(begrundelse === undefined ? {} : { begrundelser: [{ personId, begrundelse }] }),
    });
  });

  test('en søskende under 15 år uden svar → 422 med dem, der mangler (stk. 2)', () => {
    const mangler = { status: 422, kode: 'soeskende-uden-svar', paragraf: 'BL § 21, stk. 2', mangler: [LILLESOESTER] };
    expect(nej([])).toEqual(mangler);
    expect(nej([{ personId: LILLESOESTER }])).toEqual(mangler);
    expect(nej([{ personId: STOREBROR, udfald: 'ikke-under-15' }])).toEqual(mangler);
  });

  test('en søskende, hvis alder ikke kendes, skal der også svares for (stk. 2)', () => {
    const ukendt = [kendt(LILLESOESTER, null)];
    expect(nej([], ukendt).mangler).toEqual([LILLESOESTER]);
    const stor = vurder('BL', [{ personId: LILLESOESTER, udfald: 'ikke-under-15' }], ukendt);
    expect(sket(...anbragt('BL')).then(stor, nu('BL'))).toHaveLength(1);
  });

  test('når anbringelsen er ophørt, kan der kun svares på ny for den, en undersøgelse stadig kræves af (stk. 2-3)', () => {
    const undladt = { personId: LILLESOESTER, udfald: 'undladt', begrundelse: 'Trives.' } as const;
    const efter = (...svarene: readonly Soeskendesvar[]) => {
      const besvaret = [...anbragt('BL'), ...sket(...anbragt('BL')).then(vurder('BL', svarene), nu('BL'))];
      return sket(...besvaret, ...sket(...besvaret).then(ophoer('BL', 'doed', dag('BL', '04-10')), nu('BL')));
    };
    const paaNy = (...svarene: readonly Soeskendesvar[]) => ({
      ...{ ...vurder('BL', svarene), dato: dag('BL', '04-20'), kraevede: [LILLESOESTER] },
    });
    expect(efter(undersoeges).then(paaNy(undladt), nu('BL'))[0]?.data).toMatchObject({
      udfald: [{ personId: LILLESOESTER, udfald: 'undladt' }],
    });
    const ophoert = { status: 409, kode: 'anbringelse-ophoert' };
    expect(svar(efter(undersoeges).refused(paaNy(undersoeges), nu('BL')))).toMatchObject(ophoert);
    expect(svar(efter(undersoeges).refused(paaNy(), nu('BL')))).toMatchObject(ophoert);
    // Nothing is demanded of one whom it was left out for, or whose investigation has begun or been carried out.
    for (const besvaret of [efter(undladt), efter(undersoeges)])
      expect(svar(besvaret.refused({ ...paaNy(undladt), kraevede: [] }, nu('BL')))).toMatchObject(ophoert);
    const ogsaa = paaNy(undladt, { personId: STOREBROR, udfald: 'undladt', begrundelse: 'Trives.' });
    expect(svar(efter(undersoeges).refused(ogsaa, nu('BL')))).toMatchObject(ophoert);
    expect(svar(efter(undersoeges).refused(paaNy({ ...undladt, udfald: 'ikke-under-15' }), nu('BL')))).toMatchObject({
      kode: 'soeskende-er-under-15',
    });
  });

  test('en, der blev søskende efter afgørelsen, kan besvares, men kræves ikke (stk. 2)', () => {
    const nyfoedt = kendt(MOR, true, false);
    expect(
      sket(...anbragt('BL')).then(vurder('BL', [undersoeges], [...BEGGE, nyfoedt]), nu('BL'))[0]?.data,
    ).toMatchObject({ soeskende: [LILLESOESTER] });
    const ogsaa = [undersoeges, { personId: MOR, udfald: 'undersoeges' } as const];
    expect(sket(...anbragt('BL')).then(vurder('BL', ogsaa, [...BEGGE, nyfoedt]), nu('BL'))[0]?.data).toMatchObject({
      soeskende: [LILLESOESTER, MOR],
    });
  });

  test('det, der er svaret før, står; en, der siden er registreret, skal der svares for (stk. 2)', () => {
    const events = [...anbragt('BL'), ...sket(...anbragt('BL')).then(vurder('BL', [undersoeges]), nu('BL'))];
    expect(sket(...events).then(vurder('BL', []), nu('BL'))).toHaveLength(1);
    expect(svar(sket(...events).refused(vurder('BL', [], [...BEGGE, kendt(MOR, true)]), nu('BL'))).mangler).toEqual([
      MOR,
    ]);
  });

  test('en undladelse uden begrundelse → nej (stk. 3)', () => {
    expect(nej([{ personId: LILLESOESTER, udfald: 'undladt' }])).toEqual({
      ...{ status: 422, kode: 'undladelse-uden-begrundelse', paragraf: 'BL § 21, stk. 3', mangler: ['begrundelse'] },
    });
  });

  test('en på under 15 år kan ikke meldes som ældre (stk. 2)', () => {
    expect(nej([{ personId: LILLESOESTER, udfald: 'ikke-under-15' }])).toEqual({
      ...{ status: 422, kode: 'soeskende-er-under-15', paragraf: 'BL § 21, stk. 2', mangler: [] },
    });
  });

  test('en, der ikke er registreret som søskende → nej (stk. 2)', () => {
    expect(nej([undersoeges, { personId: MOR, udfald: 'undersoeges' }])).toEqual({
      ...{ status: 422, kode: 'ikke-soeskende', paragraf: 'BL § 21, stk. 2', mangler: [] },
    });
  });

  test('vejledningen nævner dem, der ikke er svaret for, til de er det (stk. 2-3)', () => {
    const foer = anbragt('BL');
    const [skridt] = naeste('BL', foer);
    expect(skridt).toMatchObject({ art: 'skal', hjemmel: 'BL § 21, stk. 2-3' });
    expect([skridt?.tekst.includes(LILLESOESTER), skridt?.tekst.includes(STOREBROR)]).toEqual([true, false]);
    const efter = [...foer, ...sket(...foer).then(vurder('BL', [undersoeges]), nu('BL'))];
    expect(naeste('BL', efter)).toEqual([]);
    // Registered since as a brother or sister on the day of the decision; and one registered by mistake is not asked about.
    expect(naeste('BL', efter, [LILLESOESTER, STOREBROR, MOR])).toMatchObject([
      { tekst: expect.stringContaining(MOR) },
    ]);
    expect(naeste('BL', foer, [STOREBROR])).toMatchObject([{ tekst: expect.not.stringContaining(LILLESOESTER) }]);
  });

  test('uden søskende skrives det ned én gang (stk. 2)', () => {
    const alene = igang('BL', { omsorgssvigt: true });
    expect(naeste('BL', alene)).toHaveLength(1);
    expect(naeste('BL', [...alene, ...sket(...alene).then(vurder('BL', [], []), nu('BL'))])).toEqual([]);
  });

  test('en vurdering fra før, der skulle svares for hver, læses stadig, og der mangler stadig svar (stk. 2)', () => {
    const gammel = {
      type: SoeskendeVurderet.type,
      data: {
        ...{ anbringelseId: A, barnId: BARN, sagId: SAG, dato: dag('BL', '04-01') },
        ...{ soeskende: [LILLESOESTER], vurdering: 'Har det godt.' },
      },
    };
    const events = [...anbragt('BL'), gammel];
    expect(sket(...events).state).toMatchObject({ soeskendeVurderet: dag('BL', '04-01'), soeskendesvar: {} });
    expect(SoeskendeVurderet.journal(gammel.data).tekst).toBe(`${dag('BL', '04-01')}. Har det godt.`);
    expect(naeste('BL', events)).toHaveLength(1);
  });

  test('journalen siger, hvad der blev svaret, og hvorfor undersøgelsen er undladt (stk. 3)', () => {
    const [vurderet] = sket(...anbragt('BL')).then(
      vurder('BL', [{ personId: LILLESOESTER, udfald: 'undladt', begrundelse: 'Trives hos sin far.' }]),
      nu('BL'),
    );
    if (vurderet?.type !== 'oekonomi.SoeskendeVurderet') throw new Error('no assessment');
    expect(SoeskendeVurderet.journal(vurderet.data).tekst).toBe(
      `${dag('BL', '04-01')}. Børnene bor sammen. 1 søskende: undersøgelsen undlades, for der er åbenbart ikke behov for den. Undladt: Trives hos sin far.`,
    );
  });
});

test.each<[string, Regime, boolean]>([
  ['serviceloven har ikke kravet', 'SEL', true],
  ['barnets lov har det kun ved omsorgssvigt eller overgreb (BL § 21, stk. 2)', 'BL', false],
])('Søskende kan vurderes uden svar for hver: %s', (_navn, regime, omsorgssvigt) => {
  const events = anbragt(regime, omsorgssvigt);
  expect(sket(...events).then(vurder(regime, [{ personId: LILLESOESTER }]), nu(regime))).toMatchObject([
    { data: { soeskende: [LILLESOESTER] } },
  ]);
  expect(sket(...events).then(vurder(regime, []), nu(regime))[0]?.data).not.toHaveProperty('udfald');
  expect(naeste(regime, events)).toEqual([]);
});

describe.each(LOVE)('Vurderingen af søskende under %s', (regime) => {
  test('samme søskende to gange → nej', () => {
    const igen = vurder(regime, [undersoeges, undersoeges]);
    expect(svar(sket(...anbragt(regime)).refused(igen, nu(regime)))).toMatchObject({
      ...{ status: 422, kode: 'soeskende-to-gange' },
    });
  });

  test('en, der ikke er søskende, kan heller ikke vurderes frivilligt', () => {
    const fremmed = vurder(regime, [{ personId: MOR }]);
    expect(svar(sket(...anbragt(regime, false)).refused(fremmed, nu(regime)))).toMatchObject({
      ...{ kode: 'ikke-soeskende', paragraf: regime === 'SEL' ? undefined : 'BL § 21, stk. 2' },
    });
  });

  test('før anbringelsen er besluttet, i fremtiden, eller når den er ophørt → nej', () => {
    const paa = (dato: string) => ({ ...vurder(regime, [undersoeges]), dato });
    const afvist = (dato: string) => sket(...anbragt(regime)).refused(paa(dato), nu(regime)).kode;
    expect([afvist(dag(regime, '03-04')), afvist(dag(regime, '12-21', 1))]).toEqual([
      ...['forkert-raekkefoelge', 'dato-i-fremtiden'],
    ]);
    const slut = [
      ...anbragt(regime),
      ...sket(...anbragt(regime)).then(ophoer(regime, 'doed', dag(regime, '06-01')), nu(regime)),
    ];
    expect(svar(sket(...slut).refused(paa(dag(regime, '04-01')), nu(regime)))).toMatchObject({
      ...{ status: 409, kode: 'anbringelse-ophoert' },
    });
  });
});
