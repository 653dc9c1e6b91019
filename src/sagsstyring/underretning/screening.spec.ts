import { event } from '../../platform/eventstore/event-declaration.js';
import { given } from '../../platform/testing/given-when-then.js';
import { type UnderretningKommando } from './kommandoer.js';
import {
  id,
  AAR,
  tid,
  nu,
  beggeLove,
  een,
  modtaget,
  akutvurdering,
  akutvurderet,
  udfald,
  screening,
  screenet,
  type Data,
} from './testing/underretning.js';
import * as E from './underretning.events.js';
import { underretningDecider } from './underretning.js';
import { underretningsskridt } from './vejledning.js';

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
      mere: { status: 409, paragraf: { SEL: 'SEL § 155, stk. 1', BL: 'BL § 136' }[regime] },
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
    expect(given(underretningDecider, modtaget(regime)).refused(videresend, nu(regime))).toMatchObject({
      kode: 'akutvurdering-mangler',
      mere: { paragraf: { SEL: 'SEL § 155, stk. 2', BL: 'BL § 136' }[regime] },
    });
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
