import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import * as E from './underretning.events.js';
import { underretningDecider } from './underretning.js';
import { underretningsskridt } from './vejledning.js';
import { type Regime } from './tilstand.js';
import { type UnderretningKommando } from './kommandoer.js';

const U = '00000000-0000-7000-8000-00000000000a';
const BARN = '00000000-0000-7000-8000-00000000000b';
const SAG = '00000000-0000-7000-8000-00000000000c';
const NAVN = '00000000-0000-7000-8000-00000000000d';
const id = { underretningId: U, barnId: BARN };
type Data<K extends UnderretningKommando['type']> = Omit<Extract<UnderretningKommando, { type: K }>, 'type'>;

// The same days under both acts: 1 February 2019 (serviceloven) and 1 February 2024 (barnets lov).
const AAR: Readonly<Record<Regime, string>> = { SEL: '2019', BL: '2024' };
const tid = (regime: Regime, dag: string, kl: string): string => `${AAR[regime]}-02-${dag}T${kl}:00+01:00`;
const nu = (regime: Regime) => context(tid(regime, '20', '12:00'));
const beggeLove: readonly Regime[] = ['SEL', 'BL'];

/** The one event that a command leads to. */
function een<T>([foerste]: readonly T[]): T {
  if (foerste === undefined) throw new Error('nothing happened');
  return foerste;
}

const nej = { anonym: false, ufoedt: false, overgreb: false, overgrebFraForaeldre: false, aeresrelateret: false };
const skolen = { underretterKode: '2', fagperson: true, underretterId: NAVN, underretterNavn: 'Test Testesen' };
const gyldigeKoder = { underretter: ['2', '8'], aarsager: ['UDSLAG3', 'UDSLAG7', 'UDSLAG18'] };
const modtagelse = (regime: Regime, mere: Partial<Data<'ModtagUnderretning'>> = {}): UnderretningKommando => ({
  type: 'ModtagUnderretning',
  ...{ ...id, ...nej, ...skolen, gyldigeKoder, regime },
  modtaget: tid(regime, '01', '10:00'),
  form: 'telefonisk',
  aarsagKoder: ['UDSLAG3'],
  igangvaerendeIndsats: false,
  beskrivelse: 'Bekymring.',
  ...mere,
});
const modtaget = (regime: Regime, mere: Partial<Data<'ModtagUnderretning'>> = {}) =>
  een(given(underretningDecider).then(modtagelse(regime, mere), nu(regime)));
const anonymt = (regime: Regime) => {
  const { underretterNavn: _navn, ...uden } = { ...modtagelse(regime), anonym: true, underretterKode: '8' } as Extract<
    UnderretningKommando,
    { type: 'ModtagUnderretning' }
  >;
  const foerste = een(given(underretningDecider).then(uden, nu(regime)));
  return foerste;
};
const vurdering = (regime: Regime) => ({
  vurderet: tid(regime, '01', '15:00'),
  vurderetAf: 'mod01',
  akut: false,
  aeresrelateret: false,
  risikofaktorer: 'Ingen.',
  beskyttelsesfaktorer: 'Mormor.',
  begrundelse: 'I sikkerhed.',
});
const akutvurdering = (regime: Regime, mere: Partial<Data<'ForetagAkutvurdering'>> = {}): UnderretningKommando => ({
  type: 'ForetagAkutvurdering',
  ...vurdering(regime),
  ...mere,
});
const akutvurderet = (regime: Regime) => event(E.AkutvurderingForetaget, { ...id, ...vurdering(regime) });
const bfu = { spor: 'bfu', screenetAf: 'mod01', begrundelse: 'Skal undersøges.', sagId: SAG } as const;
const udfald = (regime: Regime) => ({ ...bfu, screenet: tid(regime, '04', '09:00') });
const screening = (regime: Regime, mere: Partial<Data<'Screen'>> = {}): UnderretningKommando => ({
  type: 'Screen',
  ...udfald(regime),
  ...mere,
});
const screenet = (regime: Regime) => event(E.UnderretningScreenet, { ...id, ...udfald(regime) });

describe.each(beggeLove)('Modtagelse (%s)', (regime) => {
  const tom = given(underretningDecider);

  test('En underretning kan ikke være modtaget i fremtiden', () => {
    expect(tom.refused(modtagelse(regime, { modtaget: tid(regime, '20', '12:01') }), nu(regime))).toMatchObject({
      kode: 'dato-i-fremtiden',
      mere: { felt: 'modtaget' },
    });
  });

  test('En underretning handler om ét barn: den samme registreres ikke igen', () => {
    expect(given(underretningDecider, modtaget(regime)).refused(modtagelse(regime), nu(regime))).toMatchObject({
      kode: 'underretning-findes',
      mere: { status: 409 },
    });
  });

  test('En anonym underretters navn og kontakt registreres ikke', () => {
    const anonym = modtagelse(regime, { anonym: true, underretterKode: '8' });
    expect(tom.refused(anonym, nu(regime))).toMatchObject({
      kode: 'anonym-med-navn',
      mere: { paragraf: regime === 'SEL' ? 'SEL § 155, stk. 1' : 'BL § 136' },
    });
  });

  test.each([
    [true, '2'],
    [false, '8'],
  ])('Anonym: %s passer ikke til underretterkoden %s', (anonym, underretterKode) => {
    expect(tom.refused(modtagelse(regime, { anonym, underretterKode }), nu(regime)).kode).toBe('anonym-passer-ikke');
  });

  test('En kode, som ikke gælder på modtagelsesdagen, afvises', () => {
    expect(tom.refused(modtagelse(regime, { underretterKode: '12' }), nu(regime))).toMatchObject({
      kode: 'kode-gaelder-ikke',
      mere: { felt: 'underretter.kode' },
    });
    expect(tom.refused(modtagelse(regime, { aarsagKoder: ['UDSLAG3', 'UDSLAG99'] }), nu(regime))).toMatchObject({
      kode: 'kode-gaelder-ikke',
      mere: { mangler: ['UDSLAG99'] },
    });
  });

  test('Den, som ikke er anonym, er en kendt afsender og skal have kvittering', () => {
    expect(modtaget(regime).data).toMatchObject({ kendtAfsender: true, fagperson: true, underretterId: NAVN });
  });

  test('Årsagskoderne for overgreb gør underretningen til en om overgreb, også når krydset mangler', () => {
    expect(modtaget(regime, { aarsagKoder: ['UDSLAG7'] }).data).toMatchObject({
      overgreb: true,
      overgrebFraForaeldre: false,
    });
    expect(modtaget(regime, { aarsagKoder: ['UDSLAG18'] }).data).toMatchObject({
      overgreb: true,
      overgrebFraForaeldre: true,
    });
  });
});

describe.each(beggeLove)('Akutvurdering inden 24 timer, SEL § 155, stk. 2 / BL § 136 (%s)', (regime) => {
  const efter = given(underretningDecider, modtaget(regime));

  test('Vurderingen kan ikke være foretaget før modtagelsen', () => {
    expect(efter.refused(akutvurdering(regime, { vurderet: tid(regime, '01', '09:59') }), nu(regime))).toMatchObject({
      kode: 'forkert-raekkefoelge',
      mere: { felt: 'vurderet' },
    });
  });

  test('En sen vurdering registreres også: 25 timer efter modtagelsen', () => {
    expect(efter.then(akutvurdering(regime, { vurderet: tid(regime, '02', '11:00') }), nu(regime))).toHaveLength(1);
  });

  test.each([
    ['vurderetAf', 'vurderet-af-mangler'],
    ['risikofaktorer', 'risikofaktorer-mangler'],
    ['beskyttelsesfaktorer', 'beskyttelsesfaktorer-mangler'],
    ['begrundelse', 'begrundelse-mangler'],
  ])('Vurderingen kræver %s', (felt, kode) => {
    expect(efter.refused(akutvurdering(regime, { [felt]: ' ' }), nu(regime))).toMatchObject({
      ...{ kode, mere: { felt, paragraf: regime === 'SEL' ? 'SEL § 155, stk. 2' : 'BL § 136' } },
    });
  });

  test('Der vurderes én gang; nye forhold er en ny underretning', () => {
    expect(
      given(underretningDecider, modtaget(regime), akutvurderet(regime)).refused(akutvurdering(regime), nu(regime))
        .kode,
    ).toBe('akutvurdering-foretaget');
  });
});

describe.each(beggeLove)('Kvittering, SEL § 155 b, stk. 1 / BL kap. 16 (%s)', (regime) => {
  const kvittering = { type: 'SendKvittering', sendt: `${AAR[regime]}-02-05`, maade: 'digital post' } as const;

  test('En anonym underretter får ingen kvittering', () => {
    const anonym = given(underretningDecider, anonymt(regime));
    expect(anonym.refused(kvittering, nu(regime)).kode).toBe('anonym-uden-kvittering');
  });

  test('Kvitteringen kan også sendes efter screeningen, men kun én gang', () => {
    const efter = given(underretningDecider, modtaget(regime), akutvurderet(regime), screenet(regime));
    expect(efter.then(kvittering, nu(regime))).toHaveLength(1);
    const sendt = given(
      underretningDecider,
      modtaget(regime),
      event(E.KvitteringSendt, { ...id, sendt: kvittering.sendt, maade: kvittering.maade }),
    );
    expect(sendt.refused(kvittering, nu(regime)).kode).toBe('kvittering-sendt');
  });

  test('Kvitteringen kan ikke være sendt før modtagelsen', () => {
    expect(
      given(underretningDecider, modtaget(regime)).refused({ ...kvittering, sendt: `${AAR[regime]}-01-31` }, nu(regime))
        .kode,
    ).toBe('forkert-raekkefoelge');
  });
});

describe.each(beggeLove)(
  'Genvurdering ved igangværende indsats, SEL § 155 a, stk. 1 / BL § 137, stk. 1 (%s)',
  (regime) => {
    const paragraf = regime === 'SEL' ? 'SEL § 155 a, stk. 1' : 'BL § 137, stk. 1';
    const efter = given(underretningDecider, modtaget(regime, { igangvaerendeIndsats: true }), akutvurderet(regime));
    const genvurdering = {
      type: 'ForetagGenvurdering',
      vurderet: tid(regime, '02', '10:00'),
      deltagere: ['sb01', 'tl02'],
      nyDeltager: 'tl02',
      begrundelse: 'Indsatsen rækker ikke.',
      tidligereDeltagere: ['sb01'],
    } as const;

    test('Uden genvurdering kan der ikke screenes', () => {
      expect(efter.refused(screening(regime), nu(regime))).toMatchObject({
        kode: 'underretning-kan-ikke-screenes',
        mere: { mangler: ['underretning-genvurdering'], paragraf },
      });
    });

    test('Den nye deltager må ikke have haft sagen før', () => {
      expect(efter.refused({ ...genvurdering, nyDeltager: 'sb01' }, nu(regime))).toMatchObject({
        kode: 'ny-deltager-er-ikke-ny',
        mere: { paragraf },
      });
    });

    test('Den, som har akutvurderet underretningen, er heller ikke ny', () => {
      expect(efter.refused({ ...genvurdering, deltagere: ['mod01'], nyDeltager: 'mod01' }, nu(regime)).kode).toBe(
        'ny-deltager-er-ikke-ny',
      );
    });

    test('Den nye deltager skal have deltaget', () => {
      expect(efter.refused({ ...genvurdering, nyDeltager: 'tl03' }, nu(regime)).kode).toBe('ny-deltager-deltog-ikke');
    });

    test('Med en ny deltager kan der screenes', () => {
      const foretaget = een(efter.then(genvurdering, nu(regime)));
      expect(
        given(
          underretningDecider,
          modtaget(regime, { igangvaerendeIndsats: true }),
          akutvurderet(regime),
          foretaget,
        ).then(screening(regime), nu(regime)),
      ).toHaveLength(1);
    });
  },
);

describe.each(beggeLove)('Samtale med barnet ved overgreb, SEL § 155 a / BL § 137, stk. 2-4 (%s)', (regime) => {
  const overgreb = (mere: Partial<Data<'ModtagUnderretning'>> = {}) =>
    [modtaget(regime, { overgreb: true, ...mere }), akutvurderet(regime)] as const;
  const dato = `${AAR[regime]}-02-02`;

  test('Uden samtale eller begrundet undladelse kan der ikke screenes', () => {
    expect(given(underretningDecider, ...overgreb()).refused(screening(regime), nu(regime)).mere).toMatchObject({
      mangler: ['underretning-boernesamtale'],
      paragraf: { SEL: 'SEL § 155 a', BL: 'BL § 137, stk. 2-4' }[regime],
    });
  });

  test('Samtalen kan undlades med en begrundelse', () => {
    expect(
      given(underretningDecider, ...overgreb()).refused(
        { type: 'UndladBoernesamtale', dato, begrundelse: ' ' },
        nu(regime),
      ).kode,
    ).toBe('begrundelse-mangler');
    const undladt = een(
      given(underretningDecider, ...overgreb()).then(
        { type: 'UndladBoernesamtale', dato, begrundelse: 'Barnet er tre uger.' },
        nu(regime),
      ),
    );
    expect(given(underretningDecider, ...overgreb(), undladt).then(screening(regime), nu(regime))).toHaveLength(1);
  });

  test('Ved overgreb fra forældre holdes samtalen uden dem', () => {
    const fra = given(underretningDecider, ...overgreb({ overgrebFraForaeldre: true }));
    expect(
      fra.refused({ type: 'HoldBoernesamtale', dato, udenForaeldre: false, referat: 'Referat.' }, nu(regime)),
    ).toMatchObject({
      kode: 'samtale-uden-foraeldre',
      mere: { felt: 'udenForaeldre', paragraf: { SEL: 'SEL § 155 a', BL: 'BL § 137, stk. 3' }[regime] },
    });
    expect(
      fra.then({ type: 'HoldBoernesamtale', dato, udenForaeldre: true, referat: 'Referat.' }, nu(regime)),
    ).toHaveLength(1);
  });

  test('Et ufødt barn kan ikke have en samtale', () => {
    expect(given(underretningDecider, ...overgreb({ ufoedt: true })).then(screening(regime), nu(regime))).toHaveLength(
      1,
    );
  });
});

describe('Æresrelateret konflikt, BL § 18, stk. 3', () => {
  test('Efter barnets lov kræves en risikovurdering før screeningen', () => {
    const efter = given(underretningDecider, modtaget('BL', { aeresrelateret: true }), akutvurderet('BL'));
    expect(efter.refused(screening('BL'), nu('BL'))).toMatchObject({
      mere: { mangler: ['aeres-risikovurdering'], paragraf: 'BL § 18, stk. 3' },
    });
    const vurderet = een(
      efter.then(
        {
          type: 'VurderAeresrelateretRisiko',
          vurderet: tid('BL', '02', '10:00'),
          vurderetAf: 'sb01',
          risikovurdering: 'Høj.',
        },
        nu('BL'),
      ),
    );
    expect(
      given(underretningDecider, modtaget('BL', { aeresrelateret: true }), akutvurderet('BL'), vurderet).then(
        screening('BL'),
        nu('BL'),
      ),
    ).toHaveLength(1);
  });

  test('Serviceloven har ikke den spærre', () => {
    expect(
      given(underretningDecider, modtaget('SEL', { aeresrelateret: true }), akutvurderet('SEL')).then(
        screening('SEL'),
        nu('SEL'),
      ),
    ).toHaveLength(1);
  });
});

describe.each(beggeLove)('Screening, SEL § 155, stk. 1 / BL § 18 (%s)', (regime) => {
  const klar = given(underretningDecider, modtaget(regime), akutvurderet(regime));

  test('Der kan ikke screenes før akutvurderingen', () => {
    expect(given(underretningDecider, modtaget(regime)).refused(screening(regime), nu(regime)).mere.mangler).toEqual([
      'underretning-akutvurdering',
    ]);
  });

  test('Valget af spor skal begrundes', () => {
    expect(klar.refused(screening(regime, { begrundelse: '  ' }), nu(regime)).kode).toBe('begrundelse-mangler');
  });

  test('Der kan ikke screenes før akutvurderingens tidspunkt', () => {
    expect(klar.refused(screening(regime, { screenet: tid(regime, '01', '14:59') }), nu(regime)).kode).toBe(
      'forkert-raekkefoelge',
    );
  });

  test('En screenet underretning tager ingen flere skridt', () => {
    const lukket = given(underretningDecider, modtaget(regime), akutvurderet(regime), screenet(regime));
    expect(lukket.refused(screening(regime), nu(regime))).toMatchObject({
      kode: 'underretning-lukket',
      mere: { status: 409 },
    });
    expect(
      lukket.refused({ type: 'Annuller', annulleret: tid(regime, '05', '10:00'), begrundelse: 'Fejl.' }, nu(regime))
        .kode,
    ).toBe('underretning-lukket');
  });

  test('En fagperson orienteres efter screeningen, eller det begrundes (SEL § 155 b, stk. 2-3 / BL kap. 16)', () => {
    const orientering = { type: 'OrienterFagperson', dato: `${AAR[regime]}-02-06`, undladt: false } as const;
    expect(klar.refused(orientering, nu(regime)).kode).toBe('ikke-screenet');
    const lukket = given(underretningDecider, modtaget(regime), akutvurderet(regime), screenet(regime));
    expect(lukket.then(orientering, nu(regime))).toHaveLength(1);
    expect(lukket.refused({ ...orientering, undladt: true }, nu(regime)).kode).toBe('begrundelse-mangler');
  });

  test('En underretning videresendes først, når barnet er vurderet, og aldrig til kommunen selv (SEL § 152 / BL § 132)', () => {
    const videresend = {
      type: 'Videresend',
      tilKommune: '851',
      egenKommune: '840',
      videresendt: tid(regime, '02', '10:00'),
      begrundelse: 'Flyttet.',
    } as const;
    expect(given(underretningDecider, modtaget(regime)).refused(videresend, nu(regime)).kode).toBe(
      'akutvurdering-mangler',
    );
    expect(klar.refused({ ...videresend, tilKommune: '840' }, nu(regime)).kode).toBe('samme-kommune');
    expect(klar.then(videresend, nu(regime))).toHaveLength(1);
  });
});

describe('Spor', () => {
  test('Afdækning findes ikke i serviceloven (SEL § 50), men i barnets lov (BL § 19)', () => {
    const sel = given(underretningDecider, modtaget('SEL'), akutvurderet('SEL'));
    expect(sel.refused(screening('SEL', { spor: 'afdaekning' }), nu('SEL'))).toMatchObject({
      kode: 'spor-findes-ikke',
      mere: { paragraf: 'SEL § 50' },
    });
    expect(
      given(underretningDecider, modtaget('BL'), akutvurderet('BL')).then(
        screening('BL', { spor: 'afdaekning' }),
        nu('BL'),
      ),
    ).toHaveLength(1);
  });
});

test('Vejledningen siger, at der ikke må screenes endnu, og hvad der skal gøres først', () => {
  const { state } = given(underretningDecider, modtaget('SEL'));
  expect(underretningsskridt(state, '2024-02-20').map(({ kode, art }) => [kode, art])).toEqual([
    ['underretning-akutvurdering', 'skal'],
    ['screening', 'maa-ikke'],
    ['underretning-samtale-mulig', 'kan'],
    ['underretning-videresendelse', 'maa-ikke'],
    ['underretning-kvittering', 'skal'],
  ]);
});

describe.each(beggeLove)('Hvad der ikke kan ske med en underretning (%s)', (regime) => {
  const annulleret = event(E.UnderretningAnnulleret, {
    ...id,
    ...{ annulleret: tid(regime, '04', '10:00'), begrundelse: 'Forkert barn.' },
  });
  const kvitter: UnderretningKommando = { type: 'SendKvittering', sendt: tid(regime, '05', '10:00'), maade: 'brev' };
  const risiko: UnderretningKommando = {
    ...{ type: 'VurderAeresrelateretRisiko', vurderet: tid(regime, '05', '10:00'), vurderetAf: 'mod01' },
    risikovurdering: 'Ingen tegn.',
  };
  const orienter: UnderretningKommando = {
    ...{ type: 'OrienterFagperson', dato: tid(regime, '05', '10:00').slice(0, 10), undladt: false },
  };

  test('Der sker intet i en, der ikke findes', () => {
    expect(given(underretningDecider).refused(akutvurdering(regime), nu(regime)).kode).toBe('underretning-findes-ikke');
  });

  test.each<[string, UnderretningKommando, string]>([
    ['kvitteres der ikke for', kvitter, { SEL: 'SEL § 155 b, stk. 1', BL: 'BL kap. 16' }[regime]],
    ['vurderes der ingen æresrelateret risiko i', risiko, 'BL § 18, stk. 3'],
  ])('Når den er annulleret, %s', (_hvad, kommando, paragraf) => {
    expect(given(underretningDecider, modtaget(regime), annulleret).refused(kommando, nu(regime))).toMatchObject({
      kode: 'underretning-lukket',
      mere: { status: 409, paragraf },
    });
    expect(given(underretningDecider, modtaget(regime)).then(kommando, nu(regime))).toHaveLength(1);
  });

  test('Kun en fagperson, der underrettede, orienteres om, hvad der blev sat i gang', () => {
    const privat = given(underretningDecider, modtaget(regime, { fagperson: false }), screenet(regime));
    expect(privat.refused(orienter, nu(regime))).toMatchObject({
      kode: 'ikke-fagperson',
      mere: { paragraf: { SEL: 'SEL § 155 b, stk. 2-3', BL: 'BL kap. 16' }[regime] },
    });
    const fagperson = given(underretningDecider, modtaget(regime), screenet(regime));
    expect(fagperson.then(orienter, nu(regime))).toMatchObject([{ type: 'sagsstyring.FagpersonOrienteret' }]);
  });

  test('Et spor, hvor barnet følges videre, kræver en sag', () => {
    const { sagId: _sag, ...uden } = udfald(regime);
    const vurderet = given(underretningDecider, modtaget(regime), akutvurderet(regime));
    expect(vurderet.refused({ type: 'Screen', ...uden }, nu(regime))).toMatchObject({
      kode: 'sag-mangler',
      mere: { felt: 'spor', paragraf: { SEL: 'SEL § 155, stk. 1', BL: 'BL § 18, stk. 1-2' }[regime] },
    });
    expect(vurderet.then(screening(regime), nu(regime))).toHaveLength(1);
  });
});
