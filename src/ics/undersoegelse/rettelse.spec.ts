import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import * as A from './afdaekning.events.js';
import * as I from './indhentning.events.js';
import { undersoegelseDecider } from './undersoegelse.js';
import * as E from './undersoegelse.events.js';

const tilhoer = {
  bfuId: '00000000-0000-7000-8000-000000000003',
  barnId: '00000000-0000-7000-8000-000000000001',
  sagId: '00000000-0000-7000-8000-000000000002',
};
const nu = context('2018-12-03T10:00:00+01:00');
const besluttet = event(E.BfuBesluttet, {
  ...tilhoer,
  regime: 'SEL',
  opmaerksomDato: '2018-11-05',
  afgoerelseDato: '2018-11-12',
  begrundelse: 'Fravær.',
});
const samtale = event(I.ForaeldresamtaleAfholdt, { ...tilhoer, dato: '2018-11-07', referat: 'Enige.' });
const afsluttet = event(E.BfuGodkendt, { ...tilhoer, godkendtDato: '2018-12-01', godkendtAf: 'tl01' });
const ret = {
  type: 'RetOpmaerksomhed',
  opmaerksomDato: '2018-10-29',
  begrundelse: 'Brevet kom den 29. oktober.',
} as const;

describe('Opmærksomhedsdatoen rettes (SEL § 50 / BL § 20, stk. 3)', () => {
  it.each([
    ['mens undersøgelsen er i gang', [besluttet, samtale]],
    ['også når den er afsluttet: om den var rettidig, er en kendsgerning', [besluttet, samtale, afsluttet]],
  ])('%s', (_hvornaar, haendt) => {
    expect(given(undersoegelseDecider, ...haendt).then(ret, nu)).toEqual([
      event(E.BfuRettet, {
        ...tilhoer,
        regime: 'SEL',
        afgoerelseDato: '2018-11-12',
        hastighed: 'almindelig',
        opmaerksomDato: '2018-10-29',
        rettet: nu.nu,
        foer: { opmaerksomDato: '2018-11-05' },
        begrundelse: 'Brevet kom den 29. oktober.',
      }),
    ]);
  });

  it.each([
    ['ikke til efter afgørelsen', { opmaerksomDato: '2018-11-13' }, 'opmaerksom-efter-afgoerelse', 'SEL § 50'],
    [
      'ikke til efter det, undersøgelsen hviler på',
      { opmaerksomDato: '2018-11-08' },
      'forkert-raekkefoelge',
      'SEL § 50',
    ],
    ['ikke ud i fremtiden', { opmaerksomDato: '2018-12-04' }, 'dato-i-fremtiden', undefined],
    ['ikke til det, der står i forvejen', { opmaerksomDato: '2018-11-05' }, 'ingen-rettelse', undefined],
    ['ikke uden begrundelse', { begrundelse: ' ' }, 'begrundelse-mangler', 'databeskyttelsesforordningen art. 16'],
  ])('%s', (_regel, aendring, kode, paragraf) => {
    const afvist = given(undersoegelseDecider, besluttet, samtale).refused({ ...ret, ...aendring }, nu);
    expect([afvist.kode, afvist.mere.paragraf]).toEqual([kode, paragraf]);
  });
});

describe.each([
  { regime: 'SEL', aar: '2018', paragraf: 'SEL § 50' },
  { regime: 'BL', aar: '2024', paragraf: 'BL § 20, stk. 3' },
] as const)('Opmærksomhedsdatoen under hver lov: vagter ($regime)', ({ regime, aar, paragraf }) => {
  const dag = (maaneddag: string): string => `${aar}-${maaneddag}`;
  const nu = context(`${dag('12-03')}T10:00:00+01:00`);
  const foer = [
    event(E.BfuBesluttet, {
      ...{ ...tilhoer, regime, opmaerksomDato: dag('11-05'), afgoerelseDato: dag('11-12'), begrundelse: 'Fravær.' },
    }),
    event(I.ForaeldresamtaleAfholdt, { ...tilhoer, dato: dag('11-07'), referat: 'Enige.' }),
  ] as const;
  const efter = given(undersoegelseDecider, ...foer);

  // The day of awareness must lie no later than the first thing that the investigation rests on, 7 November.
  it.each([
    ['efter afgørelsen', dag('11-13'), 'opmaerksom-efter-afgoerelse'],
    ['efter det, undersøgelsen hviler på', dag('11-08'), 'forkert-raekkefoelge'],
  ])('%s er ulovligt; dagen selv er lovlig', (_hvornaar, opmaerksomDato, kode) => {
    expect(efter.refused({ ...ret, opmaerksomDato }, nu)).toMatchObject({
      kode,
      mere: { felt: 'opmaerksomDato', paragraf },
    });
    expect(efter.then({ ...ret, opmaerksomDato: dag('11-07') }, nu)).toMatchObject([
      { type: 'ics.BfuRettet', data: { regime, opmaerksomDato: dag('11-07') } },
    ]);
  });
});

describe('Opmærksomhedsdatoen rettes med det, der hænger på den (BL § 20, stk. 3)', () => {
  const nu2024 = context('2024-06-03T10:00:00+02:00');
  const afdaekning = event(A.AfdaekningBesluttet, {
    ...{ ...tilhoer, opmaerksomDato: '2024-03-04', afgoerelseDato: '2024-03-06' },
    ...{ forhold: ['skoleforhold'], forholdsnavne: ['Skole og dagtilbud'], begrundelse: 'Fravær.' },
  });
  const rettet = { ...ret, opmaerksomDato: '2024-03-01' };

  test('lovens sidste dag følger med, så milepæle og foreløbig vurdering måles mod den rigtige', () => {
    const hurtig = event(E.BfuBesluttet, {
      ...{ ...tilhoer, regime: 'BL', opmaerksomDato: '2024-03-04', afgoerelseDato: '2024-03-06' },
      ...{ begrundelse: 'Fravær.', hastighed: 'hurtig', frist: '2024-07-04' },
    });
    // 1 March + 4 months.
    const [e] = given(undersoegelseDecider, hurtig).then({ ...rettet, frist: '2024-07-01' }, nu2024);
    if (e === undefined) throw new Error('not corrected');
    expect(e).toMatchObject({ type: 'ics.BfuRettet', data: { frist: '2024-07-01' } });
    expect(given(undersoegelseDecider, hurtig, e).state).toMatchObject({
      opmaerksomDato: '2024-03-01',
      frist: '2024-07-01',
    });
  });

  test('en afdækning har ingen frist, men dens dag følger med, når den fortsætter som undersøgelse (BL §§ 19-20)', () => {
    const [e] = given(undersoegelseDecider, afdaekning).then(rettet, nu2024);
    if (e === undefined) throw new Error('not corrected');
    expect(e).toMatchObject({ type: 'ics.AfdaekningRettet', data: { foer: { opmaerksomDato: '2024-03-04' } } });
    const [bfu] = given(undersoegelseDecider, afdaekning, e).then(
      { type: 'KonverterTilBfu', afgoerelseDato: '2024-04-01', regime: 'BL', begrundelse: 'Alvorligt.' },
      nu2024,
    );
    expect(bfu).toMatchObject({ type: 'ics.BfuBesluttet', data: { opmaerksomDato: '2024-03-01' } });
  });
});

describe('Dagen, undersøgelsen blev godkendt, rettes (SEL § 50 / BL § 20, stk. 3)', () => {
  const igang = [{ indsatsId: '00000000-0000-7000-8000-000000000004', ivaerksatDato: '2018-11-20' }];
  const godkendt = event(E.BfuGodkendt, {
    ...{ ...tilhoer, godkendtDato: '2018-12-01', godkendtAf: 'tl01', igangvaerendeIndsatser: igang },
  });
  const retDag = {
    type: 'RetGodkendelse',
    ...{ dato: '2018-12-02', begrundelse: 'Referatet.' },
    igangvaerendeIndsatser: igang,
  } as const;

  it('det nye, det gamle og de indsatser, hvis opfølgning den rykkede frem', () => {
    expect(given(undersoegelseDecider, besluttet, samtale, godkendt).then(retDag, nu)).toEqual([
      event(E.BfuGodkendelseRettet, {
        ...{ ...tilhoer, godkendtDato: '2018-12-02', igangvaerendeIndsatser: igang, rettet: nu.nu },
        ...{ foer: { godkendtDato: '2018-12-01' }, begrundelse: 'Referatet.' },
      }),
    ]);
  });

  it.each([
    ['ikke før afgørelsen, den hviler på', { dato: '2018-11-11' }, 'forkert-raekkefoelge'],
    ['ikke ud i fremtiden', { dato: '2018-12-04' }, 'dato-i-fremtiden'],
    ['ikke til det, der står', { dato: '2018-12-01' }, 'ingen-rettelse'],
    ['ikke uden begrundelse', { begrundelse: ' ' }, 'begrundelse-mangler'],
  ])('%s', (_regel, aendring, kode) => {
    expect(given(undersoegelseDecider, besluttet, samtale, godkendt).refused({ ...retDag, ...aendring }, nu).kode).toBe(
      kode,
    );
  });

  it('kun en, der er godkendt', () => {
    expect(given(undersoegelseDecider, besluttet).refused(retDag, nu).kode).toBe('intet-at-rette');
  });
});
